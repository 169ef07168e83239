"""Two accounts side by side, from the desk that holds the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.query import Query


@pytest.fixture
def desk(sample_desk: Path):
    with Desk.open(desk=str(sample_desk)) as opened:
        yield opened


def test_every_statement_of_two_articles_is_in_a_pair_or_alone(desk: Desk) -> None:
    story = desk.store().story(desk.largest_story())
    one, other = (member.article for member in story.members[:2])
    found = desk.compare(one, other)
    assert (found.ones[0].id, found.others[0].id, found.story) == (one, other, story.id)
    assert all(pair.one.evidence.article == one and pair.other.evidence.article == other for pair in found.contrast.pairs)
    assert all(said.evidence.article == other for said in found.contrast.other.statements)


def test_a_story_in_two_languages(desk: Desk) -> None:
    story = next(story for story in desk.stories(Query(limit=100)).items if len(story.languages) > 1)
    left, right = story.languages[:2]
    found = desk.compare_languages(story.id, left, right)
    assert {article.language for article in found.ones} == {left}
    assert {article.language for article in found.others} == {right}
    assert found.breadth is not None
    assert found.breadth[0].articles == len(found.ones)


def test_articles_of_two_stories_can_be_compared(desk: Desk) -> None:
    one, other = (story.members[0].article for story in desk.stories(Query(limit=2)).items)
    assert desk.compare(one, other).story is None


def test_what_cannot_be_compared(desk: Desk) -> None:
    story = desk.store().story(desk.largest_story())
    name = story.members[0].article
    with pytest.raises(DragomanError, match="itself"):
        desk.compare(name, name)
    with pytest.raises(NotFoundError):
        desk.compare(name, "a0")
    with pytest.raises(NotFoundError):
        desk.compare_languages(story.id, story.languages[0], "tlh")
    with pytest.raises(DragomanError, match="itself"):
        desk.compare_languages(story.id, "en", "en")
