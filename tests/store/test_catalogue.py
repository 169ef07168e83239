"""What is held, in the desk's file."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.catalogue import Version
from dragoman.model.furniture import Kept
from dragoman.model.ids import article_id
from dragoman.model.page import Page
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Member, Story
from dragoman.store.memory import Memory


def reading(text: str) -> Reading:
    url = "https://s.example/1"
    article = Article(article_id(url, "T", text), url, SourceRef("s.example", "S"), "T", text, "en", LanguageEvidence("test", 1.0))
    return Reading(article, made_by=("x@1",))


ONE, TWO = reading("First."), reading("Second.")


def test_versions_come_in_order_with_the_day_they_were_seen() -> None:
    store = Memory()
    page = Page("https://s.example/1", "/one", b"1", "utf-8", fetched="2022-01-10T08:00:00+00:00")
    store.keep([Kept("/one", "d1", page), Kept("/one", "d2", replace(page, fetched="2022-01-11T08:00:00+00:00"))])
    store.save("/one", "d1", ONE, [])
    store.save("/one", "d2", TWO, [])
    assert (
        store.history(ONE.article.id)
        == store.history(TWO.article.id)
        == (
            Version(ONE.article.id, 1, False, "T", "en", "2022-01-10T08:00:00+00:00"),
            Version(TWO.article.id, 2, True, "T", "en", "2022-01-11T08:00:00+00:00"),
        )
    )
    assert store.history("a0") == ()


def test_a_page_that_is_read_otherwise_now_is_no_edit() -> None:
    store = Memory()
    store.save("/one", "d1", ONE, [])
    store.save("/one", "d1", TWO, [])
    assert [(version.current, version.superseded) for version in store.history(ONE.article.id)] == [(False, True), (True, False)]


def at(source: str, text: str, section: str | None = None, language: str = "en") -> Reading:
    url = f"https://{source}/{text}"
    facts = (SourceRef(source, source.title(), "NZ"), text, text, language, LanguageEvidence("test", 1.0))
    day = Published("2022-01-10", "day", "test")
    return Reading(Article(article_id(url, text, text), url, *facts, section=section, published=day), made_by=("x@1",))


def test_sources_are_told_with_languages_sections_and_reprints() -> None:
    store = Memory()
    a, b, c = at("a.example", "one", "World"), at("a.example", "two", language="zh"), at("b.example", "three")
    for reading in (a, b, c):
        store.save(reading.article.url, "d", reading, [])
    ids = [reading.article.id for reading in (a, b, c)]
    store.file([Story("s1", tuple(Member(name, 1.0) for name in ids), "T")], [])
    store.recopy("s1", "x", [Copy(ids[2], ids[0], "exact", 1.0, None), Copy(ids[1], ids[0], "quoting", 0.2, None)], [])
    assert [(one.id, one.title, one.articles, one.languages) for one in store.outlets()] == [
        ("a.example", "A.Example", 2, {"en": 1, "zh": 1}),
        ("b.example", "B.Example", 1, {"en": 1}),
    ]
    first, second = store.outlet("a.example"), store.outlet("b.example")
    assert first
    assert second
    assert (first.sections, first.copies, first.copied, first.independent) == ((("World", 1),), 0, 1, 2)
    assert (second.sections, second.copies, second.copied, second.independent) == ((), 1, 0, 0)
    assert (first.first, first.last, first.country) == ("2022-01-10", "2022-01-10", "NZ")
    assert store.outlet("c.example") is None
    assert store.by_outlet([*ids, "a0"]) == {"a.example": 2, "b.example": 1}


def test_the_articles_before_and_after_are_those_of_the_list() -> None:
    store = Memory()
    held = [at("a.example", word) for word in ("one", "two", "three")]
    for reading in held:
        store.save(reading.article.url, "d", reading, [])
    listed = [article.id for article, _ in store.latest(Query()).items]
    assert store.around(listed[0]) == (None, listed[1])
    assert store.around(listed[1]) == (listed[0], listed[2])
    assert store.around(listed[2]) == (listed[1], None)
    assert store.around("a0") == (None, None)
