"""Postings: which events share the rare keys of an article. What it costs is bounded: keys are taken rarest first, as far as a budget
of postings goes, and keys that stand in a large share of the events are not looked at, since they say the least and cost the most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain

COMMON = 0.02
FEW = 20
"""A key is common that stands in more than this share of the events and in more than `FEW`."""

SHARED = 2
MANY = 6
"""An article of six keys and more shares two with an event at least: one alone is chance."""

BUDGET = 1500
"""Postings looked at for one article."""


class Postings:
    """Keys to events. An event may be posted under a key many times and is taken out once."""

    def __init__(self) -> None:
        self._events: dict[str, dict[str, None]] = {}
        self._keys: dict[str, dict[str, None]] = {}

    def add(self, event: str, keys: Iterable[str]) -> None:
        """Posts an event under keys."""
        mine = self._keys.setdefault(event, {})
        for key in keys:
            if key not in mine:
                mine[key] = None
                self._events.setdefault(key, {})[event] = None

    def drop(self, event: str) -> None:
        """Takes an event out."""
        for key in self._keys.pop(event, ()):
            posted = self._events[key]
            del posted[event]
            if not posted:
                del self._events[key]

    def best(self, keys: Iterable[str], rarity: Callable[[str], float], most: int, allowed: Callable[[str], bool]) -> list[str]:
        """Up to `most` events that share the rarest keys, by the sum of `rarity`, ties by name."""
        limit = max(FEW, COMMON * len(self._keys))
        keys = set(keys)
        posted = sorted((len(self._events[key]), key) for key in keys if key in self._events)
        used, left = list[str](), BUDGET
        for size, key in posted:
            if size > limit or size > left:
                break
            left -= size
            used.append(key)
        least = SHARED if len(keys) >= MANY else 1
        counts = Counter(chain.from_iterable(self._events[key] for key in used))
        votes = {event: 0.0 for event, count in counts.items() if count >= least}
        for key in used:
            weight = rarity(key)
            for event in self._events[key]:
                if event in votes:
                    votes[event] += weight
        best = sorted((-round(vote, 5), event) for event, vote in votes.items())
        return [event for _, event in best[: most * 2] if allowed(event)][:most]
