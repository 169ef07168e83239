"""Replay: articles filed day by day in canonical order. What a day leaves behind is a function of what the day before left and of the
articles of the day, and it is written down, so that a replay may begin at any day and end where it comes to what is written already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.cluster.card import Card
from dragoman.cluster.placing import place
from dragoman.cluster.repair import merge, split
from dragoman.cluster.roundups import attach
from dragoman.cluster.running import link
from dragoman.cluster.state import State
from dragoman.cluster.windows import canonical, day_of, story_of
from dragoman.model.filing import Chained, Placed

BLOCK = 128
"""Articles whose neighbours are looked for by one product."""


def days(cards: Iterable[Card]) -> Iterator[tuple[int, list[Card]]]:
    """Articles in canonical order, by day, each once: of several cards of one article the earliest."""
    earliest: dict[str, Card] = {}
    for card in cards:
        known = earliest.get(card.article)
        if known is None or _came(card) < _came(known):
            earliest[card.article] = card
    held: dict[int, list[Card]] = {}
    for card in earliest.values():
        held.setdefault(day_of(card), []).append(card)
    for day in sorted(held):
        yield day, sorted(held[day], key=canonical)


def _came(card: Card) -> tuple[int, float, str]:
    return day_of(card), card.moment or 0.0, card.url


def run(state: State, day: int, cards: Sequence[Card], by: str) -> list[Placed]:
    """Files the articles of a day, given in canonical order, and repairs what they changed. `state.dirty` and `state.linked.changed` tell
    what that was; they are for the caller to write down and clear. Hands out where round-ups stand, which the state does not hold."""
    state.advance(day)
    plain = [card for card in cards if not card.roundup]
    state.count(day, plain)
    for at in range(0, len(plain), BLOCK):
        block = plain[at : at + BLOCK]
        state.ask(block)
        for card in block:
            place(card, state, by)
    merge(state)
    split(state)
    settle(state)
    return [attach(card, state, by) for card in cards if card.roundup]


def settle(state: State) -> None:
    """Stories of the events that changed: those that stand alone look for one."""
    dirty = sorted(state.dirty & set(state.groups))
    for event in dirty:
        state.linked.put(state.core(event))
    link(dirty, state.linked, state.seen)


class Record:
    """What is written down: where each article and event is as of the last day that was told."""

    def __init__(self, placed: Iterable[Placed] = (), chained: Iterable[Chained] = ()) -> None:
        self.placed: dict[str, Placed] = {one.article: one for one in placed}
        self.chained: dict[str, Chained] = {one.event: one for one in chained}

    def take(self, placed: Iterable[Placed], chained: Iterable[Chained]) -> None:
        """Goes on by what a day changed."""
        self.placed.update((one.article, one) for one in placed)
        self.chained.update((one.event, one) for one in chained)

    def changes(self, state: State, day: int, roundups: Iterable[Placed] = ()) -> tuple[list[Placed], list[Chained]]:
        """What a day changed, which is taken in, and the marks of the state are cleared."""
        placed = [one for one in roundups if not _same(self.placed.get(one.article), one)]
        chained = [Chained(one.event, day, one.event) for one in placed if one.event and one.event not in self.chained]
        for event in sorted(state.dirty & set(state.groups)):
            now = (Placed(article, day, event, member) for article, member in state.members[event].items())
            placed += [one for one in now if not _same(self.placed.get(one.article), one)]
        for event in sorted(state.linked.changed):
            story, known = state.linked.chains.get(event, ""), self.chained.get(event)
            if (known.story if known else "") != story:
                chained.append(Chained(event, day, story))
        state.dirty.clear()
        state.linked.changed.clear()
        self.take(placed, chained)
        return placed, chained

    def homes(self) -> dict[str, str]:
        """Every article that is in an event, with the id of its story."""
        ids = {story: story_of(story) for story in {one.story for one in self.chained.values()} if story}
        return {one.article: ids[self.chained[one.event].story] for one in self.placed.values() if one.event}


def _same(before: Placed | None, now: Placed) -> bool:
    return before is not None and (before.event, before.member) == (now.event, now.member)
