from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import NotFoundError
from dragoman.model.article import Article, Image, LanguageEvidence, SourceRef
from dragoman.model.furniture import Kept
from dragoman.model.ids import article_id, story_id
from dragoman.model.page import Page
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Member, Story
from dragoman.model.takedown import Plea, Tombstone
from dragoman.store.sqlite import Sqlite

AT = "2031-03-10T08:00:00+00:00"
URL = "https://s.example/1"


def reading(url: str, title: str, text: str) -> Reading:
    facts = (SourceRef("s", "S"), title, text, "en", LanguageEvidence("t", 1.0))
    images = (Image("https://s.example/cod.jpg", "Zanderfilet at dawn."),) if url == URL else ()
    return Reading(article=Article(article_id(url, title, text), url, *facts, images=images), vector=(0.6, 0.8))


ONE = reading(URL, "Quaggaherd", "Every zorilla near Xanthosville was counted.")
LATER = reading(URL, "Quaggaherd again", "Every zorilla near Xanthosville was counted twice.")
TWO = reading("https://s.example/2", "Second", "Another text.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Sqlite]:
    made = Sqlite(str(tmp_path / "desk"))
    ids = [one.article.id for one in (LATER, TWO)]
    story = Story(story_id(ids[0]), tuple(Member(name, 1.0) for name in ids), "Quaggaherd again", {"en": "Quaggaherd again"}, ("en",))
    page = Page(URL, "/one", b"zorilla", "utf-8", fetched=AT)
    made.keep([Kept("/one", "d1", page), Kept("/elsewhere", "d1", page)])
    made.save("/one", "d1", ONE, [])
    made.save("/one", "d2", LATER, [])
    made.save("/two", "d3", TWO, [story])
    made.mark("ann", LATER.article.id, "star", True, AT)
    yield made
    made.close()


def test_nothing_of_an_article_is_left_in_the_file(store: Sqlite, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    words = (b"zorilla", b"Quaggaherd", b"Zanderfilet", b"quaggaherd")

    def held() -> set[bytes]:
        return {word for word in words for file in folder.iterdir() if word in file.read_bytes()}

    assert held() == set(words)
    done = store.bury(ONE.article.id, Tombstone(0, "", AT, "court order", "ann"), "198.51.100.7")
    assert held() == set()
    assert done.beside == (TWO.article.id,)
    assert done.pictures == ("https://s.example/cod.jpg",)
    assert done.stone.articles == (ONE.article.id, LATER.article.id)
    assert store.search(Query(text="zorilla")).items == ()
    assert list(store.readings(ids=[ONE.article.id, LATER.article.id])) == []
    assert store.kept(ONE.article.id) is None
    assert store.marks("ann", [LATER.article.id]) == {}
    (story,) = store.stories(Query()).items
    assert (story.title, [member.article for member in story.members]) == ("Second", [TWO.article.id])
    assert store.check() == []


def test_the_stone_is_found_by_id_and_address_until_it_is_taken_away(store: Sqlite) -> None:
    assert store.holding(URL) == store.holding(LATER.article.id) == (ONE.article.id, LATER.article.id)
    assert store.tombstone(URL) is None
    put = store.bury(URL, Tombstone(0, "", AT, "court order", "ann")).stone
    for thing in (URL, "/one", ONE.article.id, LATER.article.id):
        assert store.tombstone(thing) == put
    assert store.tombstone("/two") is None
    with pytest.raises(NotFoundError):
        store.bury(URL, Tombstone(0, "", AT))
    undone = store.unbury(str(put.n), AT, "ann")
    assert undone.undone == AT
    assert store.tombstone(URL) is None
    assert store.tombstones() == (undone,)
    with pytest.raises(NotFoundError):
        store.unbury(URL, AT, "ann")
    assert [(entry.what, entry.who, entry.on) for entry in store.audited(5)] == [
        ("takedown undone", "ann", URL),
        ("takedown", "ann", URL),
    ]


def test_a_story_that_ends_leaves_a_stone_too(store: Sqlite) -> None:
    (story,) = store.stories(Query()).items
    store.bury(URL, Tombstone(0, "", AT))
    put = store.bury(TWO.article.id, Tombstone(0, "", AT)).stone
    assert put.stories == (story.id,)
    assert store.tombstone(story.id) == put
    assert store.stories(Query()).items == ()
    assert store.check() == []


def test_requests_are_kept_once_bounded_and_settled_by_removal(store: Sqlite) -> None:
    plea = Plea(0, TWO.article.id, TWO.article.url, "mine", "ann@example.org", AT)
    assert store.plead(plea, 2)
    assert store.plead(plea, 2)
    assert len(store.pleas()) == 1
    other = Plea(0, ONE.article.id, URL, "mine", "ann@example.org", AT)
    assert store.plead(other, 2)
    assert not store.plead(Plea(0, "a9", "", "more", "", AT), 2)
    store.bury(URL, Tombstone(0, "", AT, "", "bob"))
    assert [(one.state, one.by) for one in store.pleas()] == [("done", "bob"), ("open", "")]
    store.close_plea(1, "refused", "bob", AT)
    with pytest.raises(NotFoundError):
        store.close_plea(1, "refused", "bob", AT)
    assert store.pleas("open") == ()
