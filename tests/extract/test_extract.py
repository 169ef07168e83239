from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ExtractError, FetchError
from dragoman.extract import LIMIT, READERS, extract, kind
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page

PROSE = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."


def page(body: bytes, encoding: str = "utf-8") -> Page:
    return Page(url="file:///x", asked="x", body=body, encoding=encoding)


def test_every_reader_can_be_loaded() -> None:
    assert all(callable(READERS.load(name)) for name in READERS)


def test_content_decides_the_reader_even_in_wide_encodings() -> None:
    assert kind(page(f"<html><body><p>{PROSE}</p></body></html>".encode("utf-16"), "utf-16")) == "html"
    assert kind(page(f"Headline\n\n{PROSE} <br>".encode())) == "capture"


@pytest.mark.parametrize(
    ("body", "reason"), [(b"", "empty"), (b" \n", "empty"), (b"a" * (LIMIT + 1), "too large"), (b"\xff\xfe\xff" * 9, "undecodable")]
)
def test_what_cannot_be_read_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(ExtractError) as caught:
        extract(page(body))
    assert caught.value.reason == reason


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_from_the_fetcher_give_an_article_or_a_reason(body: bytes) -> None:
    reason = text = ""
    try:
        text = extract(page(body, decide(body))).text
    except (FetchError, ExtractError) as error:
        reason = error.reason
    assert bool(text) != bool(reason)


def test_a_text_as_long_as_a_book_is_refused_with_its_length() -> None:
    words = "The ministers met in the capital on Tuesday and agreed to meet again before the end of the month. "
    body = "".join(f"<p>Chapter {number}. {words * 4}</p>" for number in range(700))
    page = Page("u", "u", f"<html><body><article>{body}</article></body></html>".encode(), "utf-8")
    with pytest.raises(ExtractError, match="no news article"):
        extract(page)
