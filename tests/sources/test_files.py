"""Saved pages: single files, folders, saved feeds, standard input."""

from __future__ import annotations

from pathlib import Path

from containers import html, warc
from dragoman.fetch.archive import ArchiveFetcher
from dragoman.fetch.file import FileFetcher
from dragoman.fetch.route import Router
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.sources.files import File, Folder, Stdin


def names(kind, what: str) -> list[str]:
    return [lead.url.rsplit("/", 1)[-1] for lead in kind.discover(Source("s", kind.name, what), FileFetcher()) if isinstance(lead, Lead)]


def test_a_folder_gives_its_pages_in_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "sub/c.htm", "d.html.gz", "picture.png", ".hidden.html", "README.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert names(Folder(), str(tmp_path)) == ["a.txt", "b.html", "d.html.gz", "c.htm"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (problem,) = Folder().discover(Source("s", "folder", str(tmp_path)), FileFetcher())
    assert isinstance(problem, Problem)
    assert problem.reason == "empty folder"


def test_a_file_is_one_lead_whether_it_is_there_or_not(tmp_path: Path) -> None:
    assert names(File(), str(tmp_path / "no such.txt")) == ["no%20such.txt"]


def test_a_saved_feed_gives_its_articles(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss version='2.0'><channel><item><link>https://n.example/1</link></item></channel></rss>", "utf-8")
    assert [lead.url for lead in File().discover(Source("s", "file", str(feed)), FileFetcher())] == ["https://n.example/1"]


def test_a_feed_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = File().discover(Source("s", "file", str(tmp_path / "feed.xml")), FileFetcher())
    assert isinstance(problem, Problem)


def test_words_of_the_command_line_are_told_apart(tmp_path: Path) -> None:
    assert Stdin().accepts("-")
    assert Folder().accepts(str(tmp_path))
    assert not Folder().accepts(str(tmp_path / "x.txt"))
    assert File().accepts("x.txt")
    assert not File().accepts("https://n.example/")
    assert [lead.url for lead in Stdin().discover(Source("s", "stdin", "-"), FileFetcher())] == ["-"]


def test_folders_that_browsers_save_beside_a_page_hold_none(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/frame.html", "a_files/deep/b.html", "b/c.html", "b_files/d.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert names(Folder(), str(tmp_path)) == ["a.html", "c.html", "d.html"]


def test_a_folder_gives_the_records_of_its_archives_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(html())
    (tmp_path / "b.warc.gz").write_bytes(warc(("https://n.example/1", html(), "text/html"), ("https://n.example/2", html(), "text/html")))
    (tmp_path / "c.warc").write_bytes(b"broken")
    fetcher = Router({"file": FileFetcher, "archive+file": ArchiveFetcher})
    found = list(Folder().discover(Source("s", "folder", str(tmp_path)), fetcher))
    assert [one.via for one in found if isinstance(one, Lead)] == ["folder", "https://n.example/1", "https://n.example/2"]
    assert [one.reason for one in found if isinstance(one, Problem)] == ["no archive"]


def test_standard_input_may_be_an_archive() -> None:
    body = warc(("https://n.example/1", html(), "text/html"))
    (lead,) = Stdin().discover(Source("s", "stdin", "-"), ArchiveFetcher(stdin=lambda: body))
    assert isinstance(lead, Lead)
    assert lead.via == "https://n.example/1"
