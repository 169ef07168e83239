"""Does this article belong to this story? A logistic score over a few features, each of which can be shown. Design after Miranda et al.
2018 (D18-1483), Saravanakumar et al. 2021 and Santos et al. 2022: vectors say what it is about, words, names, days and figures say
which one it is, time only disambiguates. The weights are fitted with fixed signs (`weights`)."""

from __future__ import annotations

import math

from msgspec import Struct

from dragoman.cluster import bulletins, series
from dragoman.cluster.card import Card
from dragoman.cluster.features import FEATURES, apart, details, values
from dragoman.cluster.group import Group
from dragoman.cluster.seen import Seen, Vector
from dragoman.model.spans import Why

__all__ = ["RUNNING", "Group", "Seen", "Vector", "Verdict", "apart", "chance", "judge"]

RUNNING = 30
"""Days after which a story takes nothing more in."""

LATEST = 10
"""Latest members that are looked at for their place in a series, and as bulletins of one template."""

LIMIT = 30.0


class Verdict(Struct, frozen=True):
    """`probability` that the article belongs, the reasons, and the veto that overrode them, if any."""

    probability: float
    why: tuple[Why, ...]
    veto: str | None = None


def chance(card: Card, group: Group, seen: Seen) -> float:
    """Probability (0 to 1) that the article belongs to the story, 0 where it is vetoed: as `judge`, without the reasons."""
    if veto(card, group):
        return 0.0
    by = seen.by
    score = by.bias + sum(by.weights[name] * value for name, value in zip(FEATURES, values(card, group, seen), strict=True) if value)
    return _logistic(score)


def judge(card: Card, group: Group, seen: Seen) -> Verdict:
    """How sure it is that the article belongs to the story, and why. Weights times values, summed with the bias, through the logistic."""
    by = seen.by
    found = {name: value for name, value in zip(FEATURES, values(card, group, seen), strict=True) if value and by.weights[name]}
    score = by.bias + sum(by.weights[name] * value for name, value in found.items())
    told = details(card, group, seen)
    why = [Why(name, round(by.weights[name] * value, 3), _worded(by.weights[name], value, told[name])) for name, value in found.items()]
    why.append(Why("bias", round(by.bias, 3), "what any article starts from"))
    against = veto(card, group)
    probability = 0.0 if against else _logistic(score)
    return Verdict(probability, tuple(sorted(why, key=lambda reason: (-abs(reason.score), reason.feature))), against)


def _worded(weight: float, value: float, detail: str) -> str:
    return f"{value:.2f} × {weight:.2f}: {detail}" if detail else f"{value:.2f} × {weight:.2f}"


def _logistic(score: float) -> float:
    return round(1 / (1 + math.exp(-max(-LIMIT, min(LIMIT, score)))), 4)


def veto(card: Card, group: Group) -> str | None:
    """What keeps an article out whatever the score: the story ended long ago, is about another one of a series, or another bulletin of one
    template."""
    gap = apart(card.earliest, card.latest, group.first, group.last)
    if gap is not None and gap > RUNNING:
        return f"{gap} days after the story ended"
    latest = group.cards[-LATEST:]
    if card.anchors:
        clashes = [series.clash(card.anchors, member.anchors) for member in latest]
        found = [clash for clash in clashes if clash]
        if len(found) * 2 > len(clashes):
            return f"another {found[0]} of a series"
    others = [member for member in latest if member.outlet == card.outlet]
    if any(bulletins.another(card, member) for member in others) and not any(bulletins.updated(card, member) for member in others):
        return "another bulletin of one template"
    return None
