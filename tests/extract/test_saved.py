from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.saved import Saved, clean, origin, unwrapped

WAYBACK = "https://web.archive.org/web/20210203040506/https://news.example/ferry?a=1"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (WAYBACK, Saved("https://news.example/ferry?a=1", "2021-02-03T04:05:06+00:00")),
        ("http://web.archive.org/web/20210203id_/http:/n.example/1", Saved("http://n.example/1", "2021-02-03T00:00:00+00:00")),
        ("https://web.archive.org/web/2021/http://n.example/1", Saved("http://n.example/1")),
        ("https://web.archive.org/web/20219999999999/http://n.example/1", Saved("http://n.example/1")),
        ("https://n.example/web/20210203040506/http://a.example/", Saved("https://n.example/web/20210203040506/http://a.example/")),
    ],
)
def test_an_address_of_the_wayback_machine_holds_the_one_it_keeps_and_when(url: str, found: Saved) -> None:
    assert unwrapped(url) == found


def test_browsers_write_where_a_page_was_saved_from() -> None:
    body = b"<!DOCTYPE html>\r\n<!-- saved from url=(0026)https://news.example/ferry -->\r\n<html>"
    assert origin(body) == Saved("https://news.example/ferry")
    assert origin(body.replace(b"https://news.example/ferry", WAYBACK.encode())) == unwrapped(WAYBACK)
    assert origin(b"<!-- saved from url=(0014)about:internet --><html>") is None


def test_singlefile_writes_the_time_too() -> None:
    body = b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://news.example/ferry \n saved date: %s\n--><meta>"
    told = b"Thu Jan 13 2022 10:00:00 GMT+0300 (Moscow Standard Time)"
    assert origin(body % told) == Saved("https://news.example/ferry", "2022-01-13T07:00:00+00:00")
    assert origin(body % b"some day or other") == Saved("https://news.example/ferry")


def test_the_toolbar_and_the_rewritten_links_of_the_wayback_machine_go() -> None:
    toolbar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div>\n<!-- END WAYBACK TOOLBAR INSERT -->"
    page = (
        f"<body>{toolbar}<a href='/web/20210203040506/https://a.example/'>x</a><img src='//web.archive.org/web/2021im_/http://b.example/i'>"
    )
    assert clean(page) == "<body><a href='https://a.example/'>x</a><img src='http://b.example/i'>"


@pytest.mark.parametrize("page", ["<a href='/web/2021/http://a.example/'>", "<p>web.archive.org keeps pages</p>"])
def test_other_pages_are_left_alone(page: str) -> None:
    assert clean(page) == page


@given(st.binary(max_size=200), st.text(max_size=60))
def test_any_bytes_and_words_are_looked_at_without_harm(body: bytes, words: str) -> None:
    assert origin(b"<!-- Page saved with SingleFile url: https://n.example/ saved date: " + body) is not body
    assert isinstance(unwrapped(f"https://web.archive.org/web/{words}").url, str)
    assert isinstance(clean(f"web.archive.org/web/{words}"), str)
