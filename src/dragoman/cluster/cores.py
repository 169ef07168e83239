"""Core: what an event is about in a few words and numbers, which is what stories go by. It is made of the event's articles alone, not of
what is common on the desk, so that it stays as it is when the event is over."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from dragoman.cluster.card import Card
from dragoman.cluster.windows import began

LATEST = 40
"""Articles of an event that its core is made of, the last ones."""

NAMES = 16
PLACES = 8
WORDS = 20
"""Keys of each kind that are kept, the weightiest; words for each language."""

DIGITS = 5
"""Weights that are the same to so many digits are the same: then the key decides."""

Floats = npt.NDArray[np.float32]


class Core(Struct, frozen=True, gc=False):
    """`first` and `until` are the days (ordinals) of its first and last article, `published` those that are certain; `names`, `places` and
    `words` (by language) map keys to mean weights; `days` are days that its articles speak of, with weights as on cards; `vector` is unit
    length, None where no article has one."""

    event: str
    first: int
    until: int
    vector: Floats | None
    names: dict[str, float]
    places: dict[str, float]
    words: dict[str, dict[str, float]]
    days: dict[int, float]
    published: frozenset[int]


def core(event: str, cards: Sequence[Card], until: int, middle: Floats | None = None) -> Core:
    """The core of an event of these articles, given in canonical order; `middle` is the mean of the vectors of all, if that is known."""
    latest = cards[-LATEST:]
    languages: dict[str, list[dict[str, float]]] = {}
    days: dict[int, float] = {}
    for card in latest:
        languages.setdefault(card.language, []).append(card.terms)
        for day, weight in card.days.items():
            days[day] = max(days.get(day, 0.0), weight)
    return Core(
        event=event,
        first=began(event),
        until=until,
        vector=middle if middle is not None and len(latest) == len(cards) else _mean([card.vector for card in latest if card.vector]),
        names=_heaviest([card.entities for card in latest if card.entities], NAMES),
        places=_heaviest([card.places for card in latest if card.places], PLACES),
        words={language: _heaviest(terms, WORDS) for language, terms in sorted(languages.items())},
        days=days,
        published=frozenset(card.earliest for card in latest if card.earliest is not None and card.earliest == card.latest),
    )


def _heaviest(sources: Sequence[dict[str, float]], most: int) -> dict[str, float]:
    """The weightiest keys, by mean weight over the articles."""
    total: dict[str, float] = {}
    for source in sources:
        for key, weight in source.items():
            total[key] = total.get(key, 0.0) + weight
    count = len(sources)
    least = sorted(total.values(), reverse=True)[:most][-1] - count * 10.0**-DIGITS if len(total) > most else 0.0
    best = sorted([(-round(weight / count, DIGITS), key) for key, weight in total.items() if weight >= least])[:most]
    return {key: -weight for weight, key in best}


def _mean(vectors: Sequence[Sequence[float]]) -> Floats | None:
    if not vectors or len({len(vector) for vector in vectors}) > 1:
        return None
    total = np.asarray(vectors, dtype=np.float32).sum(axis=0)
    norm = float(np.linalg.norm(total))
    return (total / norm).astype(np.float32) if norm else None
