"""Leads go to the fetcher of their scheme, made when it is first needed."""

import pytest

from dragoman.errors import FetchError
from dragoman.fetch.recorded import RecordedFetcher
from dragoman.fetch.route import Router
from dragoman.model.source import Lead


def test_a_fetcher_is_made_for_the_first_lead_of_its_scheme() -> None:
    made = []

    def maker() -> RecordedFetcher:
        made.append("https")
        return RecordedFetcher({"https://a/": b"one page", "https://b/": b"another"})

    router = Router({"https": maker, "file": lambda: RecordedFetcher({"plain.txt": b"text here"})})
    assert made == []
    assert [router.fetch(Lead(url)).body for url in ("https://a/", "https://b/", "plain.txt")] == [b"one page", b"another", b"text here"]
    assert made == ["https"]


def test_a_page_just_looked_at_is_not_fetched_twice() -> None:
    recorded = RecordedFetcher({"https://a/": b"one page"})
    router = Router({"https": lambda: recorded})
    first = router.fetch(Lead("https://a/"))
    recorded.pages.clear()
    assert router.fetch(Lead("https://a/")) is first


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(FetchError, match="bad address"):
        Router({}).fetch(Lead("gopher://x/"))
