"""Does this article belong to this story? A logistic score over a few features, each of which can be shown. Design after Miranda et al.
2018 (D18-1483), Saravanakumar et al. 2021 and Santos et al. 2022: vectors say what it is about, words, names, days and figures say
which one it is, time only disambiguates. No feature sees how large or dense a story is: such features snowball."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from dragoman.cluster import series
from dragoman.cluster.card import Card
from dragoman.model.spans import Why

Vector = npt.NDArray[np.float32]
Weighed = tuple[dict[str, float], float]
"""A sparse vector and its norm."""

RUNNING = 30
"""Days after which a story takes nothing more in."""

WEIGHTS = {
    "vector nearest": 3.2,
    "vector mean": 3.2,
    "words": 5.0,
    "no common language": 2.4,
    "names": 4.0,
    "no names": 0.8,
    "places": 1.5,
    "days": 2.0,
    "figures": 0.5,
    "apart": -1.1,
}
BIAS = -7.0
"""Vectors, words, names, places and days: rounded from a logistic fit with fixed signs on candidate joins of the ECB+ corpus (Cybulska
and Vossen 2014, CC BY 3.0, topics 1 to 15). That corpus is English and has few dates: the constants that stand in for words and names
where they cannot be compared, figures and the distance in days (per natural logarithm of days) are set by hand."""

SMOOTHING = 20
"""Articles imagined beside those seen when telling how common a key is on this desk."""


class Group:
    """What a story looks like to the join: its cards and their sums. Grows by `add`."""

    def __init__(self, story: str) -> None:
        self.story = story
        self.cards: list[Card] = []
        self.terms: dict[str, dict[str, float]] = {}
        self.entities: dict[str, float] = {}
        self.places: dict[str, float] = {}
        self.days: dict[int, float] = {}
        self.published: set[int] = set()
        self.figures: set[str] = set()
        self.first: int | None = None
        self.last: int | None = None
        self._sum: Vector | None = None
        self._rows: list[Vector] = []
        self._weighed: dict[str, tuple[tuple[int, int], Weighed]] = {}
        self._alone: dict[str, Group] = {}

    def add(self, card: Card) -> None:
        """Takes a card in; bounds of its date widen the story's."""
        self.cards.append(card)
        _pour(card.terms, self.terms.setdefault(card.language, {}))
        _pour(card.entities, self.entities)
        _pour(card.places, self.places)
        for day, weight in card.days.items():
            self.days[day] = max(self.days.get(day, 0.0), weight)
        self.figures.update(card.figures)
        self.published.update(_certain(card))
        self.first = _bound(min, self.first, card.earliest)
        self.last = _bound(max, self.last, card.latest)
        if card.vector:
            row = np.asarray(card.vector, dtype=np.float32)
            self._rows.append(row)
            self._sum = row.copy() if self._sum is None else self._sum + row

    def centroid(self) -> Vector | None:
        """Unit mean of the members' vectors, None where none has one."""
        if self._sum is None:
            return None
        norm = float(np.linalg.norm(self._sum))
        return self._sum / norm if norm else None

    def weighed(self, kind: str, weights: dict[str, float], seen: Seen) -> Weighed:
        """A sum of this story as `seen` weighs it, kept until the story or the desk grows."""
        stamp = (len(self.cards), seen.articles)
        held = self._weighed.get(kind)
        if held is None or held[0] != stamp:
            held = self._weighed[kind] = (stamp, seen.weigh(kind[0], weights))
        return held[1]

    def alone(self, at: int) -> Group:
        """A story of one of the members."""
        member = self.cards[at]
        if member.article not in self._alone:
            single = self._alone[member.article] = Group(member.article)
            single.add(member)
        return self._alone[member.article]

    def nearness(self, vector: Vector) -> tuple[float, int]:
        """Cosine to the nearest member that has a vector, and that member's place among `cards`."""
        cosines = np.stack(self._rows) @ vector
        at = int(np.argmax(np.round(cosines, 5)))
        with_vectors = [place for place, card in enumerate(self.cards) if card.vector]
        return float(cosines[at]), with_vectors[at]


class Seen:
    """How common each key is on this desk: articles counted, and in how many of them a key stands."""

    def __init__(self) -> None:
        self.articles = 0
        self.counts: dict[str, int] = {}
        self._rarities: dict[int, float] = {}

    def add(self, card: Card) -> None:
        """Counts the keys of an article."""
        self.articles += 1
        self._rarities.clear()
        for key in keys(card):
            self.counts[key] = self.counts.get(key, 0) + 1

    def rarity(self, key: str) -> float:
        """1 for a key never seen, near 0 for one that stands in every article of a large desk."""
        count = self.counts.get(key, 0)
        if count not in self._rarities:
            total = self.articles + SMOOTHING
            self._rarities[count] = math.log(1 + total / (count + 1)) / math.log(1 + total)
        return self._rarities[count]

    def weigh(self, kind: str, weights: dict[str, float]) -> Weighed:
        """The weights, damped for keys that are common here, and their norm."""
        damped = {key: weight * self.rarity(f"{kind}:{key}") for key, weight in weights.items()}
        return damped, math.sqrt(sum(weight * weight for weight in damped.values()))


class Verdict(Struct, frozen=True):
    """`probability` that the article belongs, the reasons, and the veto that overrode them, if any."""

    probability: float
    why: tuple[Why, ...]
    veto: str | None = None


def keys(card: Card) -> Iterable[str]:
    """Keys whose commonness matters, with their kind: words, names, places, days, figures."""
    yield from (f"w:{key}" for key in card.terms)
    yield from (f"n:{key}" for key in card.entities)
    yield from (f"p:{key}" for key in card.places)
    yield from (f"d:{key}" for key in card.days)
    yield from (f"f:{key}" for key in card.figures)


