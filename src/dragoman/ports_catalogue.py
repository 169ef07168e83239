"""The socket between the desk's holdings and the store, beside those of `ports`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from dragoman.model.catalogue import OutletHeld, OutletReport, Version


@runtime_checkable
class Catalogue(Protocol):
    """Tells what is held; a store is its own catalogue. Raises `StoreError`."""

    def history(self, article: str) -> tuple[Version, ...]:
        """All versions of the article's address, the first first; empty where it is not held."""
        ...

    def around(self, article: str) -> tuple[str | None, str | None]:
        """The ids of the articles before and after it in the list of the latest; None at its ends, and where it is not in it."""
        ...

    def outlets(self) -> tuple[OutletHeld, ...]:
        """Every source that articles are held of (newest versions), those with most articles first."""
        ...

    def outlet(self, source: str) -> OutletReport | None:
        """None where no article of it is held."""
        ...

    def by_outlet(self, articles: Sequence[str]) -> dict[str, int]:
        """How many of the articles are of each source."""
        ...
