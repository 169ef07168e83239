"""What comes in: pages behind files and addresses, and pages that somebody hands over by the API, which are read and filed like any other
while nothing is fetched. That is done in a process of its own, as reading wants models, and the process that serves is to load none."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from datetime import UTC
from typing import Any

from msgspec import Struct

from dragoman import assembly, pipeline
from dragoman.config import Config
from dragoman.errors import FetchError, StoreError
from dragoman.model.page import Handed, Page
from dragoman.model.problem import Problem
from dragoman.model.query import Collected
from dragoman.model.source import Lead
from dragoman.ports import Fetcher
from dragoman.run import RUNNERS
from dragoman.sources import KINDS, source_of

BUSY = "pages are being taken in already; try again when that is done"


class Reception(Struct, frozen=True):
    """Takes pages into the desk of these settings; it travels to the process that does it."""

    settings: dict[str, Any]

    def __call__(self, pages: tuple[Page | Problem, ...]) -> Collected:
        with assembly.STAGES.load("desk").open(**self.settings) as desk:
            taken: Collected = desk.take(pages, len(pages))
        return taken


class Receiving:
    """How a desk comes by pages."""

    config: Config

    def __init__(self) -> None:
        super().__init__()
        self._receiving = threading.Lock()

    def pages(self, what: Sequence[str]) -> Iterator[Page | Problem]:
        """The pages behind files, folders, addresses or "-", as they came."""
        fetcher = assembly.fetcher(self.config)
        return self._fetched(self._leads(what, fetcher), fetcher)

    def receive(self, handed: Sequence[Handed]) -> Collected:
        """Reads and files pages in another process, one collection at a time. Raises `StoreError` where one is under way, or broke down."""
        pages = tuple(page_of(one) for one in handed)
        if not self._receiving.acquire(blocking=False):
            raise StoreError(BUSY)
        try:
            made: Sequence[Collected] = list(RUNNERS.make("processes", workers=1).map(Reception(dict(self.config)), [pages]))
        except BrokenExecutor as error:
            raise StoreError("the process that takes pages in broke down; the log of the desk may say why") from error
        finally:
            self._receiving.release()
        return made[0]

    def _leads(self, what: Sequence[str], fetcher: Fetcher) -> Iterator[Lead | Problem]:
        return pipeline.discover([source_of(word) for word in what], KINDS.make, fetcher)

    def _fetched(self, leads: Iterable[Lead | Problem], fetcher: Fetcher) -> Iterator[Page | Problem]:
        for lead in leads:
            yield lead if isinstance(lead, Problem) else pipeline.fetch(lead, fetcher)


def page_of(handed: Handed) -> Page | Problem:
    """The page as if it had been fetched, or why it cannot be read."""
    fetched = handed.fetched.astimezone(UTC).isoformat(timespec="seconds") if handed.fetched else None
    body = handed.html.encode("utf-8", "replace") or handed.body
    try:
        if not body.strip():
            raise FetchError("empty", "there is nothing in it")
        encoding = "utf-8" if handed.html else assembly.STAGES.load("decide")(body)
    except FetchError as error:
        return Problem("decode", error.reason, handed.url, error.detail)
    return Page(handed.url, handed.url, body, encoding, fetched=fetched)
