"""Repair: events that began apart are joined, and events that fall apart are parted. Done at the end of each day, on the events
that changed, when all articles of the day are there: so that a replay does the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.cluster import kinship
from dragoman.cluster.card import Card
from dragoman.cluster.join import Group, Vector, chance
from dragoman.cluster.placing import asked, quorum
from dragoman.cluster.state import State, first_key
from dragoman.cluster.windows import canonical
from dragoman.model.story import Member

SAMPLE = 5
"""Articles of an event that speak for it, the latest."""

LOOKERS = 1
"""How many of these look for neighbours."""

ALIKE = 0.3
"""Cosine of two events below which they are not looked at closer."""

HOPE = 0.1
"""Where the latest article fits less well than this, the others are not asked."""

BLOCK = 128
"""Events whose neighbours are looked for by one product."""

SPLIT_FROM = 4
MOST = 48
"""An event of four articles and more may fall apart; of a larger one so many speak for it, and the others go with who is nearest."""

ASKED = 6
"""Articles of an event that are set against those of another one, two by two."""


def merge(state: State) -> None:
    """Joins dirty events that began apart: smaller ones are tried against their neighbours, whose members have all arrived by now."""
    order = sorted(state.dirty & set(state.groups), key=lambda event: (len(state.groups[event].cards), event))
    for at in range(0, len(order), BLOCK):
        block = [event for event in order[at : at + BLOCK] if event in state.groups]
        state.ask(card for event in block for card in state.groups[event].cards[-LOOKERS:])
        for event in block:
            other = _partner(event, state) if event in state.groups else None  # it may have been poured into another one meanwhile
            if other is not None:
                _pour(state, event, other)


def _partner(event: str, state: State) -> str | None:
    """The event that this one is to be joined to, no smaller than it."""
    cards = state.groups[event].cards
    sample = cards[-SAMPLE:]
    best: tuple[float, str] | None = None
    for other in sorted({found for article in sample[-LOOKERS:] for found in state.candidates(article)} - {event}):
        group = state.groups[other]
        if len(group.cards) < len(cards):
            continue
        if _unlike(state.groups[event], group) or chance(sample[-1], group, state.seen) < HOPE:
            continue
        value = _likeness(state.groups[event], group, state)
        if value is not None and (best is None or value > best[0]):
            best = (value, other)
    return best[1] if best else None


def _unlike(one: Group, other: Group) -> bool:
    """Whether two events are far apart by vector, as far as they have any."""
    a, b = one.centroid(), other.centroid()
    return a is not None and b is not None and a.shape == b.shape and round(float(a @ b), 5) < ALIKE


def _likeness(one: Group, other: Group, state: State) -> float | None:
    """How well two events agree; None where they are to stay two. They are one where the latest articles would join, or all agree by pairs
    (a pair alone, or without vectors, says too little), and where a split would not part them again."""
    sample, seen = one.cards[-SAMPLE:], state.seen
    mine, theirs = _seats(one, ASKED), _seats(other, ASKED)
    agreement = round(sum(chance(article, other, seen) for article in sample) / len(sample), 4)
    between = kinship.across(mine, theirs, seen)
    joins = agreement >= seen.by.join and all(quorum(article, other, seen) for article in sample)
    kin = between >= kinship.KIN and len(mine) * len(theirs) > 1 and one.centroid() is not None and other.centroid() is not None
    if not joins and not kin:
        return None
    parted = kinship.strangers(between, kinship.matrix(mine, seen), kinship.matrix(theirs, seen))
    return None if parted else max(agreement, between)


def _seats(group: Group, most: int) -> list[kinship.Seat]:
    """Up to so many articles of an event, from the first to the last."""
    return [(group, at) for at in asked(len(group.cards), most)]


def _pour(state: State, event: str, other: str) -> None:
    """Makes two events one, and their stories with them; who came first gives the key."""
    rest = (state.linked.events[state.story_of(event)] | state.linked.events[state.story_of(other)]) - {event, other}
    key = _refill(state, [*state.remove(event), *state.remove(other)])
    state.linked.unite({key, *rest})


def _refill(state: State, held: Sequence[tuple[Card, Member]]) -> str:
    """Puts articles that were taken out into one event; its key."""
    key = first_key(card for card, _ in held)
    for card, member in sorted(held, key=lambda pair: canonical(pair[0])):
        state.add(card, key, member)
    return key


def split(state: State) -> None:
    """Parts dirty events that fall into several, which stay one story."""
    for event in sorted(state.dirty & set(state.groups)):
        group = state.groups[event]
        if len(group.cards) >= SPLIT_FROM:
            seats = _seats(group, MOST)
            parts = kinship.parted(kinship.matrix(seats, state.seen))
            if len(parts) > 1:
                _part(state, event, [_around(group, [at for _, at in seats], part) for part in parts])


def _around(group: Group, asked_for: Sequence[int], part: Sequence[int]) -> set[str]:
    """Names of the articles of a part (places in `asked_for`), and of those who were not asked and are nearest to one of them."""
    inside = {asked_for[place] for place in part}
    nearest = {at: at for at in asked_for}
    for at, card in enumerate(group.cards):
        if at not in nearest:
            mine = np.asarray(card.vector, dtype=np.float32)
            nearest[at] = min(asked_for, key=lambda other: (-_product(mine, group.cards[other]), abs(at - other), other))
    return {card.article for at, card in enumerate(group.cards) if nearest[at] in inside}


def _product(mine: Vector, card: Card) -> float:
    theirs = np.asarray(card.vector, dtype=np.float32)
    return round(float(mine @ theirs), 5) if mine.size and mine.shape == theirs.shape else 0.0


def _part(state: State, event: str, parts: Sequence[set[str]]) -> None:
    """Makes several events of one, of the same story."""
    rest = state.linked.events[state.story_of(event)] - {event}
    held = state.remove(event)
    keys = [_refill(state, [pair for pair in held if pair[0].article in part]) for part in parts]
    state.linked.unite({*keys, *rest})
