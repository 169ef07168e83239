from __future__ import annotations

import gzip
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts
from dragoman.evaluation.captures import Captures, Sheet, Standing, lines_of, lost, pieces_of, render, says
from dragoman.extract import extract
from dragoman.model.article import Article
from dragoman.model.page import Page

FIRST = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
SECOND = "Engineers had warned for months that the pillars were moving, and last week they repeated the warning in a letter to the mayor."
THIRD = "The new bridge is due to open next summer, and until then lorries have to take the long way round through the hills."


def parts() -> Parts:
    def read(body: bytes, url: str | None) -> Article:
        assert url is None
        return extract(Page(url="capture:x", asked="x", body=body, encoding="utf-8"))

    unused = {name: (lambda *_: None) for name in Parts.__struct_fields__ if name != "extract"}
    return Parts(extract=read, **unused)  # type: ignore[arg-type]


def folder(path: Path, **gold: object) -> str:
    menu = "".join(f"<li>{word}</li>" for word in ("Home", "News", "Sport", "Weather", "Contact us"))
    html = f"<html><head><title>Title</title><style>p {{}}</style></head><body><ul>{menu}</ul><h1>Council closes bridge</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>Advertisement</p></body></html>"
    (path / "pages").mkdir(parents=True)
    (path / "pages" / "one.html.gz").write_bytes(gzip.compress(html.encode()))
    record = {"id": "one", "url": "https://example.org/one", "language": "en", "title": None, "text": None}
    (path / "gold.jsonl").write_bytes(msgspec.json.encode({**record, **gold}))
    return str(path)


def sheet(capture: str, body: str, **gold: object) -> Sheet:
    return Sheet({"text": None, **gold}, capture, body, body)


def test_a_page_is_rendered_as_it_reads_with_its_furniture_and_without_what_is_hidden() -> None:
    html = """<html><head><title>T</title></head><body><script>x()</script><nav><a>Home</a></nav><p>One  <b>two</b>
      three<br>four</p><p>five</p><table><tr><td>a</td><td>b</td></tr></table><div hidden>no</div><div style="display: none">no</div>
      <pre>k  l
m</pre>tail<select><option>no</option></select></body></html>"""
    assert render(html).split("\n") == ["Home", "", "One two three", "four", "", "five", "", "a\tb", "", "k  l", "m", "tail", ""]


@pytest.mark.parametrize("html", ["", "<!-- x -->", "\0"])
def test_nothing_renders_to_nothing(html: str) -> None:
    assert render(html).strip() == ""


def test_a_deep_page_is_rendered() -> None:
    assert "x" in render("<div>" * 200 + "x")


def test_a_right_body_scores_one_and_peers_are_scored_beside_it(tmp_path: Path) -> None:
    score = Captures().score(folder(tmp_path, text=f"{FIRST}\n{SECOND}\n{THIRD}"), parts())
    assert (score.task, score.n) == ("captures", 1)
    assert score.metrics["line_f1"] == score.metrics["whole"] == 1.0
    assert score.by_language["en"]["micro_f1"] == 1.0
    assert score.peers["every line"]["whole"] == 1.0
    assert {"justext", "trafilatura on the HTML"} <= set(score.peers)


def test_pieces_are_scored_where_there_is_no_text(tmp_path: Path) -> None:
    gold = {"with": ["agreed that the old bridge", "stands nowhere at all"], "without": ["Contact us"]}
    assert Captures().score(folder(tmp_path, **gold), parts()).metrics["segment_f1"] == 1.0


def test_a_folder_of_sets_is_scored_as_one(tmp_path: Path) -> None:
    folder(tmp_path / "a", text=f"{FIRST}\n{SECOND}\n{THIRD}")
    folder(tmp_path / "b", **{"with": ["agreed that the old bridge"], "without": []})
    assert Captures().score(str(tmp_path), parts()).n == 2


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"gold\.jsonl"):
        Captures().score(str(tmp_path), parts())


def test_lines_are_told_apart_by_their_words_and_names_and_dates_do_not_count() -> None:
    assert Standing(FIRST).has("agreed that the old bridge")
    assert not Standing(FIRST).has("agreed that a new bridge")
    assert (says("12 May 2021, 10:30"), says("The old bridge is closed"), says("更多新闻"), says("新的大桥下月通车")) == (
        False,
        True,
        False,
        True,
    )


def test_a_line_kept_and_a_line_lost_are_counted() -> None:
    capture = f"{FIRST}\n{SECOND}\n{THIRD}"
    (hits, found, wanted), letters = lines_of(sheet(capture, f"{FIRST}\n{THIRD}", text=f"{FIRST}\n{SECOND}"))
    assert (hits, found, wanted) == (1, 2, 2)
    assert letters[1] > letters[0]


def test_a_lost_sentence_is_named_unless_the_capture_never_had_it() -> None:
    gold = f"{FIRST} {SECOND}\nA sentence that stands nowhere on the page as it was captured."
    assert lost(sheet(f"{FIRST} {SECOND}", FIRST, text=gold)) == [SECOND]


def test_pieces_kept_and_pieces_left_out_are_counted() -> None:
    made = sheet(f"{FIRST}\nShare this story", FIRST, **{"with": ["the old bridge"], "without": ["Share this story"]})
    assert pieces_of(made) == (1, 1, 1)
    assert lost(made) == []
