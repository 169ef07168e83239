"""What came in, from the desk that holds the samples."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman import newsdesk
from dragoman.desk import Desk
from dragoman.errors import NotFoundError
from dragoman.model.query import Query


@pytest.fixture
def desk(sample_desk: Path):
    with Desk.open(desk=str(sample_desk)) as opened:
        yield opened


def test_pages_of_the_latest_make_up_the_whole(desk: Desk) -> None:
    whole = [article.id for article, _ in desk.latest(Query(limit=100)).items]
    paged: list[str] = []
    found = desk.latest(Query(limit=7))
    while True:
        paged += [article.id for article, _ in found.items]
        if found.next is None:
            break
        found = desk.latest(Query(limit=7, after=found.next))
    assert paged == whole
    assert desk.many(Query()) == len(whole) == desk.tallies().articles


def test_names_come_newest_first_in_batches_that_make_up_the_latest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsdesk, "BATCH", 7)
    batches = list(desk.newest_names(Query()))
    assert [name for batch in batches for name in batch] == [article.id for article, _ in desk.latest(Query(limit=100)).items]
    assert {len(batch) for batch in batches[:-1]} == {7}


def test_statements_come_in_pages_and_read_no_further_than_the_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = desk.statements(Query(limit=1000)).items
    paged, after = list(desk.statements(Query(limit=9)).items), desk.statements(Query(limit=9)).next
    while after:
        found = desk.statements(Query(limit=9, after=after))
        paged, after = [*paged, *found.items], found.next
    assert paged == list(whole)
    monkeypatch.setattr(newsdesk, "BATCH", 2)
    read: list[str] = []
    readings = desk.store().readings
    monkeypatch.setattr(desk.store(), "readings", lambda query=None, ids=None: (read.extend(ids or ()), readings(query, ids))[1])
    assert len(desk.statements(Query(limit=1)).items) == 1
    assert 0 < len(read) < len(whole)
    story = desk.stories(Query()).items[0]
    inside = {member.article for member in story.members}
    assert {said.evidence.article for said in desk.statements(Query(story=story.id, limit=1000)).items} <= inside


def test_tallies_of_languages_are_those_of_the_lists(desk: Desk) -> None:
    for one in desk.tallies().languages:
        assert desk.many(Query(language=one.value)) >= one.articles


def test_how_broad_a_story_is_agrees_with_its_brief(desk: Desk) -> None:
    stories = desk.stories(Query(limit=5)).items
    broad = desk.breadth(stories)
    assert broad == {story.id: desk.brief(story.id).sources for story in stories}
    assert desk.breadth(stories) == broad


def test_what_arrived_last_is_on_the_desk(desk: Desk) -> None:
    number, article, story = desk.arrived(limit=1)[0]
    assert desk.arrived(number) == ()
    assert desk.articles([article.id]) == {article.id: article}
    assert desk.story_of(article.id) == story


def test_a_reader_s_marks_are_that_reader_s_own(sample_desk: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_desk, tmp_path / "desk")
    with Desk.open(desk=str(tmp_path / "desk")) as desk:
        whole = [article.id for article, _ in desk.latest(Query(limit=100)).items]
        desk.mark("u1", whole[0], "star", True)
        desk.mark("u1", whole[1], "read", True)
        desk.mark("u1", whole[2], "star", True)
        assert desk.marks("u1", whole)[whole[0]].star
        assert desk.marks("u2", whole) == {}
        assert {article.id for article, _ in desk.marked("u1", "star", Query()).items} == {whole[0], whole[2]}
        page = desk.marked("u1", "star", Query(limit=1))
        assert len(desk.marked("u1", "star", Query(limit=1, after=page.next)).items) == 1
        assert [article.id for article, _ in desk.latest(Query(limit=100, unread_by="u1")).items] == [whole[0], *whole[2:]]
        assert desk.many(Query(unread_by="u1")) == len(whole) - 1
        assert desk.mark_read("u1", Query(language="ru")) > 0
        assert desk.many(Query(language="ru", unread_by="u1")) == 0
        assert desk.mark_read("u1", Query()) > 0
        assert desk.many(Query(unread_by="u1")) == 0
        assert desk.marks("u1", whole)[whole[0]].star
        with pytest.raises(NotFoundError):
            desk.mark("u1", "a0", "star", True)
