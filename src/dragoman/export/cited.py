"""What a brief rests on: its articles, and evidence that says the same."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.spans import Evidence
from dragoman.model.story import Brief


def cited(brief: Brief) -> list[str]:
    """Ids of every article that a line of the brief points to, sorted."""
    ids = {member.article for member in brief.members} | {line.article for line in brief.summary}
    ids |= {proof.article for event in (*brief.timeline, *brief.agenda) for proof in event.evidence}
    ids |= {statement.evidence.article for statement in brief.statements}
    ids |= {figure.evidence.article for slot in brief.figures for figure in slot.values}
    ids |= {copy.article for copy in (*brief.reprints, *brief.quoting)}
    ids |= {copy.of for copy in (*brief.reprints, *brief.quoting)}
    for position in brief.positions:
        ids |= {proof.article for proof in position.evidence} | {move.evidence.article for move in position.history}
        ids |= {proof.article for answer in position.answers for proof in answer.evidence}
    return sorted(ids)


def alike(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """Evidence in order, that of the same words (copies of one text) together."""
    groups: dict[str, list[Evidence]] = {}
    for item in evidence:
        groups.setdefault(" ".join(item.text.split()), []).append(item)
    return list(groups.values())
