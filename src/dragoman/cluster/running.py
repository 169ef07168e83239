"""Running stories: does this event continue that story? A second level above events: negotiations from the announcement to the outcome, a
trial from charge to verdict. Events are weeks apart and words change, so who and where count, and days that one of them announced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from dragoman.cluster.cores import Core
from dragoman.cluster.linked import Linked
from dragoman.cluster.seen import Seen, Weighed
from dragoman.cluster.weighing import Running, running
from dragoman.model.spans import Why

LATEST = 5
"""Events of a story that a further one is set against, the last ones."""

AGREE = 0.34
"""Against chains: so large a share of them must be loosely like it, not only the one that is most."""

ALIKE = 0.3
"""Cosine from which events that share no names are looked at."""

COMMON = 2
"""Names in common from which events are looked at, whatever their vectors."""

BLOCK = 128
"""Events whose candidates are looked for by one product."""

SHARED = 3
"""Names that are shown as shared."""


def link(events: Sequence[str], linked: Linked, seen: Seen) -> dict[str, tuple[Why, ...]]:
    """Links events that stand alone to the story that each continues, first ones first; the reasons for each that was linked."""
    told: dict[str, tuple[Why, ...]] = {}
    alone = [event for event in sorted(events) if _alone(event, linked)]
    for at in range(0, len(alone), BLOCK):
        block = alone[at : at + BLOCK]
        linked.ask(linked.cores[event] for event in block)
        for event in block:
            if _alone(event, linked):  # none has come to it meanwhile
                _join(event, linked, seen, told)
    return told


def _alone(event: str, linked: Linked) -> bool:
    return len(linked.events[linked.story_of(event)]) == 1


def _join(event: str, linked: Linked, seen: Seen, told: dict[str, tuple[Why, ...]]) -> None:
    """Links an event to the story that it continues, if there is one."""
    core, story = linked.cores[event], linked.story_of(event)
    found = [(*_best(core, other, linked, seen), other) for other in linked.candidates(core, seen.rarity) if other != story]
    if found:
        chance, why, other = min(found, key=lambda one: (-one[0], one[2]))
        if chance >= running().link:
            linked.unite({event} | linked.events[other])
            told[event] = why


def _best(core: Core, story: str, linked: Linked, seen: Seen) -> tuple[float, tuple[Why, ...]]:
    """Probability that the event continues the story by its likest event, 0 where too few of the others are at all like it."""
    events = sorted((linked.cores[one] for one in linked.events[story] if one in linked.cores), key=lambda one: (-one.until, one.event))
    scored = [(*continues(core, other, seen), other.event) for other in events[:LATEST] if _hopeful(core, other)]
    if not scored or sum(chance >= running().loose for chance, _, _ in scored) < AGREE * len(events[:LATEST]):
        return 0.0, ()
    chance, why, _ = min(scored, key=lambda one: (-one[0], one[2]))
    return chance, why


def _hopeful(one: Core, other: Core) -> bool:
    """Whether there is anything to go by: several names in common, not of countries, or a vector not far away."""
    if sum(key in other.names and not _is_country(key) for key in one.names) >= COMMON:
        return True
    return one.vector is not None and other.vector is not None and round(float(one.vector @ other.vector), 5) >= ALIKE


def continues(one: Core, other: Core, seen: Seen, by: Running | None = None) -> tuple[float, tuple[Why, ...]]:
    """Probability (0 to 1) that two events are of one running story, and why; symmetric."""
    by = by or running()
    found = features(one, other, seen)
    score = by.bias + sum(by.weights[name] * value for name, (value, _) in found.items())
    why = tuple(Why(f"story {name}", round(by.weights[name] * value, 3), detail) for name, (value, detail) in found.items() if value)
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4), why


def features(one: Core, other: Core, seen: Seen) -> dict[str, tuple[float, str]]:
    """Value and detail of each feature. All but `apart` speak for one story."""
    gap = max(0, one.first - other.until, other.first - one.until)
    names, shared = _cosine(*(seen.weigh("n", core.names) for core in (one, other)))
    places, where = _cosine(*(seen.weigh("p", core.places) for core in (one, other)))
    words, common = _words(one, other, seen)
    cosine = max(0.0, round(float(one.vector @ other.vector), 5)) if one.vector is not None and other.vector is not None else 0.0
    persons = [key for key in shared if not _is_country(key)]
    days = foretold(one, other)
    return {
        "vector": (cosine, f"cosine {cosine:.2f}"),
        "names": (names, ", ".join(shared[:SHARED])),
        "core names": (math.log1p(sum(seen.rarity(f"n:{key}") for key in persons)), ", ".join(persons[:SHARED])),
        "places": (places, ", ".join(where[:SHARED])),
        "words": (words, ", ".join(common[:SHARED])),
        "no common language": (float(not set(one.words) & set(other.words)), ""),
        "foretold": (float(bool(days)), ", ".join(date.fromordinal(day).isoformat() for day in days[:SHARED])),
        "apart": (math.log1p(gap), f"{gap} days"),
    }


def foretold(one: Core, other: Core) -> list[int]:
    """Days on which the one was reported and of which the other had spoken beforehand, as of a day with an event."""
    early, late = (one, other) if (one.first, one.event) <= (other.first, other.event) else (other, one)
    return sorted(day for day, weight in early.days.items() if weight > 1 and day > early.first and day in late.published)


def _words(one: Core, other: Core, seen: Seen) -> tuple[float, list[str]]:
    """Of the languages that both are told in, the one in which they share most."""
    both = [language for language in one.words if language in other.words]
    found = [_cosine(seen.weigh("w", one.words[language]), seen.weigh("w", other.words[language])) for language in both]
    return max(found, key=lambda pair: pair[0], default=(0.0, []))


def _cosine(a: Weighed, b: Weighed) -> tuple[float, list[str]]:
    """Cosine of two sparse vectors, and what they share, the weightiest first."""
    shared = sorted(((a.of(key) * b.of(key), key) for key in a.keys if key in b.keys), key=lambda pair: (-pair[0], pair[1]))
    norm = a.norm * b.norm
    return (round(sum(product for product, _ in shared) / norm, 5) if norm else 0.0), [key for _, key in shared]


def _is_country(key: str) -> bool:
    return len(key) == 2 and key.isascii() and key.isupper()
