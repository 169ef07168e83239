from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import html, message, wacz, warc
from dragoman.errors import FetchError
from dragoman.fetch.archive import ArchiveFetcher
from dragoman.model.source import Lead
from dragoman.ports import Fetcher

URL = "https://news.example/ferry"
KINDS = [warc((URL, html(), "text/html")), wacz(warc((URL, html(), "text/html"))), message().as_bytes()]


@pytest.mark.parametrize("body", KINDS)
def test_an_archive_is_told_by_its_bytes_and_listed_and_read(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "a name with 100%.bin"
    file.write_bytes(body)
    fetcher = ArchiveFetcher()
    assert isinstance(fetcher, Fetcher)
    address = "archive+" + file.as_uri()
    listed = fetcher.fetch(Lead(address, "s"))
    assert listed.headers["content-type"] == "application/x-ndjson"
    assert listed.body.count(b"\n") == 1
    place = listed.body.decode().partition('"url":"')[2].partition('"')[0]
    got = fetcher.fetch(Lead(place, "s"))
    assert got.asked == place
    assert b"The ferry between Marn and Pell" in got.body
    assert got.source == "s"


@pytest.mark.parametrize("body", KINDS)
def test_standard_input_may_be_an_archive(body: bytes) -> None:
    fetcher = ArchiveFetcher(stdin=lambda: body)
    assert fetcher.fetch(Lead("archive+stdin:///")).body.strip()


@pytest.mark.parametrize(("body", "reason"), [(html(), "no archive"), (b"", "no archive"), (b"PK\x03\x04 no zip", "no archive")])
def test_what_is_no_archive_says_so(body: bytes, reason: str) -> None:
    with pytest.raises(FetchError) as caught:
        ArchiveFetcher(stdin=lambda: body).fetch(Lead("archive+stdin:///"))
    assert caught.value.reason == reason


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    for address in (f"archive+{(tmp_path / 'none').as_uri()}", f"archive+{tmp_path.as_uri()}", "archive+file:///a%00b"):
        with pytest.raises(FetchError) as caught:
            ArchiveFetcher().fetch(Lead(address))
        assert caught.value.reason == "unreadable"


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.text(max_size=8))
def test_any_bytes_are_listed_or_refused(body: bytes, place: str) -> None:
    for address in ("archive+stdin:///", f"archive+stdin:///#{place}"):
        try:
            assert ArchiveFetcher(stdin=lambda: body).fetch(Lead(address)).body
        except FetchError as error:
            assert error.reason
