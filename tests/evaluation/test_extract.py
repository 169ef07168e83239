from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts
from dragoman.evaluation.extract import Bylines, Dates, Extract, shingles, tokens
from dragoman.extract import extract
from dragoman.model.article import Article
from dragoman.model.page import Page

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."


def parts() -> Parts:
    def read(body: bytes, url: str | None) -> Article:
        return extract(Page(url=url or "file:///x", asked="x", body=body, encoding="utf-8"))

    unused = {name: (lambda *_: None) for name in Parts.__struct_fields__ if name != "extract"}
    return Parts(extract=read, **unused)  # type: ignore[arg-type]


def folder(path: Path, **gold: object) -> str:
    html = f'<html><head><meta name="author" content="Jane Example"><meta name="date" content="2020-05-06"><title>Council closes bridge</title></head><body><p>{FIRST}</p><p>Advertisement</p><p>{SECOND}</p></body></html>'
    (path / "pages").mkdir()
    (path / "pages" / "one.html.gz").write_bytes(gzip.compress(html.encode()))
    record = {
        "id": "one",
        "url": "https://example.org/one",
        "language": "en",
        "title": None,
        "text": None,
        "authors": None,
        "published": None,
    }
    (path / "gold.jsonl").write_bytes(msgspec.json.encode({**record, **gold}))
    return str(path)


def test_a_right_text_scores_one_and_a_peer_is_scored_beside_it(tmp_path: Path) -> None:
    score = Extract().score(folder(tmp_path, text=f"{FIRST}\n{SECOND}"), parts())
    assert (score.task, score.n) == ("extract", 1)
    assert score.metrics["f1"] == score.metrics["exact"] == 1.0
    assert score.by_language["en"]["f1"] == 1.0
    assert "f1" in score.peers["trafilatura"]


def test_pieces_are_scored_where_there_is_no_text(tmp_path: Path) -> None:
    score = Extract().score(folder(tmp_path, **{"with": ["agreed that the old", "not there"], "without": ["Advertisement"]}), parts())
    assert score.metrics["segment_f1"] == pytest.approx(2 / 3)


def test_pages_without_gold_are_scored_by_plausibility(tmp_path: Path) -> None:
    assert Extract().score(folder(tmp_path), parts()).metrics == {"plausible": 1.0, "failures": 0.0}


def test_dates_and_bylines_are_scored_by_exact_match(tmp_path: Path) -> None:
    path = folder(tmp_path, published="2020-05-06T10:00", authors=["JANE EXAMPLE", "John Sample"])
    assert Dates().score(path, parts()).metrics["accuracy"] == 1.0
    assert Bylines().score(path, parts()).metrics["f1"] == pytest.approx(2 / 3)


def test_titles_are_scored_where_the_gold_has_them(tmp_path: Path) -> None:
    score = Extract().score(folder(tmp_path, title="Council closes bridge!", text=FIRST), parts())
    assert score.metrics["title"] == score.peers["trafilatura"]["title"] == 1.0


def test_an_author_that_the_page_does_not_name_is_counted_as_invented(tmp_path: Path) -> None:
    assert Bylines().score(folder(tmp_path, authors=[]), parts()).metrics["invented"] == 1.0


def test_a_set_that_names_no_author_has_only_the_share_of_pages_that_got_one(tmp_path: Path) -> None:
    path = Path(folder(tmp_path))
    record = (path / "gold.jsonl").read_bytes()
    (path / "gold.jsonl").write_bytes(record + b"\n" + record)
    score = Bylines().score(str(path), parts())
    assert (score.metrics, score.by_language) == ({"given": 1.0}, {"en": {"given": 1.0}})
    assert score.peers["trafilatura"] == {"given": 1.0}


def test_a_date_that_the_page_does_not_have_is_counted_as_invented(tmp_path: Path) -> None:
    metrics = Dates().score(folder(tmp_path), parts()).metrics
    assert (metrics["invented"], metrics["accuracy"], metrics["right_or_unknown"]) == (1.0, 0.0, 0.0)


def test_a_date_that_is_not_found_is_not_right_and_not_wrong(tmp_path: Path) -> None:
    path = Path(folder(tmp_path, published="2020-05-09"))
    page = gzip.decompress((path / "pages" / "one.html.gz").read_bytes()).replace(b'content="2020-05-06"', b'content="2020-05"')
    (path / "pages" / "one.html.gz").write_bytes(gzip.compress(page))
    metrics = Dates().score(str(path), parts()).metrics
    assert (metrics["accuracy"], metrics["coverage"], metrics["right_or_unknown"]) == (0.0, 0.0, 1.0)


def test_shingles_count_words_and_single_characters() -> None:
    assert tokens("Two words, 汉字") == ["two", "words", "汉", "字"]
    assert shingles("a b c d e", "a b c d e") == (1.0, 1.0, 1.0)
    assert shingles("", "a b c d") == (0.0, 0.0, 0.0)
    precision, recall, _ = shingles("a b c d x y", "a b c d")
    assert (precision, recall) == (pytest.approx(1 / 3), 1.0)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"gold\.jsonl"):
        Extract().score(str(tmp_path), parts())


def test_a_page_that_is_not_there_is_named(tmp_path) -> None:
    record = {"id": "gone", "url": None, "language": "en", "title": None, "text": "x", "authors": None, "published": None}
    (tmp_path / "gold.jsonl").write_text(msgspec.json.encode(record).decode() + "\n", "utf-8")
    with pytest.raises(DragomanError, match="gone"):
        Extract().score(str(tmp_path), None)
