"""The socket between lists of news and the store, beside those of `ports`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from dragoman.model.article import Article
from dragoman.model.query import Counts, Found, Query


@runtime_checkable
class Versioned(Protocol):
    """A store that many read at once: it tells whether it changed. Raises `StoreError`."""

    def version(self) -> tuple[int, int]:
        """Another one whenever anything in the store changed, whoever changed it. Costs next to nothing."""
        ...

    def ready(self) -> None:
        """Loads what the first reader would wait for."""
        ...


Listed = tuple[Article, str | None]
"""An article with the id of its story."""


@runtime_checkable
class Newsstand(Protocol):
    """Lists articles without looking at readings; a store is its own newsstand. Only the newest version of an address is listed. Raises
    `StoreError`."""

    def latest(self, query: Query) -> Found[Listed]:
        """Newest first (moment of publication in UTC as far as it is known, then id), in pages that stay where they are when others come
        in before them."""
        ...

    def many(self, query: Query) -> int:
        """How many articles fit."""
        ...

    def names(self, query: Query) -> tuple[str, ...]:
        """The ids of all that fit, in no order."""
        ...

    def tallies(self) -> Counts:
        """What the articles listed are of."""
        ...

    def pulse(self) -> int:
        """A number that is another one whenever the list changed. Cheap."""
        ...

    def arrived(self, after: int, limit: int) -> tuple[tuple[int, Article, str | None], ...]:
        """Articles in the order in which the desk took them in, with their numbers and stories: those with numbers above `after`, at most
        `limit`; with a negative one the last `limit`."""
        ...

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those that are held, older versions too."""
        ...

    def homes(self, articles: Iterable[str]) -> dict[str, str]:
        """The story of each article that has one."""
        ...
