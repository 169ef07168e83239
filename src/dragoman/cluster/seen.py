"""How common each key is on this desk, so that what everybody writes about says little."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

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

HELD = 65_536
"""Weighed cards kept ready."""

AT_HAND = 256
"""Vectors kept ready."""

KINDS = ("w", "n", "p", "d", "f")

Sparse = dict[str, float]
Vector = npt.NDArray[np.float32]


class Rarities(Struct, frozen=True, gc=False):
    """How rare the keys of one kind are, between 0 and 1; `unseen` is how rare one is that was never seen."""

    known: Sparse = {}
    unseen: float = 1.0

    def of(self, key: str) -> float:
        """How rare a key is."""
        return self.known.get(key, self.unseen)


class Weighed(Struct, frozen=True, gc=False):
    """A sparse vector, and the norm and sum of its weights as they are damped for keys that are common here. Damped weights themselves are
    not kept: texts that are compared have few keys in common."""

    keys: Sparse
    norm: float
    total: float = 0.0
    rare: Rarities = Rarities()

    def of(self, key: str) -> float:
        """The damped weight of a key that is there."""
        return self.keys[key] * self.rare.of(key)


class Ready(Struct, frozen=True, gc=False):
    """A card weighed by what is common here."""

    words: Weighed
    names: Weighed
    places: Weighed


class Seen:
    """Articles counted, and in how many of them a key stands. Rarity goes by the counts as they stood at the last `refresh`, which comes
    by itself when they have changed by one in ten; `stamp` tells one such state from another; `by` is what features weigh. `middle` is what
    all vectors here have in common: on a desk that follows one war or one tournament every two texts are near, and what is left without it
    tells them apart."""

    def __init__(self, by: Weights | None = None) -> None:
        self.by = by or weights()
        self.articles = 0
        self.counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self.stamp = 0
        self._taken = 0
        self._rare: dict[str, Rarities] = dict.fromkeys(KINDS, Rarities())
        self._ready: dict[str, Ready] = {}
        self.middle: Vector | None = None
        self._sum: npt.NDArray[np.float64] | None = None
        self._vectors: dict[str, Vector] = {}

    def add(self, card: Card) -> None:
        """Counts the keys of an article."""
        self.articles += 1
        for kind, keys in kinds(card):
            counts = self.counts[kind]
            for key in keys:
                counts[key] = counts.get(key, 0) + 1
        self._count(card, 1)

    def remove(self, card: Card) -> None:
        """Takes back the keys of an article that was counted: it has left the window."""
        self.articles -= 1
        for kind, keys in kinds(card):
            counts = self.counts[kind]
            for key in keys:
                left = counts.get(key, 0) - 1
                if left > 0:
                    counts[key] = left
                else:
                    counts.pop(key, None)
        self._count(card, -1)

    def refresh(self) -> None:
        """Takes the counts over as they stand now."""
        self.stamp += 1
        self._taken = self.articles
        if self._sum is not None:
            self.middle = np.round(self._sum / (self.articles + MIDDLE), 6).astype(np.float32)
        unseen = self._level(0)
        for kind, counts in self.counts.items():
            levels = {count: self._level(count) for count in set(counts.values())}
            self._rare[kind] = Rarities({key: levels[count] for key, count in counts.items()}, unseen)
        self._ready.clear()
        self._vectors.clear()

    def _level(self, count: int) -> float:
        """1 for a key never seen, near 0 for one that stands in every article of a large desk."""
        total = self._taken + SMOOTHING
        return math.log(1 + total / (count + 1)) / math.log(1 + total)

    def _count(self, card: Card, sign: int) -> None:
        if card.vector:
            row = sign * np.asarray(card.vector, dtype=np.float64)
            self._sum = row if self._sum is None or self._sum.shape != row.shape else self._sum + row
        if abs(self.articles - self._taken) > STALE * self._taken:
            self.refresh()

    def rarity(self, key: str) -> float:
        """How rare a "kind:key" is, between 0 and 1 (never seen)."""
        kind, _, rest = key.partition(":")
        return self._rare[kind].of(rest)

    def weigh(self, kind: str, weights: Sparse) -> Weighed:
        """The weights, damped for keys that are common here."""
        rare = self._rare[kind]
        known, unseen = rare.known.get, rare.unseen
        damped = [weight * known(key, unseen) for key, weight in weights.items()]
        return Weighed(weights, math.sqrt(sum([weight * weight for weight in damped])), sum(damped), rare)

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
        """The card's vector less the middle of this desk, unit length, kept for a while; None where it has none."""
        if not card.vector:
            return None
        held = self._vectors.get(card.article)
        if held is None:
            if len(self._vectors) >= AT_HAND:
                self._vectors.clear()
            held = self._vectors[card.article] = self.off_middle(np.asarray(card.vector, dtype=np.float32))
        return held

    def off_middle(self, rows: Vector) -> Vector:
        """Vectors (one, or a row each) less the middle of this desk, unit length."""
        moved = rows if self.middle is None or self.middle.shape[-1] != rows.shape[-1] else rows - self.middle
        norms = np.sqrt(np.square(moved).sum(axis=-1, keepdims=True))
        answer: Vector = moved / np.maximum(norms, np.float32(LEAST))
        return answer


def kinds(card: Card) -> Iterator[tuple[str, Iterable[str]]]:
    """Keys whose commonness matters, by kind: words, names, places, days, figures."""
    return zip(KINDS, (card.terms, card.entities, card.places, map(str, card.days), card.figures), strict=True)
