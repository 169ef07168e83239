"""Repair: events that began apart are joined, and events that fall into two halves are parted. Done at the end of each day, on the events
that changed, when all articles of the day are there: so that a replay does the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.cluster.card import Card
from dragoman.cluster.join import Group, chance
from dragoman.cluster.placing import quorum
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

SPLIT_FROM = 6
SPLIT_TO = 300
SPLIT = 0.2
HALF = 2
"""An event of six and more (of no more than 300: that is no event) is parted where neither half, of two and more, would take in the
other one's articles: not even with this probability, on average. That is far below the one at which they would be joined, so that nothing
goes back and forth."""


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
        value = _agreement(sample, group, state)
        if (
            value >= state.seen.by.join
            and (best is None or value > best[0])
            and all(quorum(article, group, state.seen) for article in sample)
        ):
            best = (value, other)
    return best[1] if best else None


def _unlike(one: Group, other: Group) -> bool:
    """Whether two events are far apart by vector, as far as they have any."""
    a, b = one.centroid(), other.centroid()
    return a is not None and b is not None and a.shape == b.shape and round(float(a @ b), 5) < ALIKE


def _agreement(cards: Sequence[Card], group: Group, state: State) -> float:
    """Mean probability that these articles belong to the event."""
    return round(sum(chance(article, group, state.seen) for article in cards) / len(cards), 4)


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
    """Parts dirty events that fall into two halves, which stay one story."""
    for event in sorted(state.dirty & set(state.groups)):
        cards = state.groups[event].cards
        if not SPLIT_FROM <= len(cards) <= SPLIT_TO:
            continue
        halves = _halves(cards)
        if halves is not None and _strangers(*halves, state):
            _part(state, event, {card.article for card in halves[1]})


def _part(state: State, event: str, leaving: set[str]) -> None:
    """Takes articles out of an event into one of their own, of the same story."""
    rest = state.linked.events[state.story_of(event)] - {event}
    held = state.remove(event)
    stays = _refill(state, [pair for pair in held if pair[0].article not in leaving])
    goes = _refill(state, [pair for pair in held if pair[0].article in leaving])
    state.linked.unite({stays, goes, *rest})


def _halves(cards: Sequence[Card]) -> tuple[list[Card], list[Card]] | None:
    """The articles in two parts around the pair that is farthest apart by vector, the part of the first article first; None where
    vectors are missing or a part is too small."""
    if any(len(card.vector) != len(cards[0].vector) or not card.vector for card in cards):
        return None
    vectors = np.asarray([card.vector for card in cards], dtype=np.float32)
    cosines = np.round(vectors @ vectors.T, 5)
    one, other = divmod(int(np.argmin(cosines)), len(cards))
    nearer = cosines[:, one] >= cosines[:, other]
    if not nearer[0]:
        nearer = ~nearer
    first = [card for card, here in zip(cards, nearer, strict=True) if here]
    second = [card for card, here in zip(cards, nearer, strict=True) if not here]
    return (first, second) if min(len(first), len(second)) >= HALF else None


def _strangers(one: Sequence[Card], other: Sequence[Card], state: State) -> bool:
    """Whether neither half would take in the other."""
    groups = []
    for cards in (one, other):
        group = Group(cards[0].article)
        for card in cards:
            group.add(card)
        groups.append(group)
    return _agreement(one[-SAMPLE:], groups[1], state) < SPLIT and _agreement(other[-SAMPLE:], groups[0], state) < SPLIT
