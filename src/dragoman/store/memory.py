"""A desk that forgets when it closes: the same tables, in memory."""

from __future__ import annotations

from dragoman.ports import Words
from dragoman.store.sqlite import Sqlite


class Memory(Sqlite):
    """For tests and for reading without keeping."""

    def __init__(self, path: str | None = None, words: Words | None = None) -> None:
        """`path` is taken so that stores can be exchanged, and has no effect."""
        super().__init__(None, words)
