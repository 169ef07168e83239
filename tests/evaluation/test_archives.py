from __future__ import annotations

from msgspec.structs import replace

from containers import html, warc
from dragoman.evaluation.archives import files
from dragoman.evaluation.feeds import Feeds
from dragoman.model.ids import digest
from dragoman.model.page import Page
from dragoman.model.problem import Problem

URL = "https://news.example/"
PAGES = [Page(f"{URL}{number}", "x", html(f"Ferry {number}"), "utf-8") for number in range(3)]


def archive(*pages: Page) -> bytes:
    return warc(*((page.url, page.body, "text/html") for page in pages))


def test_pages_that_both_read_alike_agree(tmp_path, light):
    (tmp_path / "a.warc.gz").write_bytes(archive(*PAGES))
    parts = replace(light, pages=lambda path: [PAGES[0], replace(PAGES[1], body=b"other"), Problem("discover", "truncated", path)])
    score = Feeds().score(str(tmp_path), parts)
    assert (score.task, score.n) == ("feeds", 1)
    assert score.metrics == {"agreement": 1 / 3, "pages": 2.0, "problems": 1.0, "crashes": 0.0}
    assert score.peers == {"warcio": {"pages": 3.0, "crashes": 0.0}}


def test_crashes_of_either_are_counted(tmp_path, light):
    def crash(path):
        raise ValueError(path)

    (tmp_path / "a.warc.gz").write_bytes(archive(*PAGES))
    (tmp_path / "b.warc.gz").write_bytes(archive(PAGES[0])[:40] + b"\x1f\x8b\x08")
    score = Feeds().score(str(tmp_path), replace(light, pages=crash))
    assert score.metrics["crashes"] == 2.0
    assert score.metrics["agreement"] == 0.0
    assert [path.name for path in files(str(tmp_path))] == ["a.warc.gz", "b.warc.gz"]
    assert digest(b"a") != digest(b"b")
