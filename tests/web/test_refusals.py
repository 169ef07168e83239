"""What is told to who asks too often."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient

import portal_beside as beside
from dragoman.web.app import COOKIE, create_app
from dragoman.web.care import Care


@pytest.fixture(scope="module")
def slow():
    from_elsewhere = Care(rate=1, alone=False)
    with TestClient(create_app(beside.fakes().FakeDesk(), care=from_elsewhere)) as made:
        made.get("/keys")
        yield made


def test_a_reader_gets_a_page_in_their_language(slow):
    answer = slow.get("/", headers={"Accept": "text/html,*/*;q=0.8", "Accept-Language": "fr"})
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="fr" dir="ltr"' in answer.text
    assert int(answer.headers["retry-after"]) > 0
    assert "default-src" in answer.headers["content-security-policy"]
    again = slow.get("/", headers={"Accept": "text/html", "Accept-Language": "fr", "Cookie": f"{COOKIE}=ar; x=y"})
    assert '<html lang="ar" dir="rtl"' in again.text


def test_a_program_gets_a_problem(slow):
    answer = slow.get("/api/stories", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (429, "application/problem+json")
    assert answer.json()["status"] == 429
    assert answer.json()["title"] == "Too Many Requests"
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("header", ["", "=;=", "a=b; " * 100])
def test_all_others_get_a_line(slow, header):
    answer = slow.get("/", headers={"Accept": "*/*", "Cookie": header})
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Too many requests; try again in ")
