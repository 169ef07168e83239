"""Placing: one article into the event it belongs to, or into a new one."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.cluster.card import Card
from dragoman.cluster.join import Group, Seen, chance, judge, veto
from dragoman.cluster.state import State
from dragoman.cluster.windows import event_of, key_of
from dragoman.model.spans import Why
from dragoman.model.story import Member

QUORUM = 0.25
QUORUM_FROM = 4
QUORUM_SAMPLE = 10
"""Against chains: an event of four and more takes an article in only where a quarter of ten of its members, from the first to the last,
would, each on its own."""


def place(article: Card, state: State, by: str) -> str:
    """Joins the article to its best event or starts one; the event's key."""
    likely = sorted((-chance(article, state.groups[event], state.seen), event) for event in state.candidates(article))
    for against, event in likely:
        if -against < state.seen.by.join:
            break
        if quorum(article, state.groups[event], state.seen):
            verdict = judge(article, state.groups[event], state.seen)
            state.add(article, event, Member(article.article, verdict.probability, verdict.why, by))
            return event
    event = key_of(article)
    state.add(article, event, Member(article.article, 1.0, (Why("first", 0.0, _runner_up(article, likely, state)),), by))
    return event


def _runner_up(article: Card, likely: Sequence[tuple[float, str]], state: State) -> str:
    """Why an event of its own: the nearest that was there, and how far it was."""
    if not likely:
        return "no story like it"
    against, event = likely[0]
    clash = veto(article, state.groups[event]) if not against else None
    return f"nearest was {event_of(event)} at {-against:.2f}" + (f": {clash}" if clash else "")


def quorum(article: Card, group: Group, seen: Seen) -> bool:
    """Whether enough of the latest members would take the article in."""
    if len(group.cards) < QUORUM_FROM:
        return True
    sample = asked(len(group.cards))
    agree = 0
    for at in sample:
        agree += chance(article, group.alone(at), seen) >= seen.by.pair
        if agree >= QUORUM * len(sample):  # the others need not be asked
            return True
    return False


def asked(members: int, most: int = QUORUM_SAMPLE) -> list[int]:
    """The places of the members who are asked, no more than `most` (two at least), from the first to the last."""
    step = max(1.0, (members - 1) / (most - 1))
    return sorted({round(at * step) for at in range(most) if round(at * step) < members})
