"""Round-ups: an article that tells of many happenings ("what to know this morning") is shown with each story that it speaks of, and moves
none: it is in no event, and nothing is compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.cluster.card import Card
from dragoman.cluster.join import chance
from dragoman.cluster.state import State
from dragoman.cluster.windows import article_of, day_of, key_of
from dragoman.model.filing import Placed
from dragoman.model.spans import Why
from dragoman.model.story import Member

HOST = "round-up"

SPEAKS = 0.2
"""Least probability at which it speaks of an event: it has few words for each."""

MOST = 8


def attach(card: Card, state: State, by: str) -> Placed:
    """Where a round-up stands: with the events it speaks of, each named by its first article in the reasons; in one of its own where it
    speaks of none that is held."""
    day = day_of(card)
    judged = [(chance(card, state.groups[event], state.seen), event) for event in state.candidates(card)]
    hosts = sorted((-chance, event) for chance, event in judged if chance >= SPEAKS)[:MOST]
    if not hosts:
        why = (Why("first", 0.0, "a round-up of nothing else that is held"),)
        return Placed(card.article, day, key_of(card), Member(card.article, 1.0, why, by, roundup=True))
    reasons = tuple(Why(HOST, -chance, article_of(event)) for chance, event in hosts)
    return Placed(card.article, day, "", Member(card.article, -hosts[0][0], reasons, by, roundup=True))


def shown(placed: Iterable[Placed], homes: Mapping[str, str]) -> dict[str, list[Placed]]:
    """The round-ups that stand in each story; `homes` maps articles to stories."""
    found: dict[str, dict[str, Placed]] = {}
    for one in sorted(placed, key=lambda one: (one.day, one.article)):
        for why in one.member.why if not one.event else ():
            if why.feature == HOST and why.detail in homes:
                reason = Why(HOST, why.score, f"it tells of many happenings, {why.detail} among them")
                member = Member(one.article, why.score, (reason,), one.member.by, roundup=True)
                found.setdefault(homes[why.detail], {}).setdefault(one.article, Placed(one.article, one.day, "", member))
    return {story: list(ones.values()) for story, ones in found.items()}
