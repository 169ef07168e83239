"""Every store keeps what it was given, once, and gives it back the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import NotFoundError
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.ids import article_id, story_id
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Member, Story
from dragoman.ports import Store
from dragoman.store import STORES


def reading(url: str, text: str, day: str | None, language: str = "en", title: str = "T") -> Reading:
    published = Published(day, "day", "test", day, day) if day else Published()
    facts = (SourceRef("s.example", "S"), title, text, language, LanguageEvidence("test", 1.0))
    return Reading(article=Article(article_id(url, title, text), url, *facts, published=published), vector=(0.6, 0.8), made_by=("x@1",))


ONE = reading("https://s.example/1", "Ministers met in Vienna over the grain deal.", "2022-01-10", title="Ministers meet")
TWO = reading("https://s.example/2", "北约与俄罗斯的官员在布鲁塞尔举行会谈。", "2022-01-12", "zh", "会谈")
LATER = reading("https://s.example/1", "Ministers met in Vienna and agreed on the grain deal.", "2022-01-10", title="Ministers agree")


def story(*members: Reading, last: str = "2022-01-12") -> Story:
    ids = [member.article.id for member in members]
    return Story(story_id(ids[0]), tuple(Member(name, 1.0) for name in ids), "T", {"en": "T"}, ("en",), "2022-01-10", last)


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = STORES.make(request.param, path=str(tmp_path / "desk"))
    yield made
    made.close()


def ids(store: Store, query: Query | None = None) -> list[str]:
    return [found.article.id for found in store.readings(query)]


def test_what_was_saved_comes_back_the_same(store: Store) -> None:
    assert store.save("/one", "d1", ONE, [story(ONE)]) == "new"
    assert list(store.readings(ids=[ONE.article.id])) == [ONE]
    assert store.story(story(ONE).id) == story(ONE)
    assert store.story(ONE.article.id).id == story(ONE).id


def test_the_same_bytes_from_the_same_address_are_known(store: Store) -> None:
    assert store.known("/one", "d1") is None
    store.save("/one", "d1", ONE, [story(ONE)])
    assert store.known("/one", "d1") == ONE.article.id
    assert store.known("/one", "d2") is None
    assert store.save("/elsewhere", "d1", ONE, []) == "known"
    assert store.known("/elsewhere", "d1") == ONE.article.id
    assert ids(store) == [ONE.article.id]


def test_another_text_of_an_address_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    store.save("/one", "d1", ONE, [story(ONE)])
    assert store.save("/one", "d2", LATER, [story(ONE, LATER)]) == "changed"
    assert ids(store) == [LATER.article.id]
    assert list(store.readings(ids=[ONE.article.id])) == [ONE]


def test_readings_come_in_canonical_order_and_filtered(store: Store) -> None:
    store.save("/two", "d2", TWO, [story(TWO)])
    store.save("/one", "d1", ONE, [story(ONE)])
    assert ids(store) == [ONE.article.id, TWO.article.id]
    assert ids(store, Query(language="zh")) == [TWO.article.id]
    assert ids(store, Query(since="2022-01-11")) == [TWO.article.id]
    assert ids(store, Query(until="2022-01-11")) == [ONE.article.id]
    assert ids(store, Query(source="s.example")) == [ONE.article.id, TWO.article.id]


def test_stories_are_listed_latest_first_and_merged_ones_lead_on(store: Store) -> None:
    store.save("/one", "d1", ONE, [story(ONE, last="2022-01-10")])
    store.save("/two", "d2", TWO, [story(TWO)])
    assert [found.id for found in store.stories(Query()).items] == [story(TWO).id, story(ONE).id]
    store.file([story(ONE, TWO)], [(story(TWO).id, story(ONE).id)])
    assert [found.id for found in store.stories(Query()).items] == [story(ONE).id]
    assert store.story(story(TWO).id).id == story(ONE).id


def test_words_are_found_in_any_script(store: Store) -> None:
    store.save("/one", "d1", ONE, [story(ONE)])
    store.save("/two", "d2", TWO, [story(TWO)])
    for text, found in (("grain", ONE), ("北约", TWO), ("布鲁塞尔 会谈", TWO)):
        assert [hit.article for hit in store.search(Query(text=text)).items] == [found.article.id]
    assert store.search(Query(text="rain")).items == ()


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.story("s0")
    assert list(store.readings(ids=["a0"])) == []
    assert store.stories(Query()).items == ()


def test_problems_are_kept_and_counted(store: Store) -> None:
    problem = Problem("fetch", "status", "https://s.example/gone")
    store.report([problem])
    store.report([problem])
    (kept,) = store.problems()
    assert (kept.url, kept.reason, kept.attempts) == (problem.url, problem.reason, 2)


def test_a_used_store_is_sound(store: Store) -> None:
    store.save("/one", "d1", ONE, [story(ONE)])
    store.save("/two", "d2", TWO, [story(ONE, TWO)])
    assert store.check() == []
