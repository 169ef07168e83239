"""Every store keeps what it was given, once, and gives it back the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.errors import NotFoundError
from dragoman.model.account import User
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.furniture import Correction, FurnitureLine, Kept, Learned, Observed, Sighting
from dragoman.model.identity import Cast, Judgement, Merge
from dragoman.model.ids import article_id, story_id
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Member, Story
from dragoman.ports import Roster, Shelf, Store
from dragoman.ports_accounts import Accountbook, IdentityBook, LinkBook, Markbook, SessionBook, TokenBook, Watchbook
from dragoman.store import STORES


def reading(url: str, text: str, day: str | None, language: str = "en", title: str = "T") -> Reading:
    published = Published(day, "day", "test", day, day) if day else Published()
    facts = (SourceRef("s.example", "S"), title, text, language, LanguageEvidence("test", 1.0))
    return Reading(article=Article(article_id(url, title, text), url, *facts, published=published), vector=(0.6, 0.8), made_by=("x@1",))


ONE = reading("https://s.example/1", "Ministers met in Vienna over the grain deal.", "2022-01-10", title="Ministers meet")
TWO = reading("https://s.example/2", "北约与俄罗斯的官员在布鲁塞尔举行会谈。", "2022-01-12", "zh", "会谈")
NOON = "2031-03-10T12:00:00+00:00"
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
    assert store.versions([ONE.article.id, "a0"]) == {ONE.article.id: LATER.article.id}
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
    store.file([], [(story(ONE).id, "")])
    assert store.stories(Query()).items == ()
    assert store.check() == []


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


def observed(found: Reading, *lines: str) -> Observed:
    sightings = tuple(Sighting(text.casefold(), text, "", place, len(lines) - place - 1, 3.0) for place, text in enumerate(lines))
    return Observed(found.article.id, found.article.url, found.article.source.id, "t", "2022-01-10", sightings)


def test_bytes_read_again_replace_what_they_were_read_as(store: Store) -> None:
    store.save("/one", "d1", ONE, [story(ONE)])
    assert store.save("/one", "d1", LATER, [story(LATER)]) == "changed"
    assert ids(store) == [LATER.article.id]
    assert store.known("/one", "d1") == LATER.article.id
    assert store.save("/one", "d1", ONE, [story(ONE)]) == "changed"
    assert ids(store) == [ONE.article.id]
    better = replace(ONE, article=replace(ONE.article, authors=("Anna Keller",)))
    assert store.save("/one", "d1", better, []) == "known"
    assert list(store.readings()) == [better]
    assert store.check() == []


def test_a_store_is_a_shelf_for_pages(store: Store) -> None:
    assert isinstance(store, Shelf)
    page = Page("https://s.example/1", "/one", b"<p>\x00bytes\xff</p>", "utf-8", fetched="2022-01-10T08:00:00+00:00", source="s")
    store.keep([Kept("/one", "d1", page)])
    store.save("/one", "d1", ONE, [])
    assert store.kept(ONE.article.id) == Kept("/one", "d1", page)
    store.save("/two", "d2", TWO, [])
    assert store.kept(TWO.article.id) == Kept("/two", "d2", None)
    assert store.kept("a0") is None


def test_lines_are_counted_learned_and_corrected(store: Store) -> None:
    assert isinstance(store, Shelf)
    for asked, found in (("/one", ONE), ("/two", TWO)):
        store.save(asked, asked, found, [])
    assert set(store.unseen()) == {ONE.article.id, TWO.article.id}
    store.observe([observed(ONE, "a", "b", "Slogan"), observed(TWO, "c", "d", "Slogan")])
    assert store.unseen() == ()
    assert [(count.low, count.template, count.pages, count.of) for count in store.counts("s.example", 2)] == [
        ("Slogan", "", 2, 2),
        ("Slogan", "t", 2, 2),
    ]
    line = FurnitureLine("s.example", "", "slogan", "Slogan", "learned", "learned: on 2 of 2 pages")
    store.learn("s.example", [line])
    assert store.waiting() == ((ONE.article.id, False), (TWO.article.id, False))
    said = Correction("s.example", "slogan", "Slogan", "keep", "2022-01-11T00:00:00+00:00")
    assert store.correct(said) == "keep"
    assert store.learned() == store.learned("s.example") == Learned((line,), (said,))
    assert store.learned("elsewhere") == Learned()
    assert store.waiting() == ((ONE.article.id, True), (TWO.article.id, True))
    assert store.correct(said, undo=True) is None
    (site,) = store.sites()
    assert (site.site, site.pages, site.learned, site.corrected, site.waiting) == ("s.example", 2, 1, 0, 2)
    assert store.check() == []


def test_a_store_is_a_roster_of_who_is_who(store: Store) -> None:
    assert isinstance(store, Roster)
    cast = Cast("s1", ("en", "zh"), (), (), "seal")
    merge = Merge("person:a", "person:b", 0.95, 2.0, "s1", "merging@1")
    store.recast([cast], ())
    store.unite([merge])
    stamp = store.united()
    assert (store.seals(), list(store.casts()), store.merges()) == ({"s1": "seal"}, [cast], (merge,))
    said = Judgement(1, "different", "person:a", "person:b", "2022-01-12T00:00:00+00:00", "ann")
    store.judge(said, [])
    assert (store.judgements(), store.merges()) == ((said,), ())
    assert store.united() != stamp
    store.unjudge(1, "2022-01-13T00:00:00+00:00", [merge])
    assert (store.judgements(), store.merges()) == ((replace(said, undone="2022-01-13T00:00:00+00:00"),), (merge,))
    with pytest.raises(NotFoundError):
        store.unjudge(1, "2022-01-13T00:00:00+00:00", [])
    store.recast([], ["s1"])
    assert store.seals() == {}
    assert store.check() == []


@pytest.mark.parametrize("book", [Accountbook, IdentityBook, SessionBook, LinkBook, TokenBook, Watchbook, Markbook])
def test_it_keeps_accounts(store: Store, book: type) -> None:
    assert isinstance(store, book)


def test_accounts_and_marks_are_there_when_the_desk_is_opened_again(store: Store, tmp_path: Path) -> None:
    store.add_user(User("u1", "ana", "ana@x.example", created=NOON))
    store.mark("u1", "a1", "star", True, NOON)
    if not (tmp_path / "desk").is_dir():
        return
    store.close()
    again = STORES.make("sqlite", path=str(tmp_path / "desk"))
    assert (again.called("ANA").id, again.marks("u1", ["a1"])["a1"].star) == ("u1", True)
    again.close()
