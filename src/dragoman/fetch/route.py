"""One fetcher for every kind of address."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from dragoman.errors import FetchError
from dragoman.model.page import Page
from dragoman.model.source import Lead
from dragoman.ports import Fetcher


class Router:
    """Sends a lead to the fetcher of its scheme; a fetcher is made when its scheme first comes. The last page is kept, because a
    source kind looks at an address to learn whether it is a feed, and the same address is then read as a page."""

    def __init__(self, makers: dict[str, Callable[[], Fetcher]], default: str = "file") -> None:
        self._makers, self._default = makers, default
        self._made: dict[str, Fetcher] = {}
        self._last: tuple[str, Page] | None = None

    def fetch(self, lead: Lead) -> Page:
        """The page behind a lead. Raises `FetchError`."""
        if self._last and self._last[0] == lead.url:
            return self._last[1]
        scheme = urlsplit(lead.url).scheme.lower() if "://" in lead.url else self._default
        if scheme not in self._makers:
            raise FetchError("bad address", f"{lead.url}: no way to fetch {scheme}:// addresses")
        if scheme not in self._made:
            self._made[scheme] = self._makers[scheme]()
        page = self._made[scheme].fetch(lead)
        self._last = (lead.url, page)
        return page
