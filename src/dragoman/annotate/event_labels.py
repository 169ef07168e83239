"""The label of an event: its clause, without what hangs on it."""

from __future__ import annotations

from dragoman.annotate.event_clauses import Clause, Span, trim
from dragoman.annotate.event_lexicon import Lexicon, Trigger
from dragoman.annotate.event_times import Moment

_LABEL = 160
"""Longest label, in code points; a longer clause is cut around its event word."""
_LONG = 90
"""A clause longer than this loses its subordinate end in the label."""
_HANGING = ("party", "topic", "place", "origin", "other", "join")
_MARKS = ",，、;；:：.。—–-\"'“”‘’「」『』»«()（）"


def label_of(text: str, clause: Clause, trigger: Trigger, when: Moment | None, book: Lexicon) -> Span:
    """The span of the clause without what hangs on it."""
    start, end = trim(text, clause.start, clause.end, _MARKS)
    lead = book.sign("label.leading").match(text, start, trigger.start)
    if lead:
        start, end = trim(text, lead.end(), end, _MARKS)
    if end - start > _LONG:
        start, end = trim(text, start, _core_end(text, end, max(trigger.end, when.end if when else 0), book), _MARKS)
    if end - start > _LABEL:
        if trigger.end - start > _LABEL:
            start = max(start, trigger.start - _LABEL // 2)
            start = start if start == 0 or not text[start - 1].isalnum() else _next_space(text, start, trigger.start)
        end = min(end, start + _LABEL)
        end = end if end == len(text) or not text[end].isalnum() else max(trigger.end, text.rfind(" ", trigger.end, end))
        end = _without_loose_end(text, trigger.end, end, book)
    return start, end


def _without_loose_end(text: str, after: int, end: int, book: Lexicon) -> int:
    """Where a cut label ends without a preposition or a joining word that hangs in the air."""
    at = text.rfind(" ", after, end)
    while at > after and any(book.sign(f"roles.{role}").fullmatch(text, at + 1, end) for role in _HANGING):
        end, at = at, text.rfind(" ", after, at)
    return end


def _core_end(text: str, end: int, after: int, book: Lexicon) -> int:
    """Where the first subordinate phrase behind the event word and its time begins."""
    hit = book.sign("roles.topic").search(text, after, end) if after < end else None
    return hit.start() if hit else end


def _next_space(text: str, start: int, stop: int) -> int:
    at = text.find(" ", start, stop)
    return at + 1 if at >= 0 else start
