"""Benching: how fast filing is, on a made-up stream of articles, beside a peer in the same run (`dragoman bench`). Nothing is read or
stored: what is measured is finding the event and the story of each article, repair included."""

from __future__ import annotations

import time
import tracemalloc
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct
from msgspec.structs import replace

from dragoman.cluster import STAGES as FILING

SIZE = 384
"""Numbers in a vector, as those of multilingual-e5-small."""

LANGUAGES = ("en", "zh", "ru", "fr", "es", "de", "ar")
WORDS = 60_000
NAMES = 20_000
START = date(2020, 1, 1).toordinal()
LIFE = 4
"""Days over which an event is reported."""

BEGUN = 0.35
"""Events to articles of the stream."""

WEIGHED = 5_000
"""Articles over which memory is measured, which takes many times longer."""

PEER_MOST = 50_000
PEER_JOIN = 0.6

Floats = npt.NDArray[np.float32]


class Pace(Struct, frozen=True):
    """What filing a stream cost. Times are milliseconds of processor time an article, on one core (`p95` over the means of days); `ratio`
    is that of `mean` to the first stream's; `minutes` those of the whole; `active` the mean number of events that could still take an
    article in, at the end of a day; `kilobytes` the memory of the whole state for each of them at the end (stories of the last weeks and
    the articles behind them included), None where it was not measured; `peer` is a single pass that compares each article's vector with
    the mean of every cluster there ever was."""

    articles: int
    mean: float
    p95: float
    ratio: float
    minutes: float
    active: int
    events: int
    stories: int
    kilobytes: float | None
    peer: float


Event = tuple[Floats, npt.NDArray[np.int64], npt.NDArray[np.int64], int]
"""Middle, words, names and first day of a made-up event."""


class Stream:
    """Articles day by day: `rate` a day, some events of which are new, others some days old; names, words and figures of an event recur in
    its articles, and events share them with others by Zipf's law. The same seed gives the same stream."""

    def __init__(self, rate: int, seed: int = 1) -> None:
        self._chance = np.random.default_rng(seed)
        self._rate = rate
        self._card = FILING.load("card_type")
        self._events: deque[list[Event]] = deque(maxlen=LIFE)
        self._count = 0

    def days(self, articles: int) -> Iterator[tuple[int, list[Any]]]:
        """(day, cards), until there are so many articles."""
        day = START
        while self._count < articles:
            yield day, self._day(day, min(self._rate, articles - self._count))
            day += 1

    def _day(self, day: int, count: int) -> list[Any]:
        """A third as many events as articles begin; their sizes are Zipf-distributed."""
        begun = max(1, round(count * BEGUN))
        self._events.append([self._event(day) for _ in range(begun)])
        known = [event for events in self._events for event in events]
        ranks = np.minimum(self._chance.zipf(1.6, size=count), len(known)) - 1
        shift = int(self._chance.integers(len(known)))
        return [self._article(day, known[(int(rank) * 7919 + shift + place) % len(known)]) for place, rank in enumerate(ranks)]

    def _event(self, day: int) -> Event:
        centre = self._chance.normal(size=SIZE).astype(np.float32)
        words = np.minimum(self._chance.zipf(1.3, size=60), WORDS)
        names = np.minimum(self._chance.zipf(1.4, size=8), NAMES)
        return centre / np.linalg.norm(centre), words, names, day

    def _article(self, day: int, event: Event) -> Any:
        centre, words, names, began = event
        self._count += 1
        language = LANGUAGES[int(self._chance.integers(len(LANGUAGES)))]
        noise = self._chance.normal(scale=0.7 / SIZE**0.5, size=SIZE).astype(np.float32)
        vector = centre + noise
        own = np.minimum(self._chance.zipf(1.3, size=40), WORDS)
        chosen = {f"{language}{word}" for word in (*self._chance.choice(words, 40), *own)}
        spoken = {f"person:{name}": 1.5 for name in self._chance.choice(names, 5)}
        return self._card(
            article=f"a{self._count:08d}",
            url=f"https://s.example/{self._count}",
            outlet=f"o{self._count % 97}.example",
            language=language,
            title="",
            earliest=day,
            latest=day,
            vector=tuple((vector / np.linalg.norm(vector)).tolist()),
            terms=dict.fromkeys(sorted(chosen), 2.0),
            entities=spoken,
            places={f"place:{int(words[0]) % 500}": 1.0},
            days={day: 1.0, began: 2.0},
            figures=(f"{int(words[1])} people",),
            anchors={},
        )


