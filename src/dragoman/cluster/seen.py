"""How common each key is on this desk, so that what everybody writes about says little."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from dragoman.cluster.card import Card
from dragoman.cluster.weights import Weights, weights

SMOOTHING = 20
"""Articles imagined beside those seen when telling how common a key is on this desk."""

STALE = 0.1
"""Counts are taken over anew once the articles seen have grown or shrunk by this share: a rarity that moved with every article would
have every story weighed again for every article."""

LEAST = 1e-9
MIDDLE = 50
"""Articles in the middle of the model's space imagined beside those seen, when telling where the middle of this desk is."""

HELD = 2048
"""Weighed cards kept ready."""

Sparse = dict[str, float]
Vector = npt.NDArray[np.float32]


class Weighed(Struct, frozen=True):
    """A sparse vector, damped for keys that are common here, its norm and its sum."""

    keys: Sparse
    norm: float
    total: float = 0.0


class Ready(Struct, frozen=True):
    """A card weighed by what is common here."""

    words: Weighed
    names: Weighed
    places: Weighed


class Seen:
    """Articles counted, and in how many of them a key stands. Rarity goes by the counts as they stood at the last `refresh`, which comes
    by itself when they have changed by one in ten; `stamp` tells one such state from another; `by` is
    what features weigh. `middle` is what all vectors here have
    in common: on a desk that follows one war or one tournament every two texts are near, and what is left without it tells them apart."""

    def __init__(self, by: Weights | None = None) -> None:
        self.by = by or weights()
        self.articles = 0
        self.counts: dict[str, int] = {}
        self.stamp = 0
        self._taken = 0
        self._known: dict[str, int] = {}
        self._rarities: dict[int, float] = {}
        self._ready: dict[str, Ready] = {}
        self.middle: Vector | None = None
        self._sum: npt.NDArray[np.float64] | None = None
        self._vector: tuple[str, int, Vector | None] = ("", 0, None)

    def add(self, card: Card) -> None:
        """Counts the keys of an article."""
        self.articles += 1
        for key in keys(card):
            self.counts[key] = self.counts.get(key, 0) + 1
        self._count(card, 1)

    def remove(self, card: Card) -> None:
        """Takes back the keys of an article that was counted: it has left the window."""
        self.articles -= 1
        for key in keys(card):
            left = self.counts.get(key, 0) - 1
            if left > 0:
                self.counts[key] = left
            else:
                self.counts.pop(key, None)
        self._count(card, -1)

    def refresh(self) -> None:
        """Takes the counts over as they stand now."""
        self.stamp += 1
        self._taken = self.articles
        self._known = dict(self.counts)
        if self._sum is not None:
            self.middle = np.round(self._sum / (self.articles + MIDDLE), 6).astype(np.float32)
        self._rarities.clear()
        self._ready.clear()

    def _count(self, card: Card, sign: int) -> None:
        if card.vector:
            row = sign * np.asarray(card.vector, dtype=np.float64)
            self._sum = row if self._sum is None or self._sum.shape != row.shape else self._sum + row
        if abs(self.articles - self._taken) > STALE * self._taken:
            self.refresh()

    def rarity(self, key: str) -> float:
        """1 for a key never seen, near 0 for one that stands in every article of a large desk."""
        count = self._known.get(key, 0)
        known = self._rarities.get(count)
        if known is None:
            total = self._taken + SMOOTHING
            known = self._rarities[count] = math.log(1 + total / (count + 1)) / math.log(1 + total)
        return known

    def weigh(self, kind: str, weights: Sparse) -> Weighed:
        """The weights, damped for keys that are common here, and their norm."""
        damped = {key: weight * self.rarity(f"{kind}:{key}") for key, weight in weights.items()}
        return Weighed(damped, math.sqrt(sum(weight * weight for weight in damped.values())), sum(damped.values()))

    def ready(self, card: Card) -> Ready:
        """The card weighed, kept until the counts are taken over anew."""
        held = self._ready.get(card.article)
        if held is None:
            if len(self._ready) >= HELD:
                self._ready.clear()
            held = Ready(self.weigh("w", card.terms), self.weigh("n", card.entities), self.weigh("p", card.places))
            self._ready[card.article] = held
        return held

    def vector(self, card: Card) -> Vector | None:
        """The card's vector less the middle of this desk, unit length, the last one kept; None where it has none."""
        if self._vector[:2] != (card.article, self.stamp):
            row = np.asarray(card.vector, dtype=np.float32) if card.vector else None
            self._vector = (card.article, self.stamp, None if row is None else self.off_middle(row))
        return self._vector[2]

    def off_middle(self, rows: Vector) -> Vector:
        """Vectors (one, or a row each) less the middle of this desk, unit length."""
        moved = rows if self.middle is None or self.middle.shape[-1] != rows.shape[-1] else rows - self.middle
        norms = np.sqrt(np.square(moved).sum(axis=-1, keepdims=True))
        answer: Vector = moved / np.maximum(norms, np.float32(LEAST))
        return answer


def keys(card: Card) -> Iterator[str]:
    """Keys whose commonness matters, with their kind: words, names, places, days, figures."""
    yield from (f"w:{key}" for key in card.terms)
    yield from (f"n:{key}" for key in card.entities)
    yield from (f"p:{key}" for key in card.places)
    yield from (f"d:{key}" for key in card.days)
    yield from (f"f:{key}" for key in card.figures)
