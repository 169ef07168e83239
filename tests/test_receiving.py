"""Pages that are handed over are read like any other, in a process of their own, and nothing is fetched."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor
from datetime import datetime
from typing import Any

import msgspec
import pytest

from dragoman import receiving
from dragoman.desk import Desk
from dragoman.errors import StoreError
from dragoman.model.ids import digest
from dragoman.model.page import Handed, Page
from dragoman.model.problem import Problem
from dragoman.model.query import Collected
from dragoman.receiving import page_of

TEXT = "<html><head><title>Talks on cod end</title></head><body><article><p>{}</p></article></body></html>".format(
    "The ministers of both islands met on Monday and agreed to fish less cod next year. " * 6
)
ADDRESS = "https://gazette.example/cod"


@pytest.fixture
def desk(tmp_path):
    with Desk.open(desk=str(tmp_path / "desk"), embedder="hashing", annotators="sentences") as opened:
        yield opened


def test_a_page_is_read_and_filed_in_another_process_and_known_the_next_time(desk) -> None:
    fetched = datetime.fromisoformat("2031-03-10T12:00:00+02:00")
    page, nothing = Handed(ADDRESS, TEXT, fetched=fetched), Handed("https://gazette.example/empty", " ")
    done = desk.receive([page, nothing])
    assert (done.new, done.failed, [one.reason for one in done.problems]) == (1, 1, ["empty"])
    article = next(iter(desk.store().readings())).article
    assert (article.url, article.title) == (ADDRESS, "Talks on cod end")
    assert desk.store().known(ADDRESS, digest(page.html.encode(), size=16))


def test_one_collection_at_a_time_and_one_that_breaks_is_told(desk, monkeypatch) -> None:
    class Meeting:
        def map(self, work: Any, items: Any) -> list[Collected]:
            with pytest.raises(StoreError, match="already"):
                desk.receive([Handed(ADDRESS, TEXT)])
            raise BrokenExecutor

    monkeypatch.setattr(receiving.RUNNERS, "make", lambda name, **options: Meeting())
    for _ in range(2):
        with pytest.raises(StoreError, match="broke down"):
            desk.receive([Handed(ADDRESS, TEXT)])


def test_what_is_handed_over_becomes_a_page_or_a_problem() -> None:
    page = page_of(Handed(ADDRESS, body="<p>你好，世界".encode("gb18030"), fetched=datetime.fromisoformat("2031-03-10T12:00:00+02:00")))
    assert isinstance(page, Page)
    assert (page.asked, page.encoding, page.fetched) == (ADDRESS, "gb18030", "2031-03-10T10:00:00+00:00")
    assert page.body.decode(page.encoding) == "<p>你好，世界"
    for body, reason in ((b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary")):
        problem = page_of(Handed(ADDRESS, body=body))
        assert isinstance(problem, Problem)
        assert (problem.url, problem.reason) == (ADDRESS, reason)


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "ftp://a.example/", "https://", "https://a@b.example/", "javascript:alert(1)", "https://a.example/ b"]
)
def test_an_address_is_one_of_the_web(url) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"url": url, "html": TEXT}, Handed)
