from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.desk import Desk
from dragoman.errors import NotFoundError
from dragoman.model.query import Query


@pytest.fixture
def desk(sample_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(sample_desk, tmp_path / "desk")
    with Desk.open(desk=str(tmp_path / "desk")) as opened:
        yield opened


def test_what_is_taken_down_is_nowhere_and_does_not_come_back(desk: Desk, samples: Path) -> None:
    story = desk.largest_story()
    before = desk.brief(story)
    alone = next(member.article for member in before.members if len(desk._copied(member.article)) == 0)
    article = desk.reading(alone).article
    words = article.text[:80]
    assert alone in desk.export("json", story).decode()
    (stone,) = desk.takedown(alone, "court order", "ann")
    assert desk.tombstone(alone) == stone
    with pytest.raises(NotFoundError):
        desk.reading(alone)
    after = desk.brief(next(member.article for member in before.members if member.article != alone))
    assert len(after.members) == len(before.members) - 1
    for form in ("json", "markdown"):
        told = desk.export(form, after.story).decode()
        assert words not in told
        assert alone not in told
    assert all(hit.article != alone for hit in desk.search(Query(text=article.title, limit=100)).items)
    done = desk.collect([str(samples)])
    assert (done.new, done.changed, done.removed) == (0, 0, 1)
    assert desk.store().check() == []
    desk.restore(str(stone.n), "ann")
    assert desk.collect([str(samples)]).new == 1
    assert desk.reading(alone).article == article


def test_copies_go_with_it_where_that_is_asked(desk: Desk) -> None:
    for member in desk.brief(desk.largest_story()).members:
        if copied := desk._copied(member.article):
            break
    stones = desk.takedown(member.article, copies=True)
    assert {article for stone in stones for article in stone.articles} >= {member.article, *copied}
    assert desk.store().check() == []


def test_readers_ask_and_editors_refuse(desk: Desk) -> None:
    article = desk.brief(desk.largest_story()).members[0].article
    desk.plead(article, " mine ", "ann")
    assert [(plea.article, plea.reason) for plea in desk.pleas("open")] == [(article, "mine")]
    desk.refuse(desk.pleas()[0].n, "bob")
    assert [(plea.state, plea.by) for plea in desk.pleas()] == [("refused", "bob")]
    with pytest.raises(NotFoundError):
        desk.plead("a0", "mine", "")
