"""Feeds of every dialect become leads; broken ones become problems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.sources.feed import Feed, entries, is_feed

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><language>ru</language>
<item><title>Переговоры</title><link>/news/1?a=1&amp;b=2</link><pubDate>Mon, 10 Jan 2022 09:30:00 +0300</pubDate></item>
<item><title>no address</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><link href="https://n.example/2"/>
<updated>2022-01-11T10:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="https://n.example/3"><title>T</title><link>https://n.example/3</link></item></rdf:RDF>"""
SOURCE = Source("s", "feed", "https://n.example/feed")


def page(text: str | bytes, url: str = "https://n.example/feed") -> Page:
    body = text if isinstance(text, bytes) else text.encode()
    return Page(url, url, body, "utf-8")


@pytest.mark.parametrize(
    ("text", "url"), [(RSS, "https://n.example/news/1?a=1&b=2"), (ATOM, "https://n.example/2"), (RDF, "https://n.example/3")]
)
def test_every_dialect_gives_absolute_addresses(text: str, url: str) -> None:
    assert is_feed(text.encode())
    assert [lead.url for lead in entries(page(text), SOURCE)] == [url]


def test_dates_titles_and_language_come_along_in_utc() -> None:
    (lead,) = entries(page(RSS), SOURCE)
    assert isinstance(lead, Lead)
    assert (lead.title, lead.published, lead.language) == ("Переговоры", "2022-01-10T06:30:00+00:00", "ru")


@pytest.mark.parametrize(
    "text", ["", "<html><body>no feed</body></html>", "<rss><channel></channel></rss>", "<rss><item><link>ftp://x/1</link></item></rss>"]
)
def test_a_feed_without_articles_is_a_problem(text: str) -> None:
    (problem,) = entries(page(text), SOURCE)
    assert isinstance(problem, Problem)


def test_a_feed_on_the_web_cannot_name_files_of_this_machine() -> None:
    text = "<rss><channel><item><link>file:///etc/passwd</link></item></channel></rss>"
    assert all(isinstance(found, Problem) for found in entries(page(text), SOURCE))


def test_a_page_that_shows_a_feed_is_a_page() -> None:
    assert not is_feed(b"<!DOCTYPE html><html><body>&lt;rss&gt; <rss ></body></html>")
    assert is_feed("<?xml version='1.0'?><feed xmlns='x'>".encode("utf-16"))


def test_an_address_can_be_said_to_be_a_feed() -> None:
    assert Feed().accepts("feed+https://n.example/feed")
    found = list(
        Feed().discover(Source("s", "feed", "feed+https://n.example/feed"), RecordedFetcher({"https://n.example/feed": ATOM.encode()}))
    )
    assert [lead.url for lead in found] == ["https://n.example/2"]
    (problem,) = Feed().discover(Source("s", "feed", "feed+https://gone.example/"), RecordedFetcher())
    assert isinstance(problem, Problem)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_leads_or_a_problem(body: bytes) -> None:
    for prefix in (b"", b"<rss><channel><item><link>"):
        assert all(isinstance(found, (Lead, Problem)) for found in entries(page(prefix + body), SOURCE))