def judge(card: Card, group: Group, seen: Seen) -> Verdict:
    """How sure it is that the article belongs to the story, and why. Weights times values, summed with the bias, through the logistic."""
    reasons = [*_by_vector(card, group), *_by_words(card, group, seen), *_by_names(card, group, seen), *_by_days(card, group, seen)]
    gap = apart(card.earliest, card.latest, group.first, group.last)
    if gap and not _foretold(card, group):
        reasons.append(_why("apart", math.log1p(gap), f"{gap} days"))
    score = BIAS + sum(reason.score for reason in reasons)
    veto = _veto(card, group, gap)
    probability = 0.0 if veto else 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return Verdict(round(probability, 4), tuple(sorted(reasons, key=lambda why: (-abs(why.score), why.feature))), veto)


def apart(a_first: int | None, a_last: int | None, b_first: int | None, b_last: int | None) -> int | None:
    """Days that certainly lie between two intervals: 0 where they may overlap, None where a side is not known at all."""
    if (a_first is None and a_last is None) or (b_first is None and b_last is None):
        return None
    after = a_first - b_last if a_first is not None and b_last is not None else 0
    before = b_first - a_last if b_first is not None and a_last is not None else 0
    return max(0, after, before)


def _why(feature: str, value: float, detail: str) -> Why:
    return Why(feature, round(WEIGHTS[feature] * value, 3), detail)


def _by_vector(card: Card, group: Group) -> list[Why]:
    centroid = group.centroid()
    if not card.vector or centroid is None:
        return []
    vector = np.asarray(card.vector, dtype=np.float32)
    nearest, at = group.nearness(vector)
    mean = float(centroid @ vector)
    return [
        _why("vector nearest", max(0.0, nearest), f"cosine {nearest:.2f} to {group.cards[at].article}"),
        _why("vector mean", max(0.0, mean), f"cosine {mean:.2f} to the story"),
    ]


def _by_words(card: Card, group: Group, seen: Seen) -> list[Why]:
    """Words count only against members in the same language; where there are none, a constant stands in for them."""
    theirs = group.terms.get(card.language)
    if not theirs or not card.terms:
        return [_why("no common language", 1.0, f"no member in {card.language}")]
    value, shared = _overlap(seen.weigh("w", card.terms), group.weighed(f"w {card.language}", theirs, seen))
    return [_why("words", value, ", ".join(shared))] if shared else []


def _by_names(card: Card, group: Group, seen: Seen) -> list[Why]:
    reasons = []
    if card.entities and group.entities:
        value, shared = _overlap(seen.weigh("n", card.entities), group.weighed("n", group.entities, seen))
        reasons += [_why("names", value, ", ".join(shared))] if shared else []
    else:
        reasons.append(_why("no names", 1.0, "names are not known on one side"))
    value, shared = _overlap(seen.weigh("p", card.places), group.weighed("p", group.places, seen))
    return [*reasons, _why("places", value, ", ".join(shared))] if shared else reasons


def _by_days(card: Card, group: Group, seen: Seen) -> list[Why]:
    """Days both speak of, or on which one came out of which the other speaks; each further one counts less."""
    reasons = []
    mine = {**dict.fromkeys(_certain(card), 1.0), **card.days}
    theirs = {**dict.fromkeys(group.published, 1.0), **group.days}
    days = sorted(day for day in mine if day in theirs and (day in card.days or day in group.days))
    if days:
        total = sum(min(mine[day], theirs[day]) * seen.rarity(f"d:{day}") for day in days)
        reasons.append(_why("days", math.log1p(total), ", ".join(date.fromordinal(day).isoformat() for day in days[:6])))
    figures = sorted(set(card.figures) & group.figures)
    if figures:
        total = sum(seen.rarity(f"f:{figure}") for figure in figures)
        reasons.append(_why("figures", math.log1p(total), ", ".join(figures[:6])))
    return reasons


def _certain(card: Card) -> tuple[int, ...]:
    """The day of publication where it is known to the day."""
    return (card.earliest,) if card.earliest is not None and card.earliest == card.latest else ()


def _foretold(card: Card, group: Group) -> bool:
    """Whether the article came out on a day for which the story has an event: a story runs on to the days that it announced."""
    return any(group.days.get(day, 0.0) > 1.0 for day in _certain(card))


def _veto(card: Card, group: Group, gap: int | None) -> str | None:
    if gap is not None and gap > RUNNING:
        return f"{gap} days after the story ended"
    clashes = [series.clash(card.anchors, member.anchors) for member in group.cards[-10:]]
    found = [clash for clash in clashes if clash]
    return f"another {found[0]} of a series" if found and len(found) * 2 > len(clashes) else None


def _overlap(mine: Weighed, theirs: Weighed) -> tuple[float, list[str]]:
    """Cosine of two sparse vectors and the six keys that weigh most in it."""
    (a, norm_a), (b, norm_b) = mine, theirs
    shared = sorted(((a[key] * b[key], key) for key in a if key in b), key=lambda pair: (-pair[0], pair[1]))
    norm = norm_a * norm_b
    if not shared or not norm:
        return 0.0, []
    return sum(product for product, _ in shared) / norm, [key for _, key in shared[:6]]


def _pour(source: dict[str, float], target: dict[str, float]) -> None:
    for key, weight in source.items():
        target[key] = target.get(key, 0.0) + weight


def _bound(pick: Callable[[int, int], int], old: int | None, new: int | None) -> int | None:
    if old is None or new is None:
        return new if old is None else old
    return pick(old, new)
