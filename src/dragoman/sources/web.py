"""An http(s) address: a feed where it answers with one, else a page."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import FetchError
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher
from dragoman.sources.feed import entries, is_feed


class Web:
    """What stands behind an address is told by looking at it."""

    name = "web"

    def accepts(self, what: str) -> bool:
        return what.lower().startswith(("http://", "https://"))

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        try:
            page = fetcher.fetch(Lead(source.url, source.id))
        except FetchError as error:
            yield Problem("fetch", error.reason, source.url, error.detail, source.id)
            return
        if is_feed(page.body):
            yield from entries(page, source)
        else:
            yield Lead(source.url, source.id, via="web")