def cluster(sizes: Sequence[int], active: int, seed: int = 1) -> Iterator[Pace]:
    """Files a stream of each size; `active` is about how many events are to be open at a time. Streams are made anew for each size; memory
    is measured on the first, since that makes it slower: on a second run over it."""
    first: Pace | None = None
    for articles in sizes:
        pace = _filed(articles, active, seed)
        if first is None:
            pace = replace(pace, kilobytes=_weighed(articles, active, seed))
        first = first or pace
        yield replace(pace, ratio=round(pace.mean / first.mean, 3), peer=_peer(articles, active, seed))


def _rate(active: int) -> int:
    """Articles a day for so many active events: a third of the articles begin one, which stays open for a week after its last."""
    return max(20, round(active / (BEGUN * (7 + LIFE))))


def _filed(articles: int, active: int, seed: int) -> Pace:
    filing, replay = FILING.make("filing"), FILING.load("replay")
    state, spent, opened = filing.start(), list[tuple[float, int]](), list[int]()
    events, stories = 0, 0
    for day, cards in Stream(_rate(active), seed).days(articles):
        started = time.process_time()
        replay(state, day, cards, filing.by)
        spent.append((time.process_time() - started, len(cards)))
        opened.append(len(state.groups))
        events += sum(event.startswith(f"{day:07d}") for event in state.dirty)
        stories += sum(event.startswith(f"{day:07d}") for event in state.linked.changed if state.linked.chains.get(event) == event)
        state.dirty.clear()
        state.linked.changed.clear()
    seconds = sum(took for took, _ in spent)
    late = [1000 * took / count for took, count in spent]
    return Pace(
        articles=articles,
        mean=round(1000 * seconds / articles, 3),
        p95=round(float(np.percentile(late, 95)), 3),
        ratio=1.0,
        minutes=round(seconds / 60, 2),
        active=round(sum(opened) / len(opened)),
        events=events,
        stories=stories,
        kilobytes=None,
        peer=0.0,
    )


def _weighed(articles: int, active: int, seed: int) -> float:
    """Kilobytes that the state holds for each active event."""
    filing, replay = FILING.make("filing"), FILING.load("replay")
    tracemalloc.start()
    state = filing.start()
    for day, cards in Stream(_rate(active), seed).days(min(articles, WEIGHED)):
        replay(state, day, cards, filing.by)
        state.dirty.clear()
        state.linked.changed.clear()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return round(held / 1000 / max(1, len(state.groups)), 1)


def _peer(articles: int, active: int, seed: int) -> float:
    """Milliseconds an article of a single pass over vectors alone, without any window: it grows with what it has seen. No more than
    `PEER_MOST` articles are looked at."""
    means, sizes, spent, count = np.zeros((1024, SIZE), dtype=np.float32), list[int](), 0.0, 0
    for _, cards in Stream(_rate(active), seed).days(min(articles, PEER_MOST)):
        started = time.process_time()
        for card in cards:
            vector = np.asarray(card.vector, dtype=np.float32)
            found = means[: len(sizes)] @ vector
            best = int(np.argmax(found)) if sizes else -1
            if best < 0 or found[best] < PEER_JOIN:
                best = len(sizes)
                sizes.append(0)
                if best >= len(means):
                    means = np.concatenate([means, np.zeros_like(means)])
            sizes[best] += 1
            means[best] += (vector - means[best]) / sizes[best]
        spent += time.process_time() - started
        count += len(cards)
    return round(1000 * spent / max(1, count), 3)
