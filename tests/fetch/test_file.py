from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from containers import html, mhtml
from dragoman.errors import FetchError
from dragoman.fetch.file import FileFetcher
from dragoman.model.source import Lead
from dragoman.ports import Fetcher


def reason(fetcher: FileFetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Lead(url=url))
    return caught.value.reason


def test_a_file_is_a_fetcher_and_keeps_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a page 100%.html"
    file.write_bytes("<p>сегодня в городе открылась выставка</p>".encode("cp1251"))
    fetcher = FileFetcher()
    assert isinstance(fetcher, Fetcher)
    page = fetcher.fetch(Lead(url=str(file), source="folder"))
    assert (page.body, page.encoding, page.source) == (file.read_bytes(), "cp1251", "folder")
    assert page.url == page.asked == file.as_uri()
    assert fetcher.fetch(Lead(url=file.as_uri())).body == page.body


def test_a_gzipped_page_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(b"<p>words</p>"))
    assert FileFetcher().fetch(Lead(url=str(file))).body == b"<p>words</p>"


def test_standard_input_is_named_by_its_bytes() -> None:
    page = FileFetcher(stdin=lambda: b"some words").fetch(Lead(url="-"))
    assert page.url.startswith("capture:")
    assert page.url == FileFetcher(stdin=lambda: b"some words").fetch(Lead(url="-")).url


def test_bad_files_are_refused_with_their_reason(tmp_path: Path) -> None:
    empty, picture, bomb, large, broken = (tmp_path / name for name in ("empty", "picture", "bomb.gz", "large", "broken.gz"))
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    bomb.write_bytes(gzip.compress(b"a" * 5000))
    large.write_bytes(b"a" * 5000)
    broken.write_bytes(b"\x1f\x8bno such thing")
    fetcher = FileFetcher(limit=1000)
    assert [reason(fetcher, str(file)) for file in (empty, picture, bomb, large, broken)] == [
        "empty",
        "binary",
        "too large",
        "too large",
        "binary",
    ]
    assert reason(fetcher, str(tmp_path)) == reason(fetcher, str(tmp_path / "missing")) == reason(fetcher, "bad\0name") == "unreadable"
    assert reason(fetcher, "-") == "empty"


def test_a_gzipped_page_in_pieces_is_read_whole_and_a_cut_one_as_far_as_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(b"<p>first ") + gzip.compress(b"second</p>"))
    assert FileFetcher().fetch(Lead(url=str(file))).body == b"<p>first second</p>"
    file.write_bytes(gzip.compress(b"<p>first ") + gzip.compress(b"second</p>" * 99)[:-12])
    assert FileFetcher().fetch(Lead(url=str(file))).body.startswith(b"<p>first second</p>")


def test_a_saved_page_bears_the_address_and_the_time_that_it_tells(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(b"<!doctype html>\n<!-- saved from url=(0026)https://news.example/ferry -->\n<html><p>words</p></html>")
    page = FileFetcher().fetch(Lead(url=str(file)))
    assert (page.url, page.asked, page.fetched) == ("https://news.example/ferry", file.as_uri(), None)
    file.write_bytes(mhtml(html()))
    page = FileFetcher().fetch(Lead(url=str(file)))
    assert (page.url, page.asked, page.fetched) == ("https://news.example/ferry", file.as_uri(), "2022-01-13T07:00:00+00:00")
