"""Whether an event was announced, is going on, was held, called off or moved; and which mentions are no events at all."""

from __future__ import annotations

import re

from msgspec import Struct

from dragoman.annotate.event_clauses import Clause
from dragoman.annotate.event_lexicon import Lexicon, Trigger
from dragoman.annotate.event_times import Moment
from dragoman.model.annotations import Status
from dragoman.model.article import Published

_NEAR = 14
"""A negation this close before an event word (code points) negates it; half of that where words are not spaced."""
_BEHIND = 20
"""How far behind an event word a modal verb still speaks of it ("talks could be held")."""
_FATES: tuple[Status, ...] = ("cancelled", "moved")
_HARMFUL = ("assault", "coerce", "harm")
"""What nobody schedules: announced violence is a threat, not an entry of a calendar."""


class Writing(Struct, frozen=True):
    """The days on which a text may have been written, inclusive ISO dates; None where unknown."""

    earliest: str | None
    latest: str | None


def writing(published: Published) -> Writing:
    """The days of a publication date, or the bounds of an unknown one."""
    if published.value and len(published.value) >= 10:
        return Writing(published.value[:10], published.value[:10])
    return Writing(published.earliest and published.earliest[:10], published.latest and published.latest[:10])


def is_unreal(text: str, clause: Clause, trigger: Trigger, book: Lexicon) -> bool:
    """Whether a mention is negated, hypothetical, wished for, or only describes another thing."""
    near = _NEAR if book.spaced else _NEAR // 2
    start = max(clause.start, trigger.start - near)
    behind = min(clause.end, trigger.end + _BEHIND)
    if book.sign("modality.near").search(text, start, trigger.start):
        return True
    if any(book.sign("modality.veto").search(text, *span) for span in ((clause.start, trigger.start), (trigger.end, behind))):
        return True
    if trigger.type != "consult" and book.sign("modality.attributive").match(text, trigger.end):
        return True
    return _is_open_infinitive(text, clause, trigger, book)


def _is_open_infinitive(text: str, clause: Clause, trigger: Trigger, book: Lexicon) -> bool:
    """Whether "to meet" stands there without anything that schedules it ("are to meet", "agreed to meet")."""
    marks = [hit for hit in book.sign("modality.infinitive").finditer(text, clause.start, trigger.start) if hit.end() + 1 >= trigger.start]
    if not marks:
        return False
    at = marks[-1].start()
    return not any(hit.start() <= at <= hit.end() + 1 for hit in book.sign("status.future").finditer(text, clause.start, trigger.end))


def status(text: str, clause: Clause, trigger: Trigger, when: Moment, written: Writing, book: Lexicon, lead: bool = False) -> Status | None:
    """The status of a dated mention as its text sees it, None where it is no entry of a timeline. `lead` says that the sentence opens
    its article: what a lead tells of its own day without a tense has happened."""
    for fate in _FATES:
        hits = book.sign(f"status.{fate}").finditer(text, clause.start, clause.end)
        if any(hit.end() <= trigger.start or trigger.end <= hit.start() for hit in hits):
            return fate
    cue = _nearest(text, clause, trigger, book)
    side = _side(when, written)
    doubtful = bool(book.sign("modality.doubt").search(text, clause.start, trigger.start))
    if side == "past":
        only_planned = (
            cue == "future" and trigger.type in _HARMFUL and not book.sign("status.past").search(text, clause.start, trigger.start)
        )
        return "unclear" if doubtful or only_planned else "held"
    if side == "future" or cue == "future":
        sure = book.sign("status.confirmed").search(text, clause.start, clause.end)
        return None if trigger.type in _HARMFUL else ("confirmed" if sure else "announced")
    if doubtful or cue is None:
        return "held" if lead and not doubtful and _of_the_day(when, written) else "unclear"
    return "ongoing" if cue == "ongoing" else "held"


def _of_the_day(when: Moment, written: Writing) -> bool:
    """Whether a time is the very day on which a dated article was written."""
    return written.earliest is not None and when.earliest == when.latest == written.earliest == written.latest


def _side(when: Moment, written: Writing) -> str:
    if written.earliest and when.latest < written.earliest:
        return "past"
    if written.latest and when.earliest > written.latest:
        return "future"
    return "open"


def _nearest(text: str, clause: Clause, trigger: Trigger, book: Lexicon) -> str | None:
    """The kind of the tense cue nearest to an event word, cues of its own clause only; the verb itself may be the cue."""
    best: tuple[int, int, str] | None = None
    for rank, kind in enumerate(("future", "ongoing", "past")):
        for match in book.sign(f"status.{kind}").finditer(text, clause.start, clause.end):
            option = (_gap(match, trigger), rank, kind)
            best = option if best is None or option < best else best
    return best[2] if best else None


def _gap(match: re.Match[str], trigger: Trigger) -> int:
    return max(0, trigger.start - match.end(), match.start() - trigger.end)
