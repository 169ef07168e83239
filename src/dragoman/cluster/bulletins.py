"""Bulletins of one template: quakes, forecasts, rates, draws, daily reports of one outlet. Their words are the same and their numbers, days
and places are not: each is about a happening of its own, however alike they are. A bulletin that comes again with the numbers that count
(an update, a correction, a page that grows) is about the same."""

from __future__ import annotations

from collections.abc import Set

from dragoman.cluster import series
from dragoman.cluster.card import Card

SAME_WORDS = 0.6
"""Least share of their telling words, names too, that two bulletins of one template have in common (Dice)."""

HINT = 0.3
"""The same with their numbers, below which nothing more is looked at."""

CLASH, CLASHING = 0.5, 3
"""Two bulletins differ where no more than this share of the numbers of the one with fewer stands in the other, and no fewer than so many
do not, as with copies (`copies/verify`)."""

ALL, MANY = 0.2, 5
"""Where no more than this share of so many numbers stands in the other, the numbers alone tell; not of texts of one day, or that speak of
one day: the numbers of one happening change too (a toll, a count of votes)."""


def another(card: Card, other: Card) -> bool:
    """Whether two articles are bulletins of one template about different happenings; symmetric."""
    if card.outlet != other.outlet or not _alike(len(card.terms.keys() & other.terms.keys()), len(card.terms), len(other.terms), HINT):
        return False
    mine, theirs = _parted(card), _parted(other)
    if not _alike(len(mine[0] & theirs[0]), len(mine[0]), len(theirs[0]), SAME_WORDS):
        return False
    other_days, titled = _disjoint(card.days.keys(), other.days.keys()), _titled(card, other)
    few, shared = min(len(mine[1]), len(theirs[1])), len(mine[1] & theirs[1])
    if few - shared < CLASHING or shared > CLASH * few:
        return titled and other_days
    if other_days or _disjoint(card.places.keys(), other.places.keys()):
        return True
    numbers_alone = few >= MANY and shared <= ALL * few and not (card.certain and card.certain == other.certain)
    return not (card.days and other.days) and (numbers_alone or (titled and _disjoint(set(card.certain), set(other.certain))))


def updated(card: Card, other: Card) -> bool:
    """Whether two articles are one bulletin, which came again: the same template, and not about different happenings."""
    return card.outlet == other.outlet and not another(card, other) and _alike(*_shared(card, other), SAME_WORDS)


def _shared(card: Card, other: Card) -> tuple[int, int, int]:
    mine, theirs = _parted(card)[0], _parted(other)[0]
    return len(mine & theirs), len(mine), len(theirs)


def _parted(card: Card) -> tuple[set[str], set[str]]:
    """Telling words and numbers of a text."""
    numbers = {term for term in card.terms if term[0].isdigit()}
    return card.terms.keys() - numbers, numbers


def _alike(common: int, one: int, other: int, least: float) -> bool:
    return bool(common) and 2 * common >= least * (one + other)


def _disjoint(one: Set[str] | Set[int], other: Set[str] | Set[int]) -> bool:
    """Whether both say something, and nothing of it is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _titled(card: Card, other: Card) -> bool:
    """Whether the headlines are of one template, with other numbers."""
    template = series.template(card.title)
    return bool(template) and template == series.template(other.title) and series.numbers(card.title) != series.numbers(other.title)
