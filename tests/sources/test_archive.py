"""An archive gives its records; what cannot be read in it is told."""

from __future__ import annotations

from pathlib import Path

from containers import html, warc
from dragoman.fetch.archive import ArchiveFetcher
from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.sources.archive import Archive

PAGES = [(f"https://news.example/{number}", html(), "text/html") for number in range(2)]


def discover(what: str, fetcher: object = None) -> list[Lead | Problem]:
    return list(Archive().discover(Source("s", "archive", what), fetcher or ArchiveFetcher()))  # type: ignore[arg-type]


def test_archives_are_known_by_their_names() -> None:
    names = ("a.warc", "B.WARC.GZ", "a.arc.gz", "a.wacz", "file:///a.eml", "news.mbox")
    assert [Archive().accepts(name) for name in names] == [True] * 6
    assert [Archive().accepts(name) for name in ("a.html", "https://n.example/a.warc", "-", "warc", "a.pdf")] == [False] * 5


def test_every_record_is_a_lead_of_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc(*PAGES))
    found = discover(str(tmp_path / "a.warc.gz"))
    assert [(lead.via, lead.source) for lead in found if isinstance(lead, Lead)] == [(url, "s") for url, _, _ in PAGES]


def test_an_archive_without_pages_and_a_file_that_is_none_are_problems(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(("https://n.example/", b"x", "image/png"), gzip=False))
    (tmp_path / "b.warc").write_bytes(html())
    for name, reason in (("a.warc", "empty archive"), ("b.warc", "no archive"), ("c.warc", "unreadable")):
        (problem,) = discover(str(tmp_path / name))
        assert isinstance(problem, Problem)
        assert problem.reason == reason


def test_a_list_that_is_no_list_is_a_problem(tmp_path: Path) -> None:
    address = "archive+" + (tmp_path / "a.warc").as_uri()
    (problem,) = discover(str(tmp_path / "a.warc"), RecordedFetcher({address: b"[1]"}))
    assert isinstance(problem, Problem)
    assert problem.reason == "broken archive"
