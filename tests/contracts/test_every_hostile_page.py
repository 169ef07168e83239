"""Pages made to hurt: each ends in an article or in a stated reason, and within a bound on the work that is done, counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ExtractError, FetchError
from dragoman.extract import extract
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page

REASONS = frozenset(("empty", "too large", "too deep", "undecodable", "no text", "binary"))
PROSE = b"<p>The ministers met in the capital on Tuesday and agreed to meet again before the end of the month.</p>"
STORY = b"<html><head><title>Ministers meet in the capital</title></head><body><article><h1>Ministers meet in the capital</h1>" + PROSE * 4
DATA = b'<html><head><script type="application/ld+json">'
# Calls of Python functions that a page may cost: an article of a newspaper takes some ten thousand.
MOST_CALLS = 12_000_000

PAGES: dict[str, bytes] = {
    **{
        f"deep {tag}": f"<html><body>{f'<{tag}>' * 100_000}".encode() + PROSE
        for tag in ("div", "span", "x-unknown", "svg", "math", "b", "blockquote", "li", "a")
    },
    "deep, closed": b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
    "attributes": STORY + b"<p " + b'a="b" ' * 200_000 + b">",
    "different attributes": STORY + b"<p " + b" ".join(b"a%d" % n for n in range(4_000)) + b">x",
    "50 MB": STORY + b"<p " + b'class="aaaaaaaa" ' * 3_000_000 + b">x",
    "a quote that never ends": STORY + b'<p title="' + b"word > " * 300_000,
    "open brackets": STORY + b"<a <" * 60_000,
    "open comments": STORY + b"<!--" * 60_000,
    "open scripts": STORY + b"<script>" * 60_000,
    "open drawings": STORY + b"<svg>" * 60_000,
    "instructions": STORY + b"<?xml a?>" * 60_000,
    "entities": STORY + b"&amp;lt;" * 200_000,
    "authors": STORY + b'<span class="author">A B</span>' * 100_000,
    "times": STORY + b'<time datetime="2022-01-12">12.01.2022</time>' * 60_000,
    "links": STORY + b"<p>" + b'<a href="/x">word</a> ' * 50_000,
    "metas": b"<html><head>" + b'<meta name="author" content="A B">' * 100_000 + PROSE * 4,
    "headings": STORY + b"<h1>x</h1>" * 200_000,
    "table": STORY + b"<table>" + (b"<tr>" + b"<td>cell" * 10 + b"</tr>") * 10_000,
    "data, large": DATA + b'{"a":"' + b"x" * 14_000_000 + b'"}</script>' + PROSE * 4,
    "data, deep": DATA + b'{"@graph":[' * 50_000 + b"</script>" + PROSE * 4,
    "data, many": DATA + b"[" + b"{}," * 200_000 + b"{}]</script>" + PROSE * 4,
    "zero bytes": b"<html><body>" + b"\0" * 500_000 + PROSE,
    "UTF-7": b'<html><head><meta charset="utf-7"><body>' + b"+ADw-script+AD4-" * 50_000 + PROSE * 4,
    "lone surrogates": "<p>\ud800\udc00 word \udfff</p>".encode("utf-8", "surrogatepass") * 30_000,
    "surrogate entities": STORY + b"&#xd800;&#xdfff;" * 20_000,
    "controls of direction": STORY + "\u202e\u2066abc\u2069\u200f".encode() * 20_000,
    "one line": b"The ministers met in the capital. " * 150_000,
    "lines": b"The ministers met.\n" * 700_000,
    "dates": b"2022-01-12 " * 90_000,
    "open tags in a capture": b"Ministers meet in the capital\n" + b"<a " * 300_000,
}
# Pages just under the bounds: 60,000 tags, 20,000 lines, captures of 12,000 lines and a million characters.
PAGES |= {
    "links in one paragraph": STORY + b"<p>" + b'<a href="/x">word</a> ' * 29_900,
    "links, each in a paragraph": STORY + b'<p>A <a href="/x">word</a> of it.</p>' * 14_900,
    "many authors": STORY + b'<span class="author">A B</span>' * 29_900,
    "many times": STORY + b'<time datetime="2022-01-12">12.01.2022</time>' * 19_900,
    "many metas": b"<html><head>" + b'<meta name="author" content="A B">' * 59_900 + PROSE * 4,
    "many headings": STORY + b"<h1>Ministers meet</h1>" * 9_900,
    "pictures with captions": STORY + b"<figure><img src='https://a.example/p.jpg'><figcaption>A caption</figcaption></figure>" * 11_900,
    "hidden elements": STORY + b'<p style="display: none">x</p>' * 29_900,
    "paragraphs with dates": STORY + b"<p>Monday, 12 January 2022, 10:10</p>" * 9_900,
    "bylines": STORY + b"<p>By Jane Miller and John Smith</p>" * 19_900,
    "crumbs": STORY + b'<div class="crumb">x > y</div>' * 9_900,
    "cells": STORY + b"<table>" + b"<tr><td>cell</td><td>cell</td></tr>" * 9_900,
    "data, many scripts": DATA
    + b'{"@type":"NewsArticle"}</script>'
    + (DATA[12:] + b'{"@type":"NewsArticle"}</script>') * 29_800
    + PROSE * 4,
    **{
        f"capture of {name}": "".join(f"{line} {number}\n" for number in range(11_900)).encode()
        for name, line in {
            "dates": "Monday, 12 January 2022",
            "bylines": "By Jane Miller and John Smith",
            "offers": "Read more: another story of the day",
            "quotes": "“The ministers met”, he said.",
            "brackets": "[The ministers (met)]",
            "credits": "来源：示例报 记者 王小明",
        }.items()
    },
    "capture of one line": b"word " * 190_000,
}


@pytest.fixture
def counted() -> Iterator[Callable[[], int]]:
    """How many Python functions were called since the test began."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    yield lambda: calls
    sys.setprofile(before)


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_ends_in_an_article_or_a_reason_after_bounded_work(name: str, counted: Callable[[], int]) -> None:
    assert _read(PAGES[name]) in REASONS | {"article"}
    assert counted() < MOST_CALLS


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [b"<p>", b"</p>", b"<div class='author date'>", b"<!--", b"-->", b"<script>", b"</script>", b"<a href='//[x'>", b"<svg", b'"', b"&#x0;", b"&amp;lt;b&amp;gt;",
                 b"\xff\xfe", b"\x00", b"<table><td>", b"<meta property=og:url content='http://[::1'>", b"<time datetime=9999-99-99>", b"<br>", b"2022-13-45", PROSE, STORY, "记者 来源：".encode(), "\u202e".encode()]
            ),
            st.integers(1, 40),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_no_mixture_of_broken_pieces_is_a_crash(pieces: list[tuple[bytes, int]]) -> None:
    assert _read(b"".join(piece * times for piece, times in pieces)) in REASONS | {"article"}


def _read(body: bytes) -> str:
    try:
        extract(Page("https://example.org/a", "https://example.org/a", body, decide(body)))
    except (ExtractError, FetchError) as error:
        return error.reason
    return "article"
