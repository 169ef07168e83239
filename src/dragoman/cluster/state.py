"""State: the stories as filing sees them, and the indexes that find candidates. Passed in and handed out; nothing else remembers."""

from __future__ import annotations

import heapq
from itertools import islice

import numpy as np
import numpy.typing as npt

from dragoman.cluster.card import Card
from dragoman.cluster.join import RUNNING, Group, Seen, Vector, apart
from dragoman.model.story import Member

NEAREST = 8
"""Candidates by vector, and as many again by shared keys."""

COMMON = 0.05
"""Keys that stand in more than this share of articles (and in more than 20) find no candidates: they cost the most and say the least."""

RAREST_WORDS = 25


class State:
    """Groups by story id, their members as filed, what is common on this desk, and postings from keys to stories."""

    def __init__(self, seen: Seen | None = None) -> None:
        self.groups: dict[str, Group] = {}
        self.members: dict[str, list[Member]] = {}
        self.seen = seen or Seen()
        self.counting = seen is None
        self._postings: dict[str, dict[str, None]] = {}
        self._rows: dict[str, int] = {}
        self._names: list[str] = []
        self._matrix: npt.NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)

    def add(self, card: Card, story: str, member: Member) -> None:
        """Puts an article into a story, which is made where it is new."""
        group = self.groups.setdefault(story, Group(story))
        group.add(card)
        self.members.setdefault(story, []).append(member)
        if self.counting:
            self.seen.add(card)
        for key in _finders(card):
            self._postings.setdefault(key, {})[story] = None
        centroid = group.centroid()
        if centroid is not None:
            self._put(story, centroid)

    def remove(self, story: str) -> None:
        """Takes a story out; its cards must be added elsewhere."""
        group = self.groups.pop(story)
        del self.members[story]
        for card in group.cards:
            for key in _finders(card):
                self._postings.get(key, {}).pop(story, None)
        row = self._rows.pop(story, None)
        if row is not None:
            self._names[row] = ""
            self._matrix[row] = 0.0

    def candidates(self, card: Card) -> list[str]:
        """Stories that the article could belong to: nearest by vector, and those sharing the rarest keys; none that ended too long ago."""
        found = {story for story in self._by_vector(card) + self._by_keys(card) if self._open(card, story)}
        return sorted(found)

    def _open(self, card: Card, story: str) -> bool:
        group = self.groups[story]
        gap = apart(card.earliest, card.latest, group.first, group.last)
        return gap is None or gap <= RUNNING

    def _by_vector(self, card: Card) -> list[str]:
        if not card.vector or not self._rows:
            return []
        cosines = np.round(self._matrix[: len(self._names)] @ np.asarray(card.vector, dtype=np.float32), 5)
        near = (self._names[row] for row in np.argsort(-cosines, kind="stable"))
        live = (name for name in near if name in self.groups and self._open(card, name))
        return list(islice(live, NEAREST))

    def _by_keys(self, card: Card) -> list[str]:
        votes: dict[str, float] = {}
        limit = max(20.0, COMMON * self.seen.articles)
        for key in _finders(card):
            stories = self._postings.get(key, {})
            if len(stories) <= limit:
                for story in stories:
                    votes[story] = votes.get(story, 0.0) + self.seen.rarity(key)
        best = heapq.nsmallest(NEAREST * 2, ((-round(vote, 5), story) for story, vote in votes.items()))
        return [story for _, story in best if self._open(card, story)][:NEAREST]

    def _put(self, story: str, centroid: Vector) -> None:
        if story not in self._rows:
            self._rows[story] = len(self._names)
            self._names.append(story)
        row = self._rows[story]
        if row >= len(self._matrix):
            grown = np.zeros((max(64, 2 * row), centroid.size), dtype=np.float32)
            grown[: len(self._matrix), : self._matrix.shape[1]] = self._matrix
            self._matrix = grown
        self._matrix[row] = centroid


def _finders(card: Card) -> list[str]:
    """Keys that find candidates: names, places, days, figures and the weightiest words."""
    heaviest = heapq.nsmallest(RAREST_WORDS, ((-weight, word) for word, weight in card.terms.items()))
    return [
        *(f"n:{key}" for key in sorted(card.entities)),
        *(f"p:{key}" for key in sorted(card.places)),
        *(f"d:{key}" for key in sorted(card.days)),
        *(f"f:{key}" for key in card.figures),
        *(f"w:{word}" for _, word in heaviest),
    ]
