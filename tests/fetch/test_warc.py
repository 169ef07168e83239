from __future__ import annotations

import gzip
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import html, warc
from dragoman.errors import FetchError
from dragoman.fetch import warc as reader
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

LIMIT = 100_000
URL = "https://news.example/ferry"
PAGES = [(f"https://news.example/{number}", html(f"Ferry {number}"), "text/html; charset=utf-8") for number in range(3)]


def leads(body: bytes, limit: int = LIMIT) -> list[Lead | Problem]:
    return list(reader.leads(io.BytesIO(body), "archive+file:///a#", limit))


def page(body: bytes, lead: Lead, limit: int = LIMIT):
    return reader.page(io.BytesIO(body), lead.url.partition("#")[2], lead, limit)


@pytest.mark.parametrize("packed", [True, False])
def test_every_page_comes_with_its_address_its_time_and_its_header(packed: bool) -> None:
    body = warc(*PAGES, gzip=packed)
    found = leads(body)
    assert [lead.via for lead in found if isinstance(lead, Lead)] == [url for url, _, _ in PAGES]
    assert len({lead.url for lead in found}) == 3
    for lead, (url, payload, _) in zip(found, PAGES, strict=True):
        got = page(body, lead)
        assert (got.url, got.body, got.encoding, got.status) == (url, payload, "utf-8", 200)
        assert (got.asked, got.fetched) == (lead.url, "2022-01-13T05:06:07+00:00")
        assert got.headers["content-type"] == "text/html; charset=utf-8"


def test_a_file_gzipped_as_a_whole_is_read_too() -> None:
    body = gzip.compress(warc(*PAGES, gzip=False))
    assert [page(body, lead).url for lead in leads(body)] == [url for url, _, _ in PAGES]


def test_a_record_packed_in_two_pieces_is_one() -> None:
    plain = warc(PAGES[0], gzip=False)
    at = plain.index(b"<!doctype")
    body = gzip.compress(plain[:at]) + gzip.compress(plain[at:]) + warc(PAGES[1])
    assert [page(body, lead).body for lead in leads(body)] == [PAGES[0][1], PAGES[1][1]]


def test_what_is_no_page_is_passed_over() -> None:
    assert leads(warc((URL, b"x", "image/png"), (URL, b"{}", "application/json"))) == []
    assert leads(warc((URL, html(), "text/html"), status="404 Not Found")) == []
    assert leads(warc((URL, html(), "text/html"), kind="revisit")) == []
    assert leads(warc(("https://news.example/robots.txt", b"User-agent: *", "text/plain"), ("dns:a", html(), "text/html"))) == []


def test_a_resource_needs_no_http_header() -> None:
    body = warc((URL, html(), "text/html"), kind="resource")
    (lead,) = leads(body)
    assert page(body, lead).body == html()


def test_an_encoding_that_only_the_header_tells_is_heard() -> None:
    text = "Паром снова ходит между островами после шторма, сообщили в порту."
    body = warc((URL, f"<p>{text}</p>".encode("koi8-r"), "text/html; charset=koi8-r"))
    (lead,) = leads(body)
    assert page(body, lead).encoding == "koi8-r"


def test_a_chunked_and_packed_payload_is_unpacked() -> None:
    packed = gzip.compress(html())
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    block = head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    record = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://news.example/ferry>\r\nContent-Length: %d\r\n" % len(block)
    body = record + b"Content-Type: application/http; msgtype=response\r\n\r\n" + block + b"\r\n\r\n"
    (lead,) = leads(body)
    assert (page(body, lead).url, page(body, lead).body) == (URL, html())


@pytest.mark.parametrize("packed", [True, False])
def test_a_broken_record_is_a_problem_and_the_others_are_read(packed: bool) -> None:
    whole = [warc(one, gzip=packed) for one in PAGES]
    spoilt = bytearray(whole[1])
    spoilt[10 if packed else 0] ^= 0xFF
    found = leads(whole[0] + bytes(spoilt) + whole[2])
    assert [lead.via for lead in found if isinstance(lead, Lead)] == [PAGES[0][0], PAGES[2][0]]
    assert [one.reason for one in found if isinstance(one, Problem)] == ["broken record"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_that_was_cut_in_half_is_a_problem(packed: bool) -> None:
    found = leads(warc(*PAGES, gzip=packed)[: -len(PAGES[2][1]) // 2])
    assert [type(one) for one in found[:2]] == [Lead, Lead]
    assert {one.reason for one in found[2:] if isinstance(one, Problem)} <= {"truncated", "broken record"}
    assert len(found) == 3


def test_a_page_over_the_limit_and_one_that_unpacks_to_more_are_problems() -> None:
    (large,) = leads(warc((URL, b"<p>" + b"word " * 30_000, "text/html")), 50_000)
    assert isinstance(large, Problem)
    assert large.reason == "too large"
    packed = gzip.compress(b"<p>" + b"word " * 30_000)
    record = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/\r\nContent-Length: %d\r\n\r\n"
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed
    body = record % len(block) + block + b"\r\n\r\n"
    (lead,) = leads(body, 50_000)
    with pytest.raises(FetchError) as caught:
        page(body, lead, 50_000)
    assert caught.value.reason == "too large"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "ROOM", 1_000_000)
    monkeypatch.setattr(reader, "RATIO", 0)
    bomb = warc((URL, bytes(20_000_000), "text/html"), (URL, html(), "text/html"))
    assert [one.reason for one in leads(bomb) if isinstance(one, Problem)][-1] == "too large"


def test_a_length_that_is_a_lie_asks_for_nothing() -> None:
    (one,) = leads(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/\r\nContent-Length: 999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
    )
    assert isinstance(one, Problem)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3000), st.sampled_from([True, False]))
def test_any_bytes_and_any_cut_give_leads_or_problems(noise: bytes, cut: int, packed: bool) -> None:
    for body in (noise, b"WARC/1.0\r\n" + noise, b"filedesc://" + noise, b"\x1f\x8b\x08" + noise, warc(*PAGES, gzip=packed)[:cut] + noise):
        for one in leads(body):
            if isinstance(one, Lead):
                try:
                    assert page(body, one).url
                except FetchError as error:
                    assert error.reason


@given(st.text(max_size=20))
def test_a_place_that_is_none_is_refused(place: str) -> None:
    with pytest.raises(FetchError):
        reader.cut_at(io.BytesIO(b"no archive"), place, LIMIT)
