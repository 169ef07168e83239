"""Labelled articles as filing gets them: split in time, filed by given weights, and learned from."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from dragoman.cluster.card import Card
from dragoman.cluster.filing import Filing
from dragoman.cluster.weights import Weights
from dragoman.evaluation.lessons import learn, lessons
from dragoman.evaluation.partitions import b_cubed

EARLY = 0.8
"""Share of what is learned from that weights are fitted on first, so that thresholds can be chosen on the rest."""

JOINS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)
SHARES = (0.4, 0.6, 0.8)
"""Thresholds of joining that are tried, and parts of them that two articles alone must reach."""

SEED = 0

Homes = dict[str, tuple[str, str]]
"""Article id to event and story."""


class Stream(Struct, frozen=True):
    """Cards, and the event of each."""

    cards: tuple[Card, ...]
    gold: tuple[str, ...]

    @property
    def languages(self) -> list[str]:
        """The language of each."""
        return [card.language for card in self.cards]

    @property
    def told(self) -> dict[str, str]:
        """Article id to event."""
        return {card.article: event for card, event in zip(self.cards, self.gold, strict=True)}

    @property
    def open_ended(self) -> bool:
        """Whether some have no date: then all are one heap."""
        return any(card.earliest is None for card in self.cards)

    def parted(self, share: float) -> tuple[Stream, Stream]:
        """The first `share` of the articles, and the rest."""
        cut = int(len(self.cards) * share)
        return Stream(self.cards[:cut], self.gold[:cut]), Stream(self.cards[cut:], self.gold[cut:])


def homes(cards: Sequence[Card], by: Weights | None, open_ended: bool) -> Homes:
    """Where filing by these weights (None: those that ship) puts each article. Round-ups are where they are told first."""
    stories, _ = Filing(by, open_ended=open_ended).refile(cards)
    found: Homes = {}
    for story in stories:
        for member in sorted(story.members, key=lambda member: member.roundup):
            found.setdefault(member.article, (member.event or member.article, story.id))
    return found


def learned(taught: Stream) -> Weights:
    """Weights fitted on a stream. Its first part gives weights, with which the thresholds that do best (B-cubed F1) on the second are
    found; then weights are fitted on all of it."""
    early, late = taught.parted(EARLY)
    first = learn([(lessons(early.cards, early.told, early.open_ended), 1.0)], 0.5)
    tried = [replace(first, join=join, pair=round(join * share, 3)) for join in JOINS for share in SHARES]
    best = max(tried, key=lambda by: _agreement(late, by))
    whole = learn([(lessons(taught.cards, taught.told, taught.open_ended), 1.0)], 0.5)
    return replace(whole, join=best.join, pair=best.pair)


def _agreement(held: Stream, by: Weights) -> float:
    found = homes(held.cards, by, held.open_ended)
    return b_cubed([found[card.article][0] for card in held.cards], held.gold)[2]


def shuffled(count: int) -> tuple[list[int], list[int]]:
    """Two orders of so many, drawn with a fixed seed."""
    draw = Random(SEED)
    first, second = list(range(count)), list(range(count))
    draw.shuffle(first)
    draw.shuffle(second)
    return first, second
