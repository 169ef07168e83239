"""Every export format carries every brief, the same bytes each time, and keeps foreign text from becoming markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.desk import Desk
from dragoman.export import EXPORTS
from dragoman.model.query import Query
from dragoman.ports import Exporter


@pytest.mark.parametrize("name", list(EXPORTS))
def test_every_brief_goes_out_the_same_each_time(name: str, sample_desk: Path) -> None:
    exporter = EXPORTS.make(name)
    assert isinstance(exporter, Exporter)
    assert "/" in exporter.media_type
    with Desk.open(desk=str(sample_desk)) as desk:
        for story in desk.stories(Query(limit=100)).items:
            first = desk.export(name, story.id)
            assert first == desk.export(name, story.id)
            assert story.title in first.decode("utf-8").replace("\\", "")


@pytest.mark.parametrize("name", list(EXPORTS))
def test_a_brief_with_hostile_text_goes_out_too(name: str, sample_desk: Path) -> None:
    with Desk.open(desk=str(sample_desk)) as desk:
        brief = desk.brief(desk.largest_story())
        articles = list(desk.articles(member.article for member in brief.members).values())
    assert EXPORTS.make(name).export(replace(brief, title="<script>alert(1)</script>\n\n# x"), articles)
