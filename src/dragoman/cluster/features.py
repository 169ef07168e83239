"""What speaks for and against an article belonging to a story: a value a feature. Each value grows with its weight's sign, so that every
weight has one sign by what it means. No feature sees how large or dense a story is: such features snowball."""

from __future__ import annotations

import math
from datetime import date

from dragoman.cluster.card import Card
from dragoman.cluster.group import Group, Vector
from dragoman.cluster.seen import Seen, Sparse, Weighed

FEATURES = (
    "vector nearest",
    "vector mean",
    "words",
    "other language",
    "rare words",
    "names",
    "no names",
    "places",
    "no places",
    "days",
    "figures",
    "same day",
    "same days",
    "undated",
    "apart",
    "same runs",
)
AGAINST = frozenset({"apart"})
"""Features that speak against; all others speak for, or stand in for what is not known."""

DAY, DAYS = 1.0, 3.0
"""Widths of the two bells over the time between, in days."""

SHOWN = 6
FEWEST_PRINTS = 4
"""Runs kept of a text below which nothing is said of sharing them."""


def values(card: Card, group: Group, seen: Seen) -> list[float]:
    """The features of an article beside a story, in the order of `FEATURES`."""
    ready = seen.ready(card)
    nearest, mean, members = _near(seen.vector(card), group)
    gap = distance(card, group)
    same_language = card.language in group.terms and bool(card.terms)
    named, placed = bool(card.entities and group.entities), bool(card.places and group.places)
    return [
        nearest,
        mean,
        _cosine(ready.words, group.words(card.language, seen)) if same_language else 0.0,
        0.0 if same_language else 1.0,
        max((rare(ready.words.keys, seen.ready(member).words.keys) for member in members), default=0.0),
        _cosine(ready.names, group.names(seen)) if named else 0.0,
        0.0 if named else 1.0,
        _cosine(ready.places, group.sites(seen)) if placed else 0.0,
        0.0 if placed else 1.0,
        math.log1p(sum(weight for _, weight in days(card, group, seen))),
        math.log1p(sum(seen.rarity(f"f:{figure}") for figure in card.figures if figure in group.figures)),
        math.exp(-((gap / DAY) ** 2) / 2) if gap is not None else 0.0,
        math.exp(-((gap / DAYS) ** 2) / 2) if gap is not None else 0.0,
        0.0 if gap is not None else 1.0,
        math.log1p(gap) if gap else 0.0,
        max((same_runs(card, member) for member in members), default=0.0),
    ]


def _near(vector: Vector | None, group: Group) -> tuple[float, float, list[Card]]:
    """Cosine to the nearest member and to the middle of the story, and the nearest members."""
    centroid = group.centroid()
    near = group.neighbours(vector if centroid is not None else None)
    mean = float(centroid @ vector) if vector is not None and centroid is not None else 0.0
    return max(0.0, near[0][0]) if near else 0.0, max(0.0, round(mean, 5)), [member for _, member in near]


def rare(a: Sparse, b: Sparse) -> float:
    """How much two texts have in common of words that are rare in their languages and here, whatever the languages: names in one script
    and numbers are the same in many. Natural logarithm of one and the sum of the lesser weights."""
    if len(b) < len(a):
        a, b = b, a
    return math.log1p(sum(min(weight, b[key]) for key, weight in a.items() if key in b))


def days(card: Card, group: Group, seen: Seen) -> list[tuple[int, float]]:
    """Days both speak of, or on which one came out of which the other speaks, with their weights."""
    mine = {**dict.fromkeys(card.certain, 1.0), **card.days}
    theirs, out = group.days, group.published
    found = []
    for day, weight in sorted(mine.items()):
        if day in theirs or (day in out and day in card.days):
            found.append((day, min(weight, theirs.get(day, 1.0)) * seen.rarity(f"d:{day}")))
    return found


def distance(card: Card, group: Group) -> float | None:
    """Days between an article and the story's span: 0 within it, None where a side is not known; whole days where minutes are not known.
    An article that came out on a day for which the story has an event is not apart: a story runs on to the days it announced."""
    if any(group.days.get(day, 0.0) > 1.0 for day in card.certain):
        return 0.0
    if card.moment is not None and group.began is not None and group.ended is not None:
        return max(0.0, card.moment - group.ended, group.began - card.moment)
    gap = apart(card.earliest, card.latest, group.first, group.last)
    return None if gap is None else float(gap)


def apart(a_first: int | None, a_last: int | None, b_first: int | None, b_last: int | None) -> int | None:
    """Days that certainly lie between two intervals: 0 where they may overlap, None where a side is not known at all."""
    if (a_first is None and a_last is None) or (b_first is None and b_last is None):
        return None
    after = a_first - b_last if a_first is not None and b_last is not None else 0
    before = b_first - a_last if b_first is not None and a_last is not None else 0
    return max(0, after, before)


def same_runs(card: Card, member: Card) -> float:
    """Share of the shorter text's runs of words that stand in the other one (0 to 1)."""
    fewest = min(len(card.prints), len(member.prints))
    return len(card.prints & member.prints) / fewest if fewest >= FEWEST_PRINTS else 0.0


def details(card: Card, group: Group, seen: Seen) -> dict[str, str]:
    """What each feature found, in words."""
    ready = seen.ready(card)
    _, _, members = _near(seen.vector(card), group)
    nearest = members[0] if members else None
    gap = distance(card, group)
    told = {
        "vector nearest": f"to {nearest.article}" if nearest else "",
        "vector mean": "to the story",
        "words": _shared(ready.words, group.words(card.language, seen)),
        "other language": f"no member in {card.language}",
        "rare words": _commonest(ready.words.keys, [seen.ready(member).words.keys for member in members]),
        "names": _shared(ready.names, group.names(seen)),
        "no names": "names are not known on one side",
        "places": _shared(ready.places, group.sites(seen)),
        "no places": "places are not known on one side",
        "days": ", ".join(date.fromordinal(day).isoformat() for day, _ in days(card, group, seen)[:SHOWN]),
        "figures": ", ".join(sorted(set(card.figures) & group.figures)[:SHOWN]),
        "undated": "the time between is not known",
        "same runs": "runs of words are the same",
    }
    return told | dict.fromkeys(("same day", "same days", "apart"), f"{gap:.1f} days between" if gap is not None else "")


def _cosine(mine: Weighed, theirs: Weighed) -> float:
    a, b = mine.keys, theirs.keys
    if len(b) < len(a):
        a, b = b, a
    norm = mine.norm * theirs.norm
    return sum(weight * b[key] for key, weight in a.items() if key in b) / norm if norm else 0.0


def _shared(mine: Weighed, theirs: Weighed) -> str:
    """The keys that weigh most in a cosine."""
    both = ((-weight * theirs.keys[key], key) for key, weight in mine.keys.items() if key in theirs.keys)
    return ", ".join(key for _, key in sorted(both)[:SHOWN])


def _commonest(mine: Sparse, others: list[Sparse]) -> str:
    best = max(others, key=lambda other: rare(mine, other), default={})
    both = ((-min(weight, best[key]), key) for key, weight in mine.items() if key in best)
    return ", ".join(key for _, key in sorted(both)[:SHOWN])
