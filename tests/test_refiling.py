"""A desk filed again as far as it is due comes to what filing all of it at once would."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from cluster.conftest import make_reading
from dragoman.cluster.card import card
from dragoman.cluster.filing import Filing
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import UNRULED, Rulings, Story
from dragoman.refiling import Refiling
from dragoman.store.memory import Memory

AT = "2026-01-01T00:00:00+00:00"
Made = Callable[..., Reading]


@pytest.fixture
def made() -> Made:
    """Readings as annotators would make them."""
    return make_reading


TOPICS = (
    ("Missile talks in Geneva", "Negotiators met in Geneva to discuss missiles and the limits of the alliance", ("NATO", "RU", "person:a")),
    ("Volcano erupts near the islands", "A volcano under the sea erupted and sent waves to the coast", ("TO", "NZ", "person:b")),
    ("Tennis star loses visa case", "A court rejected the appeal of the tennis player over his visa", ("AU", "person:c", "person:d")),
    ("Grain corridor reopened", "Ships loaded with wheat left the port through the grain corridor", ("UA", "TR", "person:e")),
)


def articles(made: Made, count: int, seed: int) -> list[Reading]:
    """Reports of topics that come back over half a year, a few of them of unknown date."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        title, text, names = TOPICS[chance.randrange(len(TOPICS))]
        day = None if chance.random() < 0.05 else f"2022-{chance.randrange(1, 7):02}-{chance.randrange(1, 29):02}"
        names = tuple(name for name in names if chance.random() < 0.8)
        words = " ".join(chance.choices(text.split(), k=8))
        found.append(
            made(f"a{number:03}", title if chance.random() < 0.7 else words, f"{text}. {words} {number}.", day=day, entities=names)
        )
    return found


def save(store: Memory, readings: Sequence[Reading]) -> None:
    for reading in readings:
        store.save(reading.article.url, reading.article.id, reading, ())


def shown(store: Memory) -> dict[str, Story]:
    return {story.id: story for story in store.stories(Query(limit=10**6)).items}


def whole(readings: Sequence[Reading], rulings: Rulings = UNRULED) -> dict[str, Story]:
    stories, _ = Filing().refile([card(reading) for reading in readings], (), rulings)
    return {story.id: story for story in stories}


@pytest.mark.parametrize("seed", range(4))
def test_any_batches_in_any_order_end_where_filing_all_at_once_does(made: Made, seed: int) -> None:
    readings = articles(made, 60, seed)
    chance, store = random.Random(seed), Memory()
    left = chance.sample(readings, len(readings))
    while left:
        size = chance.choice((1, 2, 5, 20))
        batch, left = left[:size], left[size:]
        save(store, batch)
        Refiling(store).run(UNRULED, (), AT)
    assert shown(store) == whole(readings)
    assert store.check() == []


def test_only_days_around_what_changed_are_filed_again(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    title, text, names = TOPICS[0]
    days = [f"2022-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 11, 21)]
    readings = [made(f"a{place:02}", title, f"{text} {day}", day=day, entities=names) for place, day in enumerate(days)]
    store = Memory()
    save(store, [*readings[:2], *readings[3:]])
    Refiling(store).run(UNRULED, (), AT)
    filed = []
    slips = store.slips
    monkeypatch.setattr(store, "slips", lambda since, until: (filed.append(since) if since == until else None, slips(since, until))[1])
    save(store, [readings[2]])
    Refiling(store).run(UNRULED, (), AT)
    assert 1 <= len(filed) < 15
    assert shown(store) == whole(readings)
    filed.clear()
    Refiling(store).run(UNRULED, (), AT)
    assert filed == []


def test_an_article_that_is_read_again_or_gone_takes_its_traces_along(made: Made) -> None:
    readings = articles(made, 30, 9)
    store = Memory()
    save(store, readings)
    Refiling(store).run(UNRULED, (), AT)
    old = readings[7]
    moved = replace(old, article=replace(old.article, id="a7b", title=TOPICS[1][0], text=TOPICS[1][1]), mentions=readings[3].mentions)
    store.save(old.article.url, "other bytes", moved, ())
    Refiling(store).run(UNRULED, (), AT)
    assert shown(store) == whole([*readings[:7], moved, *readings[8:]])
    assert store.check() == []


def test_words_are_obeyed_and_taking_them_back_leaves_no_trace(made: Made) -> None:
    readings = articles(made, 30, 5)
    store = Memory()
    save(store, readings)
    Refiling(store).run(UNRULED, (), AT)
    before = shown(store)
    ids = [story.members[0].article for story in before.values()][:2]
    words = Rulings(((min(ids), max(ids)),), (), dict.fromkeys(ids, "judgement 1"))
    Refiling(store).run(words, ids, AT)
    assert shown(store) == whole(readings, words) != before
    Refiling(store).run(UNRULED, ids, AT)
    assert shown(store) == before


def test_the_log_says_what_came_of_articles(made: Made) -> None:
    one, two = (made(f"a{n}", *TOPICS[0][:2], day="2022-01-10", entities=TOPICS[0][2]) for n in range(2))
    store = Memory()
    save(store, [two])
    Refiling(store).run(UNRULED, (), AT)
    save(store, [one])
    ((story,), ((gone, heir),)) = Refiling(store).run(UNRULED, (), AT)
    assert (heir, store.story(gone).id) == (story.id, story.id)
    assert [(line.kind, line.article, line.other) for line in store.filed(story.id)] == [("merge", "", gone), ("assign", "a0", "")]
    assert [line.kind for line in store.filed("a1")] == ["assign"]
    assert all(line.at == AT and line.n for line in store.filed(story.id))
