"""What speaks for and against an article belonging to a story: a value a feature. Each value grows with its weight's sign, so that every
weight has one sign by what it means. No feature sees how large or dense a story is: such features snowball."""

from __future__ import annotations

import math
from datetime import date

from dragoman.cluster.card import Card
from dragoman.cluster.group import Group
from dragoman.cluster.seen import Seen, Weighed

FEATURES = (
    "vector",
    "vector across languages",
    "other language",
    "rare words",
    "names",
    "names differ",
    "places",
    "places differ",
    "days",
    "figures",
    "same days",
    "undated",
    "apart",
)
AGAINST = frozenset({"names differ", "places differ", "apart"})
FREE = frozenset({"other language", "undated"})
"""Features that speak against, and those that only stand in for what is not known; all others speak for."""

DAYS = 3.0
"""Width of the bell over the time between, in days."""

MANY = 4.0
"""Number of names or places from which it says something that two texts have few of them in common."""

UNKNOWN = 0.15
"""Stands in for the cosine where a vector is missing: low enough that other evidence must carry a join across languages."""

SHORT = 10.0
SHOWN = 6


def values(card: Card, group: Group, seen: Seen) -> list[float]:
    """The features of an article beside a story, in the order of `FEATURES`."""
    ready = seen.ready(card)
    mean, near = group.near(card, seen)
    gap = distance(card, group)
    names, named = _compared(ready.names, group.names(seen))
    places, placed = _compared(ready.places, group.sites(seen))
    vector = UNKNOWN if mean is None else max(0.0, (near[0][0] + mean) / 2)
    other = 0.0 if card.language in group.languages else 1.0
    return [
        vector,
        vector * other,
        other,
        max((rare(ready.words, seen.ready(member).words) for _, member in near), default=0.0),
        names,
        named * (1 - names),
        places,
        placed * (1 - places),
        math.log1p(sum(weight for _, weight in days(card, group, seen))),
        math.log1p(sum(seen.rarity(f"f:{figure}") for figure in card.figures if figure in group.figures)),
        math.exp(-((gap / DAYS) ** 2) / 2) if gap is not None else 0.0,
        0.0 if gap is not None else 1.0,
        math.log1p(gap) if gap else 0.0,
    ]


def _compared(mine: Weighed, theirs: Weighed) -> tuple[float, float]:
    """Cosine of two sparse vectors, and how much (0 to 1) it says where it is low: by the number of keys of the one with fewer."""
    a, b = mine.keys, theirs.keys
    if not a or not b:
        return 0.0, 0.0
    enough = min(len(a), len(b)) / MANY
    if len(b) < len(a):
        a, b = b, a
    known, unseen = mine.rare.known.get, mine.rare.unseen
    cosine = 0.0
    for key in [key for key in a if key in b]:
        rarity = known(key, unseen)
        cosine += (a[key] * rarity) * (b[key] * rarity)
    return cosine / (mine.norm * theirs.norm), 1 - math.exp(-enough)


def rare(mine: Weighed, theirs: Weighed) -> float:
    """How much two texts have in common of words that are rare in their languages and here, whatever the languages: names in one script
    and numbers are the same in many. The lesser weights summed, as a share of the shorter text's (0 to 1); of a very short text as a share
    of what it would have if it were `SHORT` longer, since a shared word in a short one may be chance."""
    a, b = mine.keys, theirs.keys
    if len(b) < len(a):
        a, b = b, a
    known, unseen = mine.rare.known.get, mine.rare.unseen
    shared = sum([min(a[key], b[key]) * known(key, unseen) for key in a if key in b])
    return shared / (min(mine.total, theirs.total) + SHORT) if shared else 0.0


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


def details(card: Card, group: Group, seen: Seen) -> dict[str, str]:
    """What each feature found, in words."""
    ready = seen.ready(card)
    members = [member for _, member in group.near(card, seen)[1]]
    nearest = members[0] if members else None
    gap = distance(card, group)
    told = {
        "vector": f"to the story, and to {nearest.article}" if nearest else "",
        "vector across languages": f"vectors are all there is between {card.language} and the story",
        "other language": f"no member in {card.language}",
        "rare words": _commonest(ready.words, [seen.ready(member).words for member in members]),
        "names": _shared(ready.names, group.names(seen)),
        "names differ": "names on both sides, few the same",
        "places differ": "places on both sides, few the same",
        "places": _shared(ready.places, group.sites(seen)),
        "days": ", ".join(date.fromordinal(day).isoformat() for day, _ in days(card, group, seen)[:SHOWN]),
        "figures": ", ".join(sorted(set(card.figures) & group.figures)[:SHOWN]),
        "undated": "the time between is not known",
    }
    return told | dict.fromkeys(("same days", "apart"), f"{gap:.1f} days between" if gap is not None else "")


def _shared(mine: Weighed, theirs: Weighed) -> str:
    """The keys that weigh most in a cosine."""
    both = ((-mine.of(key) * theirs.of(key), key) for key in mine.keys if key in theirs.keys)
    return ", ".join(key for _, key in sorted(both)[:SHOWN])


def _commonest(mine: Weighed, others: list[Weighed]) -> str:
    best = max(others, key=lambda other: rare(mine, other), default=Weighed({}, 0.0))
    both = ((-min(mine.of(key), best.of(key)), key) for key in mine.keys if key in best.keys)
    return ", ".join(key for _, key in sorted(both)[:SHOWN])
