"""The nearest article in another language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.cluster.card import Card
from dragoman.cluster.join import Group, Seen, chance
from dragoman.cluster.weights import Weights
from dragoman.evaluation.streams import Stream

DAYS = 3
"""Articles so many days apart at most are looked at."""

NEAR = 20
"""So many of those nearest by vector are looked at closely."""

Floats = npt.NDArray[np.floating[Any]]


def nearest(held: Stream, by: Weights | None = None) -> tuple[float, float] | None:
    """Share of the articles whose nearest one in another language and near in time is of the same event, over those whose event has one:
    by the chance of joining it alone, of the 20 nearest by vector, and by vector less the middle of the desk alone. None where no event
    crosses languages."""
    seen = Seen(by)
    for card in held.cards:
        seen.add(card)
    seen.refresh()
    rows, beside = _rows(held.cards, seen), _beside(held.cards)
    alone = [_alone(card) for card in held.cards]
    asked = by_chance = by_vector = 0
    for at, card in enumerate(held.cards):
        others = np.flatnonzero(beside(at))
        if not any(held.gold[place] == held.gold[at] for place in others):
            continue
        asked += 1
        closest = others[np.argsort(-(rows[others] @ rows[at]), kind="stable")[:NEAR]].tolist()
        chances = [chance(card, alone[place], seen) for place in closest]
        by_chance += held.gold[closest[chances.index(max(chances))]] == held.gold[at]
        by_vector += held.gold[closest[0]] == held.gold[at]
    return (by_chance / asked, by_vector / asked) if asked else None


def _rows(cards: tuple[Card, ...], seen: Seen) -> Floats:
    """Unit vectors less the middle, zeros where there is none."""
    size = max((len(card.vector) for card in cards), default=0)
    rows = np.zeros((len(cards), size), dtype=np.float32)
    for at, card in enumerate(cards):
        vector = seen.vector(card)
        if vector is not None:
            rows[at] = vector
    return rows


def _alone(card: Card) -> Group:
    group = Group(card.article)
    group.add(card)
    return group


def _beside(cards: tuple[Card, ...]) -> Callable[[int], npt.NDArray[np.bool_]]:
    """For the place of a card: which others are of another language and near in time, or may be."""
    languages = np.asarray([card.language for card in cards])
    first = np.asarray([-np.inf if card.earliest is None else card.earliest for card in cards])
    last = np.asarray([np.inf if card.latest is None else card.latest for card in cards])

    def beside(at: int) -> npt.NDArray[np.bool_]:
        apart = np.maximum(first - last[at], first[at] - last)
        found: npt.NDArray[np.bool_] = (languages != languages[at]) & (apart <= DAYS)
        return found

    return beside
