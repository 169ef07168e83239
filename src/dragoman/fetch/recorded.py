"""Pages from memory: the fetcher for tests, of ours and of our users."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.errors import FetchError
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page
from dragoman.model.source import Lead


class RecordedFetcher:
    """Answers from a table of address to bytes; any other address is `FetchError("status")`."""

    def __init__(self, pages: Mapping[str, bytes] | None = None) -> None:
        self.pages = dict(pages or {})

    def fetch(self, lead: Lead) -> Page:
        if lead.url not in self.pages:
            raise FetchError("status", f"{lead.url} is not recorded")
        body = self.pages[lead.url]
        return Page(lead.url, lead.url, body, decide(body, None), source=lead.source)
