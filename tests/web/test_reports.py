from __future__ import annotations

import logging

import msgspec
import pytest
from litestar.testing import TestClient

from dragoman.web.app import create_app
from dragoman.web.reports import KEPT, MOST_BYTES, Reports, parsed

OLD = {"csp-report": {"effective-directive": "script-src", "blocked-uri": "inline", "original-policy": "default-src", "line-number": 3}}
NEW = [{"type": "csp-violation", "body": {"effectiveDirective": "img-src", "blockedURL": "https://evil.example/x"}}]


def test_both_forms_of_report_are_read():
    assert parsed(msgspec.json.encode(OLD)) == [{"effective-directive": "script-src", "blocked-uri": "inline"}]
    assert parsed(msgspec.json.encode(NEW)) == [{"effective-directive": "img-src", "blocked-uri": "https://evil.example/x"}]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[[[",
        b"3",
        b'"text"',
        b"{}",
        b'{"csp-report": 3}',
        b'{"csp-report": {"blocked-uri": 3}}',
        b"[" * 20_000,
        b" " * MOST_BYTES,
    ],
)
def test_anything_else_is_none(body):
    assert parsed(body) == []
    assert not Reports().take(body)


def test_what_is_reported_is_cut_and_printable():
    ((_, text),) = parsed(msgspec.json.encode({"csp-report": {"blocked-uri": "a\r\nb\x1b[31m" + "x" * 999}}))[0].items()
    assert text.startswith("a  b [31mx")
    assert len(text) == 200


def test_a_flood_of_reports_fills_neither_memory_nor_log(caplog):
    reports = Reports()
    with caplog.at_level(logging.WARNING):
        for _ in range(5 * KEPT):
            assert reports.take(msgspec.json.encode(OLD))
    assert len(reports.latest) == KEPT
    assert len(caplog.records) == KEPT


def test_browsers_may_report_without_a_token(desk):
    with TestClient(create_app(desk, judging=desk)) as client:
        sent = client.post("/csp-report", content=msgspec.json.encode(OLD), headers={"Content-Type": "application/csp-report"})
        assert sent.status_code == 204
        assert client.app.state.reports.latest[0]["blocked-uri"] == "inline"
        assert client.post("/csp-report", content=b"nonsense").status_code == 400
        assert client.get("/csp-report").status_code == 405
