"""A brief holds every part of a story, cut from its articles."""

from __future__ import annotations

from pathlib import Path

from dragoman.desk import Desk
from dragoman.model.query import Query
from dragoman.model.story import Brief


def briefs(folder: Path) -> list[Brief]:
    with Desk.open(desk=str(folder)) as desk:
        return [desk.brief(story.id) for story in desk.stories(Query(limit=100)).items]


def test_members_languages_and_sources_agree_with_each_other(sample_desk: Path) -> None:
    for brief in briefs(sample_desk):
        assert brief.sources.articles == len(brief.members)
        assert 1 <= brief.sources.independent <= brief.sources.articles
        assert set(brief.titles) == set(brief.languages)
        assert {line.article for line in brief.summary} <= {member.article for member in brief.members}
        assert {article for line in brief.press for article in line.articles} == {member.article for member in brief.members}


def test_a_story_of_one_article_has_a_brief_too(sample_desk: Path) -> None:
    (alone,) = [brief for brief in briefs(sample_desk) if len(brief.members) == 1]
    assert alone.summary
    assert alone.reprints == ()


def test_the_same_story_gives_the_same_brief(sample_desk: Path) -> None:
    assert briefs(sample_desk) == briefs(sample_desk)
