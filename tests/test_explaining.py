"""A desk explains its filing from what it stores."""

from __future__ import annotations

import pytest

from dragoman.cluster.card import card
from dragoman.cluster.filing import Filing
from dragoman.errors import NotFoundError
from dragoman.explaining import Explaining
from dragoman.model.query import Query
from dragoman.model.story import Filed
from dragoman.store.memory import Memory
from dragoman.whois import WhoIs
from test_judging import VISA, VOLCANO, made


class Small(Explaining):
    """A desk of a store and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._store = Memory()
        self._whois = WhoIs(self._store)
        for one in (*VOLCANO, *VISA):
            self._store.save(one.article.url, one.article.id, one, ())
        self._refile(self._store)

    def store(self, write: bool = False) -> Memory:
        return self._store

    def whois(self) -> WhoIs:
        return self._whois

    def _refile(self, store: Memory) -> None:  # type: ignore[override]
        cards = [card(one) for one in store.readings()]
        store.file(*Filing().refile(cards, store.stories(Query(limit=100)).items, self.rulings()))


@pytest.fixture
def desk() -> Small:
    return Small()


def test_an_article_is_explained_beside_the_others_and_the_other_story(desk: Small) -> None:
    found = desk.why(VOLCANO[0].article.id)
    assert [near.article for near in found.fits[0].nearest] == sorted(one.article.id for one in VOLCANO[1:])
    other = desk.store().story(VISA[0].article.id).id
    assert [(fit.story, fit.ground) for fit in found.rejected] == [(other, "score")]
    assert desk.why(VOLCANO[0].article.id, other).rejected == found.rejected
    assert desk.why(VOLCANO[0].article.id, found.story).rejected == ()


def test_a_judgement_is_the_reason_where_there_is_one(desk: Small) -> None:
    apart, story = VOLCANO[0].article.id, desk.store().story(VOLCANO[1].article.id).id
    desk.judge("split", story, apart)
    (fit, *_) = desk.why(apart, desk.store().story(VOLCANO[1].article.id).id).rejected
    assert (fit.ground, fit.judgement) == ("judgement", "judgement 1")
    near = desk.beside(desk.store().story(VOLCANO[1].article.id).id)
    assert [one.ground for one in near if one.article == apart] == ["judgement"]


def test_an_older_version_is_explained_as_the_newest(desk: Small) -> None:
    later = made("volcano", 0, " It grew.")
    desk.store().save(later.article.url, "d2", later, ())
    desk._refile(desk.store())
    assert desk.why(VOLCANO[0].article.id).article == later.article.id


def test_what_is_not_there_is_not_found(desk: Small) -> None:
    for name in ("a0", desk.store().story(VISA[0].article.id).id):
        with pytest.raises(NotFoundError):
            desk.why(name)
    with pytest.raises(NotFoundError):
        desk.beside("s0")


def test_the_log_of_a_story_is_that_of_its_store(desk: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    story = desk.store().story(VOLCANO[0].article.id).id
    line = Filed(1, "2022-01-12T00:00:00+00:00", "assign", story, VOLCANO[0].article.id)
    monkeypatch.setattr(desk.store(), "filed", lambda thing: (line,) if thing == story else (), raising=False)
    monkeypatch.setattr(desk.store(), "slips_of", lambda ids: (), raising=False)
    assert desk.filed(VOLCANO[0].article.id) == (line,)


def test_what_stands_beside_a_story_is_looked_for_once(desk: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    story = desk.store().story(VOLCANO[0].article.id).id
    found = desk.beside(story)
    monkeypatch.setattr(desk, "_cards", lambda stories: pytest.fail("looked for again"))
    assert desk.beside(story) == found
