"""What a story looks like to the join."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from dragoman.cluster.card import Card
from dragoman.cluster.seen import Seen, Sparse, Vector, Weighed

N = TypeVar("N", int, float)

NEIGHBOURS = 4
"""Members that an article is set against one by one: the nearest by vector, the latest where there are no vectors."""


class Group:
    """The cards of a story and their sums. Grows by `add`."""

    def __init__(self, story: str) -> None:
        self.story = story
        self.cards: list[Card] = []
        self.languages: set[str] = set()
        self.entities: Sparse = {}
        self.places: Sparse = {}
        self.days: dict[int, float] = {}
        self.published: set[int] = set()
        self.figures: set[str] = set()
        self.first: int | None = None
        self.last: int | None = None
        self.began: float | None = None
        self.ended: float | None = None
        self._sum: Vector | None = None
        self._centroid: Vector | None = None
        self._rows: Vector = np.zeros((0, 0), dtype=np.float32)
        self._with: list[int] = []
        self._moved: tuple[tuple[int, int], Vector, Vector] | None = None
        self._weighed: dict[str, tuple[tuple[int, int], Weighed]] = {}
        self._alone: dict[int, Group] = {}

    def add(self, card: Card) -> None:
        """Takes a card in; bounds of its date widen the story's."""
        if self.cards:
            self._pour(card)
        else:
            self.entities, self.places = card.entities, card.places
        self.cards.append(card)
        self.languages.add(card.language)
        for day, weight in card.days.items():
            self.days[day] = max(self.days.get(day, 0.0), weight)
        self.figures.update(card.figures)
        self.published.update(card.certain)
        self.first = _bound(min, self.first, card.earliest)
        self.last = _bound(max, self.last, card.latest)
        self.began = _bound(min, self.began, card.moment)
        self.ended = _bound(max, self.ended, card.moment)
        if card.vector:
            self._stack(np.asarray(card.vector, dtype=np.float32))

    def _pour(self, card: Card) -> None:
        if len(self.cards) == 1:  # the sums are still what is on the first card
            self.entities, self.places = dict(self.entities), dict(self.places)
        _pour(card.entities, self.entities)
        _pour(card.places, self.places)

    def _stack(self, row: Vector) -> None:
        used = len(self._with)
        if used >= len(self._rows):
            grown = np.zeros((max(1, 2 * used), row.size), dtype=np.float32)
            if used:
                grown[:used] = self._rows[:used]
            self._rows = grown
        self._rows[used] = row
        self._with.append(len(self.cards) - 1)
        self._sum = row.copy() if self._sum is None else self._sum + row
        self._centroid = None

    def centroid(self) -> Vector | None:
        """Unit mean of the members' vectors, None where none has one."""
        if self._centroid is None and self._sum is not None:
            norm = float(np.linalg.norm(self._sum))
            self._centroid = self._sum / norm if norm else None
        return self._centroid

    def names(self, seen: Seen) -> Weighed:
        """The entities of the members, weighed."""
        return seen.ready(self.cards[0]).names if len(self.cards) == 1 else self._held("n", self.entities, seen)

    def sites(self, seen: Seen) -> Weighed:
        """The places of the members, weighed."""
        return seen.ready(self.cards[0]).places if len(self.cards) == 1 else self._held("p", self.places, seen)

    def _held(self, kind: str, weights: Sparse, seen: Seen) -> Weighed:
        """A sum of this story as `seen` weighs it, kept until the story grows or counts are taken over anew."""
        stamp = (len(self.cards), seen.stamp)
        held = self._weighed.get(kind)
        if held is None or held[0] != stamp:
            held = self._weighed[kind] = (stamp, seen.weigh(kind, weights))
        return held[1]

    def alone(self, at: int) -> Group:
        """A story of one of the members."""
        if at not in self._alone:
            self._alone[at] = single = Group(self.cards[at].article)
            single.add(self.cards[at])
        return self._alone[at]

    def near(self, card: Card, seen: Seen) -> tuple[float | None, list[tuple[float, Card]]]:
        """Cosine of an article to the middle of the story, and cosine and card of the nearest members, nearest first, all less the middle
        of the desk; without vectors None, and the latest members at 0."""
        vector = seen.vector(card)
        if vector is None or self._sum is None or vector.shape != self._sum.shape:
            return None, [(0.0, member) for member in reversed(self.cards[-NEIGHBOURS:])]
        rows, middle = self._off_middle(self._sum, seen)
        if len(rows) == 1:
            cosine = round(float(middle @ vector), 5)
            return cosine, [(cosine, self.cards[self._with[0]])]
        cosines = np.round(rows @ vector, 5)
        order = np.argsort(-cosines, kind="stable")[:NEIGHBOURS]
        return round(float(middle @ vector), 5), [(float(cosines[at]), self.cards[self._with[at]]) for at in order]

    def _off_middle(self, total: Vector, seen: Seen) -> tuple[Vector, Vector]:
        """Members' vectors and their mean, less the middle of the desk; kept until the story grows or counts are taken over anew."""
        stamp = (len(self.cards), seen.stamp)
        if self._moved is None or self._moved[0] != stamp:
            rows = seen.off_middle(self._rows[: len(self._with)])
            middle = rows[0] if len(rows) == 1 else seen.off_middle(total / np.float32(len(rows)))
            self._moved = (stamp, rows, middle)
        return self._moved[1], self._moved[2]


def _pour(source: Sparse, target: Sparse) -> None:
    for key, weight in source.items():
        target[key] = target.get(key, 0.0) + weight


def _bound(pick: Callable[[N, N], N], old: N | None, new: N | None) -> N | None:
    if old is None or new is None:
        return new if old is None else old
    return pick(old, new)
