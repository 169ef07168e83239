"""Corrected: what filing found, with what people said of it laid over it. Filing itself goes on as if nobody had spoken, so that a word
taken back leaves no trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from dragoman.cluster.replay import Record
from dragoman.cluster.roundups import shown
from dragoman.cluster.rulings import obeyed
from dragoman.model.filing import Placed
from dragoman.model.spans import Why
from dragoman.model.story import Rulings

MOST = 0.5
"""Of an event, or a story, of which at least so much was moved to one place, the rest goes along: what came after the word was spoken
belongs with what it was found to be like."""

By = dict[str, list[Placed]]


def corrected(record: Record, rulings: Rulings) -> tuple[By, By]:
    """Who is in each story, by its id, and the round-ups that stand in it."""
    homes = record.homes()
    moves = _moves(homes, record, rulings) if rulings.together or rulings.apart else {}
    found: By = {}
    for article, home in homes.items():
        found.setdefault(moves.get(article, home), []).append(_told(record.placed[article], rulings))
    return found, shown(record.placed.values(), homes | moves)


def _moves(homes: Mapping[str, str], record: Record, rulings: Rulings) -> dict[str, str]:
    """Articles that go to another story, and which. Those that people spoke of, and what goes along."""
    moves = obeyed(homes, rulings)
    named = {article for pair in (*rulings.together, *rulings.apart) for article in pair}
    for group in ({article: record.placed[article].event for article in homes}, homes):
        moves |= _along(moves, named, group)
    return moves


def _along(moves: Mapping[str, str], named: set[str], group: Mapping[str, str]) -> dict[str, str]:
    touched = {group[article] for article in moves}
    members: dict[str, list[str]] = {}
    for article, name in group.items():
        if name in touched:
            members.setdefault(name, []).append(article)
    along: dict[str, str] = {}
    for articles in members.values():
        target, count = min(Counter(moves[one] for one in articles if one in moves).items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= MOST * len(articles):
            along.update((one, target) for one in articles if one not in named and one not in moves)
    return along


def _told(placed: Placed, rulings: Rulings) -> Placed:
    """The member says who put it there."""
    by = rulings.by.get(placed.article)
    if by is None:
        return placed
    member = placed.member
    return replace(placed, member=replace(member, by=by, score=1.0, why=(Why("judgement", 0.0, by), *member.why)))
