"""People's words on stories: said of stories or articles, obeyed at once, kept through new versions, taken back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.filing import Filing
from dragoman.errors import DragomanError, NotFoundError
from dragoman.judging import Judging
from dragoman.model.ids import article_id
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Story
from dragoman.store.memory import Memory
from dragoman.whois import WhoIs
from link.profiles import reading

TOPICS = {
    "volcano": ("A volcano under the sea erupted and sent waves to the coast of the islands.", "Tonga", (1.0, 0.0)),
    "visa": ("A court rejected the appeal of the tennis player against the loss of his visa.", "Djokovic", (0.0, 1.0)),
}


class Small(Judging):
    """A desk of a store and nothing else."""

    def __init__(self, store: Memory) -> None:
        self._store, self._whois = store, WhoIs(store)

    def store(self, write: bool = False) -> Memory:
        return self._store

    def whois(self) -> WhoIs:
        return self._whois

    def _refile(self, store: Memory) -> None:  # type: ignore[override]
        cards = [card(one) for one in store.readings()]
        store.file(*Filing().refile(cards, store.stories(Query(limit=100)).items, self.rulings()))


def made(topic: str, n: int, more: str = "") -> Reading:
    text, name, vector = TOPICS[topic]
    base, title = reading(f"{topic}{n}", "en", (name, "person", None, None)), text[:30]
    text = f"{text} Report {n}.{more}"
    article = replace(base.article, id=article_id(base.article.url, title, text), title=title, text=text)
    return replace(base, article=article, vector=vector, statements=())


VOLCANO, VISA = [made("volcano", n) for n in range(3)], [made("visa", n) for n in range(3)]


@pytest.fixture
def desk() -> Small:
    small = Small(Memory())
    for one in (*VOLCANO, *VISA):
        small.store().save(one.article.url, one.article.id, one, ())
    small._refile(small.store())
    return small


def parts(desk: Small) -> list[list[str]]:
    return sorted(sorted(member.article for member in story.members) for story in desk.store().stories(Query(limit=100)).items)


def story(desk: Small, one: Reading) -> Story:
    return desk.store().story(one.article.id)


def test_what_is_merged_is_one_story_at_its_old_addresses_and_undoing_restores_it(desk: Small) -> None:
    before, old = parts(desk), (story(desk, VOLCANO[0]).id, story(desk, VISA[0]).id)
    assert len(before) == 2
    said = desk.judge("merge", *old, by="ann")
    assert (said.n, said.kind, said.by) == (1, "merge", "ann")
    assert {*said.ones, *said.others} == {article for part in before for article in part}
    assert len(parts(desk)) == 1
    assert {desk.store().story(name).id for name in old} == {story(desk, VOLCANO[0]).id}
    assert [one.n for one in desk.judgements(old[1])] == [1]
    desk.undo()
    assert parts(desk) == before
    assert desk.judgements()[0].undone


def test_what_leaves_a_story_stays_together(desk: Small) -> None:
    leaving = [one.article.id for one in VOLCANO[:2]]
    said = desk.judge("split", story(desk, VOLCANO[0]).id, *leaving)
    assert (said.ones, said.others) == (tuple(leaving), (VOLCANO[2].article.id,))
    assert sorted(leaving) in parts(desk)
    assert [VOLCANO[2].article.id] in parts(desk)


def test_articles_are_said_to_be_of_one_story_or_not(desk: Small) -> None:
    desk.judge("same", VOLCANO[0].article.id, VISA[0].article.id)
    assert story(desk, VOLCANO[0]) == story(desk, VISA[0])
    said = desk.judge("different", VOLCANO[0].article.id, VISA[0].article.id)
    assert said.kind == "split"
    assert story(desk, VOLCANO[0]) != story(desk, VISA[0])
    assert [one.overruled for one in desk.judgements()] == [(2,), ()]


def test_a_word_goes_over_to_the_next_version_of_an_article(desk: Small) -> None:
    desk.judge("same", VOLCANO[0].article.id, VISA[0].article.id)
    later = made("volcano", 0, " It grew.")
    assert desk.store().save(later.article.url, "d2", later, ()) == "changed"
    desk._refile(desk.store())
    assert story(desk, later) == story(desk, VISA[0])
    assert [one.n for one in desk.judgements(later.article.id)] == [1]


def test_a_word_that_says_nothing_is_refused(desk: Small) -> None:
    name = story(desk, VOLCANO[0]).id
    every = [one.article.id for one in VOLCANO]
    for kind, things in (
        ("merge", (name,)),
        ("merge", (name, name)),
        ("split", (name, VISA[0].article.id)),
        ("split", (name, *every)),
        ("same", (name,)),
    ):
        with pytest.raises(DragomanError):
            desk.judge(kind, *things)
    with pytest.raises(NotFoundError):
        desk.judge("merge", name, "s0")
    assert desk.judgements() == ()
