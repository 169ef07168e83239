from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ExtractError
from dragoman.extract import extract, kind
from dragoman.extract.html import read
from dragoman.fetch.encoding import decide
from dragoman.model.article import Article
from dragoman.model.page import Page

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
THIRD = "Lorries will have to take the long way round through the hills until a second bridge has been built, which may take four years."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Council closes old bridge - Example Gazette</title>
<link rel="canonical" href="https://www.gazette.example.co.uk/news/bridge"><meta property="og:site_name" content="Example Gazette">
<meta property="og:title" content="Council closes old bridge"><meta name="keywords" content="bridge, council">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Council closes old bridge","datePublished":"2020-05-06T00:00:00Z",
"author":[{{"@type":"Person","name":"Jane Example"}}],"articleSection":"City"}}</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Council closes old bridge</h1><p>By Jane Example</p>
<p>{FIRST}</p><p>Advertisement</p><figure><img src="/b.jpg"><figcaption>The old bridge in spring</figcaption></figure>
<p>{SECOND} <a href="/letter">The letter</a> was short.</p><p><a href="/other">Mayor opens the new library in the old town hall</a></p><p>{THIRD}</p>
<p>This article was originally published in The Example Review.</p></article><footer>© 2024 Example Gazette</footer></body></html>"""


def page(html: str | bytes, url: str = "https://gazette.example.co.uk/x") -> Page:
    return Page(url=url, asked=url, body=html.encode() if isinstance(html, str) else html, encoding="utf-8")


def article(html: str) -> Article:
    return read(page(html))


def test_a_news_page_gives_text_facts_and_what_was_left_out() -> None:
    found = article(PAGE)
    assert found.text == f"{FIRST}\n\n{SECOND} The letter was short.\n\n{THIRD}"
    assert (found.title, found.section, found.language, found.authors) == ("Council closes old bridge", "City", "en", ("Jane Example",))
    assert (found.published.value, found.published.precision) == ("2020-05-06", "day")
    assert "JSON-LD" in found.published.evidence
    assert found.url == "https://www.gazette.example.co.uk/news/bridge"
    assert (found.source.id, found.source.title, found.source.country) == ("gazette.example.co.uk", "Example Gazette", "GB")
    assert [image.caption for image in found.images] == ["The old bridge in spring"]
    assert ("Mayor opens the new library in the old town hall", "/other") in [(link.title, link.url) for link in found.related]
    assert found.origin is not None
    assert found.origin.outlet == "The Example Review"
    assert {"reprint", "copyright"} <= {notice.kind for notice in found.notices}
    assert found.page_keywords == ("bridge", "council")
    assert [link.url for link in found.links] == ["https://gazette.example.co.uk/letter"]


def test_a_date_near_the_title_serves_where_the_data_have_none_and_the_copyright_year_never_does() -> None:
    bare = f"<html><body><h1>Council closes old bridge</h1><p>{{}}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>© 2024-01-01 Example</p></body></html>"
    dated = article(bare.format("Published: 6 May 2020, 10:05"))
    assert (dated.published.value, dated.published.precision) == ("2020-05-06T10:05", "minute")
    undated = read(page(bare.format("Example"), "file:///page.html"))
    assert undated.published.value is None
    assert undated.url.startswith("capture:")


def test_a_title_repeated_behind_the_text_takes_none_of_it_away() -> None:
    found = article(
        f"<html><head><title>Council closes old bridge</title></head><body><p>{FIRST} {SECOND}</p><p>Council closes old bridge</p></body></html>"
    )
    assert found.text.startswith(FIRST)


def test_markup_and_captures_are_told_apart_by_content() -> None:
    assert kind(page(PAGE)) == "html"
    assert kind(page(f"A headline\n\n{FIRST} <a href=broken”/> {SECOND}\n<b>x</b>")) == "capture"
    assert kind(page("".join(f"<p>{FIRST}</p>" for _ in range(6)))) == "html"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"  ", "empty"),
        (b"<html><body></body></html>", "no text"),
        (b"<html>" + b"<div>" * 100_000 + b"x", "too deep"),
        (b"<html><body><p " + b"a=1 " * 200_000 + b">x</p></body></html>", "too large"),
        (b"<html>" + b"a" * 15_000_001, "too large"),
        (b"<html>" + b"<p>word</p>" * 400_000, "too large"),
    ],
    ids=["blank", "no-text", "deep", "attributes", "over-15-mb", "endless"],
)
def test_hostile_pages_end_with_a_reason_in_bounded_time(body: bytes, reason: str) -> None:
    began = time.perf_counter()
    with pytest.raises(ExtractError) as caught:
        extract(page(body))
    assert caught.value.reason == reason
    assert time.perf_counter() - began < 4


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes() -> None:
    assert article(PAGE[: PAGE.index(THIRD) + 40]).text.startswith(FIRST)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<html><body>", b"<p>", b"<!DOCTYPE html><div>"]))
def test_any_bytes_give_an_article_or_a_reason(body: bytes, before: bytes) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            found = extract(Page(url="file:///x", asked="x", body=before + body, encoding=encoding))
        except ExtractError as error:
            assert error.reason
        else:
            assert found.text


def test_every_line_of_a_long_page_is_in_the_text_or_kept_beside_it() -> None:
    links = "".join(f"<p>Site section number {number}</p>" for number in range(400))
    found = article(
        f"<html><head><title>Council closes old bridge</title></head><body><div>{links}</div><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    kept = {line.text for line in found.removed} | set(found.text.split("\n\n")) | {found.title}
    assert {FIRST, SECOND, *(f"Site section number {number}" for number in range(400))} <= kept
    assert all(0 <= line.at <= len(found.text) for line in found.removed)


# Whole pages, written for this test, of the kinds that readers bring; what a careful reader takes from each stands beside it.
PAGES = Path(__file__).parent / "pages"


def whole(file: Path) -> Article:
    body = file.read_bytes()
    return extract(Page(file.name, file.name, body, decide(body, None)))


def facts(article: Article) -> dict[str, Any]:
    """An article as the gold has it."""
    origin, when = article.origin, article.published
    return {
        "title": article.title,
        "text": article.text.split("\n\n"),
        "language": article.language,
        "outlet": article.source.title or None,
        "section": article.section,
        "authors": list(article.authors),
        "people": [[person.name, person.role] for person in article.people],
        "published": when.value,
        "modified": when.modified,
        "between": [when.earliest, when.latest],
        "origin": [origin.outlet, origin.agency, origin.url] if origin else None,
        "images": [[image.caption, image.credit] for image in article.images],
        "notices": sorted({notice.kind for notice in article.notices}),
    }


@pytest.mark.parametrize("gold", sorted(PAGES.glob("*.json")), ids=lambda file: file.stem)
def test_a_page_gives_its_text_and_its_facts_and_nothing_else(gold: Path) -> None:
    wanted = json.loads(gold.read_text("utf-8"))
    got = facts(whole(PAGES / wanted.pop("page")))
    assert {key: got[key] for key in wanted} == wanted


def test_a_language_declared_against_the_text_is_said_not_to_be_believed() -> None:
    evidence = whole(PAGES / "wronglang_uk.html").language_evidence
    assert evidence.declared == "en-US"
    assert evidence.by.endswith(", not the declared en-US")


def test_an_origin_that_only_the_data_give_quotes_them() -> None:
    origin = whole(PAGES / "basedon_en.html").origin
    assert origin is not None
    assert (origin.evidence.where, origin.evidence.text) == (
        "data",
        "JSON-LD isBasedOn: https://www.lowenbridgetimes.example/2023/09/hourly-levels",
    )
