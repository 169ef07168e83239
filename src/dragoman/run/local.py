"""Runners of one machine. Models are held once a process, so reading scales by processes, not threads."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class SystemClock:
    """The machine's clock, in UTC to the second."""

    def now(self) -> str:
        return datetime.now(UTC).isoformat(timespec="seconds")


class Serial:
    """One after the other, in this process."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = 1

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        return map(work, items)


class Processes:
    """`workers` processes with a bounded look-ahead, results in order of the items. `work` must be picklable."""

    def __init__(self, workers: int = 2) -> None:
        self.workers = workers

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        # Spawned, not forked: model libraries start threads of their own, and a fork of those can hang.
        context = multiprocessing.get_context("spawn")
        source = iter(items)
        with ProcessPoolExecutor(self.workers, mp_context=context) as pool:
            waiting: deque[Future[R]] = deque(pool.submit(work, item) for item in islice(source, 4 * self.workers))
            while waiting:
                result = waiting.popleft().result()
                waiting.extend(pool.submit(work, item) for item in islice(source, 1))
                yield result
