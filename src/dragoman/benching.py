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

BEGUN = 0.5
"""Events to articles of the stream, those counted that get no article."""

TAIL, LARGEST = 2.5, 100
"""Exponent of the sizes of events (Zipf), and the largest beside the smallest: two in five of the events that are reported have one
article, the largest have about a hundred."""

OPEN = 3.3
"""Events that are open at a time to articles a day: each is for a week after its last article."""

WARM = LIFE + 7
"""Days after which so many are open; before, the stream warms up."""

WEIGHED, WEIGHED_ACTIVE = 5_000, 250
"""Articles over which memory is measured, which takes many times longer, and events open meanwhile at most."""

PEER_MOST = 50_000
PEER_JOIN = 0.6

Floats = npt.NDArray[np.float32]


class Pace(Struct, frozen=True):
    """What filing a stream cost, after the days in which it warms up: `WARM` days, the first half of a shorter stream. Times are
    milliseconds of processor time an article, on one core (`p95` over the means of days); `ratio` is that of `mean` to the first stream's;
    `active` the mean number of events that could still take an article in, at the end of a day. Days of warming up count in `minutes` (of
    processor time), `events` and `stories` only. `kilobytes` is the memory of the whole state for each active event (stories of the last
    weeks and the articles behind them included), on a stream of no more than 250 active events, None where it was not measured; `peer` is
    a single pass that compares each article's vector with the mean of every cluster there ever was."""

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
        self._events: deque[list[tuple[Event, int]]] = deque(maxlen=LIFE)
        self._count = 0

    def days(self, articles: int) -> Iterator[tuple[int, list[Any]]]:
        """(day, cards), until there are so many articles."""
        day = START
        while self._count < articles:
            yield day, self._day(day, min(self._rate, articles - self._count))
            day += 1

    def _day(self, day: int, count: int) -> list[Any]:
        """Half as many events as articles begin; the share that each has of the articles of its days is Zipf-distributed."""
        begun = max(1, round(count * BEGUN))
        sizes = np.minimum(self._chance.zipf(TAIL, size=begun), LARGEST)
        self._events.append([(self._event(day), int(size)) for size in sizes])
        known = [event for events in self._events for event in events]
        weights = np.array([size for _, size in known], dtype=np.float64)
        chosen = self._chance.choice(len(known), size=count, p=weights / weights.sum())
        return [self._article(day, known[at][0]) for at in chosen]

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
    is measured beside the first, on a small stream, since that is slow."""
    first: Pace | None = None
    for articles in sizes:
        pace = _filed(articles, active, seed)
        if first is None:
            pace = replace(pace, kilobytes=_weighed(min(articles, WEIGHED), min(active, WEIGHED_ACTIVE), seed))
        first = first or pace
        yield replace(pace, ratio=round(pace.mean / first.mean, 3), peer=_peer(articles, active, seed))


def _rate(active: int) -> int:
    """Articles a day for so many active events."""
    return max(20, round(active / OPEN))


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
    settled = spent[min(WARM, len(spent) // 2) :]
    late = [1000 * took / count for took, count in settled]
    return Pace(
        articles=articles,
        mean=round(1000 * sum(took for took, _ in settled) / sum(count for _, count in settled), 3),
        p95=round(float(np.percentile(late, 95)), 3),
        ratio=1.0,
        minutes=round(sum(took for took, _ in spent) / 60, 2),
        active=round(float(np.mean(opened[-len(settled) :]))),
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
    for day, cards in Stream(_rate(active), seed).days(articles):
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
