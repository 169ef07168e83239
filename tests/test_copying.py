"""Copies on a desk: looked for where a story changed, read where it is shown."""

from __future__ import annotations

from cluster.conftest import make_reading
from dragoman import copying
from dragoman.model.ids import story_id
from dragoman.model.story import Copy, Member, Sources, Story
from dragoman.store.memory import Memory

TEXT = (
    "Ministers of five countries met in Vienna on Monday to reopen the grain corridor across the Black Sea before the harvest begins. "
    "The talks had been put off twice since March because the ports could not agree on inspections."
)
READINGS = [make_reading(f"a{n}", "T", TEXT[: 220 - 30 * n], day=f"2023-05-0{n}", source=f"{n}.example") for n in (1, 2, 3)]
MADE = {reading.article.id: reading.made_by for reading in READINGS}


def story(count: int) -> Story:
    members = tuple(Member(reading.article.id, 1.0) for reading in READINGS[:count])
    return Story(story_id("a1"), members, "T", {"en": "T"}, ("en",), "2023-05-01", "2023-05-03")


def test_a_story_is_looked_at_when_it_changed_and_only_then(monkeypatch) -> None:
    store = Memory()
    for reading in READINGS:
        store.save(reading.article.url, reading.article.id, reading, ())
    asked = []
    whole = store.recopy
    monkeypatch.setattr(store, "recopy", lambda *row: (asked.append(row[0]), whole(*row)))
    for count in (2, 2, 3):
        store.file([story(count)], ())
        copying.settle(store, MADE, None)
        assert {copy.article for copy in copying.of_story(store, story(count), ())} == {"a2", "a3"} - ({"a3"} if count == 2 else set())
    assert len(asked) == 2
    store.file([], [(story(3).id, "elsewhere")])
    copying.settle(store, MADE, None)
    assert store.copy_seals() == {}


def test_a_story_that_was_not_looked_at_yet_is_shown_with_its_copies() -> None:
    (copy,) = copying.of_story(Memory(), story(2), READINGS[:2])
    assert isinstance(copy, Copy)
    assert (copy.article, copy.of) == ("a2", "a1")


def test_how_broad_a_story_is_is_counted_where_it_is_looked_at() -> None:
    store = Memory()
    for reading in READINGS:
        store.save(reading.article.url, reading.article.id, reading, ())
    for count, independent in ((1, 1), (3, 1)):
        store.file([story(count)], ())
        copying.settle(store, MADE, None)
        (found,) = store.breadths([story(count).id]).values()
        assert (found.of, found.sources) == (copying.of_members(story(count)), Sources(count, count, independent))
    assert copying.of_members(story(2)) != found.of
