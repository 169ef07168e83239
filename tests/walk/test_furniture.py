"""A line that no phrase list knows, on page after page of a site: it is learned, leaves every article, and a correction brings it back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.model.article import Article
from dragoman.model.query import Query
from walk.furnished import between, html, paragraphs

SITE = "lantern.example"
LINE = "Harbourside voices every weekday with Quillon Underhay"
OTHER = "Quillon Underhay reads your letters at noon"
LIGHT = {"embedder": "hashing", "annotators": "sentences,mentions,aliases,keywords"}
LIGHTER = {"embedder": "hashing", "annotators": "sentences"}


def put(folder: Path, number: int, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number:03}.html").write_text(text, "utf-8")


def articles(desk: Desk) -> list[Article]:
    return [reading.article for reading in desk.store().readings()]


def having(desk: Desk, line: str) -> int:
    return sum(line in article.text for article in articles(desk))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """30 pages of one site in two layouts, each with its line, and one text of them on another host."""
    pages = tmp_path_factory.mktemp("furnished")
    for number in range(30):
        line, body = (LINE, "story-body") if number < 20 else (OTHER, "dossier")
        put(pages / ("first" if number in (0, 1, 20) else "later"), number, html(number, between(number, line), body=body))
    put(pages / "later", 900, html(0, between(0, LINE), host="mirror.example"))
    return pages


@pytest.fixture(scope="module")
def place(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("desk") / "desk"
    with Desk.open(desk=str(place), **LIGHT) as desk:
        assert desk.collect([str(folder / "first")]).new == 3
        assert (having(desk, LINE), having(desk, OTHER)) == (2, 1)
        assert desk.collect([str(folder / "later")]).new == 28
    return place


def test_once_it_is_learned_the_line_is_gone_from_old_and_new_pages(place: Path) -> None:
    with Desk.open(desk=str(place), **LIGHT) as desk:
        assert having(desk, OTHER) == 0
        assert [article.source.id for article in articles(desk) if LINE in article.text] == ["mirror.example"]
        mine = [article for article in articles(desk) if article.source.id == SITE]
        assert len(mine) == 30
        for article in mine:
            assert article.text == "\n\n".join(paragraphs(int(article.url.rpartition("/")[2])))
            (line,) = (line for line in article.removed if line.text in (LINE, OTHER))
            assert line.reason.startswith("learned: on ")
            assert article.text[line.at - 2 : line.at] == "\n\n"
        assert len({article.template for article in mine}) == 2
        assert desk.store().check() == []


def test_nothing_of_it_is_left_in_keywords_names_search_and_briefs(place: Path) -> None:
    with Desk.open(desk=str(place), **LIGHT) as desk:
        for reading in desk.store().readings(Query(source=SITE)):
            said = [keyword.term for keyword in reading.keywords] + [mention.text for mention in reading.mentions]
            assert not [term for term in said if "Underhay" in term or "Harbourside" in term]
        assert [hit.source for hit in desk.search(Query(text="Underhay")).items] == ["mirror.example"]
        members = [member.article for story in desk.stories(Query(limit=1000)).items for member in story.members]
        assert sorted(members) == sorted(article.id for article in articles(desk))
        mirrored = {desk.story_of(article.id) for article in articles(desk) if article.source.id != SITE}
        mine = [story for article in articles(desk) if (story := desk.story_of(article.id)) and story not in mirrored]
        for story in mine[:2]:
            assert b"Underhay" not in desk.export("json", story)


def test_a_second_collection_finds_nothing_new(place: Path, folder: Path) -> None:
    with Desk.open(desk=str(place), **LIGHT) as desk:
        before = {article.id for article in articles(desk)}
        done = desk.collect([str(folder / "first"), str(folder / "later")])
        assert (done.new, done.known, done.changed, done.failed) == (0, 31, 0, 0)
        assert {article.id for article in articles(desk)} == before
        assert desk.reread().reread == 0


def test_it_is_told_what_was_learned_and_why(place: Path) -> None:
    with Desk.open(desk=str(place), **LIGHT) as desk:
        found = desk.furniture(SITE)
        assert {(item.line, item.state, item.where) for item in found.items} == {(LINE, "learned", "middle"), (OTHER, "learned", "middle")}
        assert any(item.pages == 20 and item.of in (20, 30) and item.days >= 19 for item in found.items)
        assert desk.furniture("mirror.example").items == ()


def test_a_correction_brings_it_back_everywhere_and_can_be_undone(place: Path) -> None:
    with Desk.open(desk=str(place), **LIGHT) as desk:
        for verdict, count in (("keep", 20), (None, 0)):
            done = desk.correct(SITE, LINE.upper(), verdict)
            assert (done.verdict, done.waiting) == (verdict, 20)
            again = desk.reread()
            assert (again.reread, again.changed, again.failed) == (20, 20, 0)
            assert having(desk, LINE) == count + 1
            assert having(desk, OTHER) == 0
            assert desk.store().check() == []
            members = [member.article for story in desk.stories(Query(limit=1000)).items for member in story.members]
            assert sorted(members) == sorted(article.id for article in articles(desk))


def test_pages_read_without_a_desk_know_nothing_of_it(place: Path, folder: Path) -> None:
    page = str(folder / "first" / "000.html")
    for learned in (True, False):
        with Desk.open(desk=str(place), **LIGHT) as desk:
            (reading,) = desk.read([page], learned=learned)
            assert (LINE in reading.article.text) is not learned


def test_the_order_of_arrival_makes_no_difference(place: Path, folder: Path, tmp_path: Path) -> None:
    with Desk.open(desk=str(tmp_path / "desk"), workers=2, **LIGHTER) as desk:
        desk.collect([str(folder / "later"), str(folder / "first")])
        other = {article.url: article.text for article in articles(desk)}
    with Desk.open(desk=str(place), **LIGHT) as desk:
        assert {article.url: article.text for article in articles(desk)} == other


def test_a_kill_while_pages_are_read_again_leaves_a_sound_desk_that_the_next_reading_completes(tmp_path: Path) -> None:
    pages, place = tmp_path / "pages", tmp_path / "desk"
    for number in range(24):
        put(pages, number, html(number, between(number, LINE)))
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "DRAGOMAN_EMBEDDER": "hashing", "DRAGOMAN_ANNOTATORS": LIGHTER["annotators"]}
    command = [sys.executable, "-m", "dragoman"]
    with Desk.open(desk=str(place), **LIGHTER) as desk:
        desk.collect([str(pages)])
        assert having(desk, LINE) == 0
        desk.correct(SITE, LINE, "keep")
    process = subprocess.Popen([*command, "reread", "--desk", str(place), "--json"], env=environment, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    with Desk.open(desk=str(place), **LIGHTER) as desk:
        while having(desk, LINE) < 3 and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert 3 <= having(desk, LINE) < 24
        assert desk.store().check() == []
        members = [member.article for story in desk.stories(Query(limit=1000)).items for member in story.members]
        assert sorted(members) == sorted(article.id for article in articles(desk))
        left = 24 - having(desk, LINE)
    again = subprocess.run([*command, "reread", "--desk", str(place), "--json"], env=environment, capture_output=True, check=False)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["changed"] in (left, left - 1)
    with Desk.open(desk=str(place), **LIGHTER) as desk:
        assert having(desk, LINE) == 24
        assert desk.store().check() == []
