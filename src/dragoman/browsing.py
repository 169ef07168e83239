"""What the desk holds: versions of articles, sources. The desk's use cases around its holdings."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors import NotFoundError, StoreError
from dragoman.model.catalogue import OutletHeld, OutletReport, Version
from dragoman.ports import Store
from dragoman.ports_catalogue import Catalogue


class Browsing:
    """What a desk says of what it holds."""

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def versions(self, article: str) -> tuple[Version, ...]:
        """Every version of the article's address that is held, the first first; empty where there is none."""
        return self._catalogue().history(article)

    def around(self, article: str) -> tuple[str | None, str | None]:
        """The ids of the articles that stand before (newer) and after (older) it in the latest news."""
        return self._catalogue().around(article)

    def outlets(self) -> tuple[OutletHeld, ...]:
        """Every source that articles are held of, those with most articles first."""
        return self._catalogue().outlets()

    def outlet(self, source: str) -> OutletReport:
        """What is held of a source. Raises `NotFoundError`."""
        found = self._catalogue().outlet(source)
        if found is None:
            raise NotFoundError(f"no article of the source {source!r} is held")
        return found

    def by_outlet(self, articles: Iterable[str]) -> dict[str, int]:
        """How many of the articles are of each source."""
        return self._catalogue().by_outlet(sorted(set(articles)))

    def _catalogue(self) -> Catalogue:
        store = self.store()
        if not isinstance(store, Catalogue):
            raise StoreError("the store does not tell what it holds")
        return store
