from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import html, wacz, warc
from dragoman.errors import FetchError
from dragoman.fetch import wacz as reader
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

LIMIT = 1_000_000
PAGES = [(f"https://news.example/{number}", html(f"Ferry {number}"), "text/html") for number in range(3)]


def leads(body: bytes) -> list[Lead | Problem]:
    return list(reader.leads(io.BytesIO(body), "archive+file:///a.wacz#", LIMIT))


def page(body: bytes, lead: Lead):
    return reader.page(io.BytesIO(body), lead.url.partition("#")[2], lead, LIMIT)


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_pages_that_were_visited_come_with_their_titles(compression: int) -> None:
    body = wacz(warc(*PAGES), [{"url": PAGES[1][0], "title": "Ferry", "ts": "2022-01-13T05:06:07Z"}], compression)
    assert reader.is_archive(io.BytesIO(body))
    (lead,) = leads(body)
    assert (lead.via, lead.title) == (PAGES[1][0], "Ferry")
    assert page(body, lead).body == PAGES[1][1]


def test_without_a_list_that_fits_every_page_comes() -> None:
    for pages in ([], [{"url": "https://elsewhere.example/"}]):
        assert [lead.via for lead in leads(wacz(warc(*PAGES), pages))] == [url for url, _, _ in PAGES]


def test_a_member_that_climbs_out_of_the_archive_is_not_looked_at() -> None:
    body = wacz(warc(*PAGES), name="../../../etc/data.txt")
    assert not reader.is_archive(io.BytesIO(body))
    assert leads(body) == []
    with pytest.raises(FetchError):
        page(wacz(warc(*PAGES)), Lead("archive+file:///a.wacz#..%2F..%2Fetc%2Fpasswd@0"))


def test_a_zip_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "ROOM", 1000)
    body = wacz(b"WARC/1.0\r\n" + bytes(1_000_000), compression=zipfile.ZIP_DEFLATED, name="data.warc")
    assert [one.reason for one in leads(body) if isinstance(one, Problem)] == ["too large"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 4000))
def test_a_damaged_archive_gives_leads_or_problems(noise: bytes, at: int) -> None:
    whole = wacz(warc(*PAGES))
    body = whole[:at] + noise + whole[at + len(noise) :]
    for one in leads(body):
        if isinstance(one, Lead):
            try:
                assert page(body, one).asked == one.url
            except FetchError as error:
                assert error.reason
