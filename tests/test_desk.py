"""The desk: what is asked of it is answered from what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.errors import ConfigError, DragomanError, NotFoundError, StoreError
from dragoman.model.query import Query


@pytest.fixture
def desk(sample_desk: Path):
    with Desk.open(desk=str(sample_desk)) as opened:
        yield opened


def test_latest_articles_come_newest_first_with_their_story(desk: Desk) -> None:
    found = desk.latest(Query(limit=100))
    days = [(article.published.value or article.published.latest or "")[:10] for article, _ in found.items]
    assert days == sorted(days, reverse=True)
    for article, story in found.items:
        assert story is not None
        assert article.id in [member.article for member in desk.store().story(story).members]


def test_latest_keeps_to_the_language_asked_for(desk: Desk) -> None:
    assert {article.language for article, _ in desk.latest(Query(language="ru")).items} == {"ru"}


def test_what_is_not_held_is_not_found(desk: Desk) -> None:
    assert desk.story_of("a0") is None
    assert desk.articles(["a0"]) == {}
    with pytest.raises(NotFoundError):
        desk.reading("a0")
    with pytest.raises(NotFoundError):
        desk.brief("s0")


def test_an_article_is_had_with_its_reading(desk: Desk) -> None:
    article = desk.latest(Query(limit=1)).items[0][0]
    assert desk.reading(article.id).article == article == desk.articles([article.id])[article.id]


def test_the_agenda_of_a_story_is_that_of_its_brief(desk: Desk) -> None:
    story = desk.largest_story()
    assert {event.id for event in desk.agenda(Query(story=story)).items} == {event.id for event in desk.brief(story).agenda}


def test_entities_of_a_story_are_those_its_articles_name(desk: Desk) -> None:
    story = desk.largest_story()
    members = {member.article for member in desk.brief(story).members}
    assert all(set(entity.articles) <= members for entity in desk.entities(Query(story=story, limit=1000)).items)


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    with Desk.open(desk=str(tmp_path / "d")) as desk, pytest.raises(StoreError, match="collect"):
        desk.stories(Query())
    assert not (tmp_path / "d").exists()


def test_settings_are_checked_on_opening() -> None:
    with pytest.raises(ConfigError):
        Desk.open(port="many")


def test_an_empty_desk_has_no_largest_story(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"")
    with Desk.open(desk=str(tmp_path / "d")) as desk:
        assert desk.collect([str(tmp_path / "x.txt")]).failed == 1
        with pytest.raises(DragomanError):
            desk.largest_story()


def test_a_problem_is_forgotten_when_its_page_is_read(tmp_path: Path, samples: Path) -> None:
    page = tmp_path / "x.html"
    page.write_bytes(b"")
    with Desk.open(desk=str(tmp_path / "d"), embedder="hashing") as desk:
        desk.collect([str(page)])
        assert [problem.reason for problem in desk.problems()] == ["empty"]
        page.write_bytes((samples / "alone/01-en-telescope.html").read_bytes())
        assert desk.collect([str(page)]).new == 1
        assert desk.problems() == ()
