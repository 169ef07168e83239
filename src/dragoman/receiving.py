"""Pages that somebody hands over, by the API: read and filed like any other, and nothing is fetched. It is done in a process of its own, as
reading wants models, and the process that serves the portal is to load none."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from datetime import UTC
from typing import Any

from msgspec import Struct

from dragoman import assembly
from dragoman.config import Config
from dragoman.errors import FetchError, StoreError
from dragoman.model.page import Handed, Page
from dragoman.model.problem import Problem
from dragoman.model.query import Collected
from dragoman.run import RUNNERS

BUSY = "pages are being taken in already; try again when that is done"


class Reception(Struct, frozen=True):
    """Takes pages into the desk of these settings; it travels to the process that does it."""

    settings: dict[str, Any]

    def __call__(self, pages: tuple[Page | Problem, ...]) -> Collected:
        with assembly.STAGES.load("desk").open(**self.settings) as desk:
            taken: Collected = desk.take(pages, len(pages))
        return taken


class Receiving:
    """What a desk does with pages that are handed over."""

    config: Config

    def __init__(self) -> None:
        super().__init__()
        self._receiving = threading.Lock()

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
