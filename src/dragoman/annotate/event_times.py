"""Which time belongs to which event word: ranges, series, times that modify a noun, and times that frame what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate.event_clauses import Clause, clause_at
from dragoman.annotate.event_lexicon import Lexicon, Trigger
from dragoman.model.annotations import TimeExpression, TimePrecision

TOO_COARSE = ("decade", "century", "unknown")
COARSE = ("part of month", "month", "quarter", "part of year", "year")
_MONTHLY = ("part of month", "month", "quarter", "part of year")
_DAY = 10
_FIRST, _LAST = "1000", "2999"
"""Years outside these are misread figures."""
_FRAME = 14
"""A time this near the start of its clause (code points) frames the clauses behind it."""
_AWAY = 40.0
"""Cost of a time on the unusual side of its event word, in code points of distance."""
_BEFORE = 0.5
"""Cost of a time before its event word where it usually follows: of two that touch it, the one behind goes first."""
_LEADS = 12
_FAR = 140
"""A time further away than this within its clause belongs to something else."""


class Moment(Struct, frozen=True):
    """A usable time: its span, the dates that it covers, and whether it modifies the noun behind it ("the 7 March talks")."""

    start: int
    end: int
    earliest: str
    latest: str
    precision: TimePrecision
    bound: bool = False
    series: int = -1


def cut(date: str, precision: str) -> str:
    """An ISO date cut to a precision: a day, a month ("2021-09") or a year."""
    if precision == "year":
        return date[:4]
    return date[:7] if precision in _MONTHLY else date[:10]


def moments(text: str, times: Sequence[TimeExpression], book: Lexicon) -> list[Moment]:
    """The times of one sentence that may date an event, in order; ranges joined, series numbered."""
    usable = [_moment(text, time, book) for time in times if _is_calendar(time) and not _is_bound_elsewhere(text, time, book)]
    return _series(text, _ranges(text, sorted(usable, key=lambda one: (one.start, -one.end)), book), book)


def _is_calendar(time: TimeExpression) -> bool:
    """Whether a time names days of our calendar: no duration, no repeated time, nothing coarser than a year, no absurd year."""
    days = (time.earliest or "", time.latest or "")
    sane = all(len(day) >= _DAY and _FIRST <= day[:4] <= _LAST for day in days)
    return time.type in ("date", "time") and sane and time.precision not in TOO_COARSE


def _is_bound_elsewhere(text: str, time: TimeExpression, book: Lexicon) -> bool:
    """Whether the words around a time say that it only bounds ("since 2018", "2018年以来") or names a thing ("the 2015 deal")."""
    after = text[time.end : time.end + 24].lstrip()
    before = text[max(0, time.start - 16) : time.start]
    trailing = book.sign("time.trailing").match(after)
    since = [match for match in book.sign("time.since").finditer(before) if match.end() >= len(before.rstrip())]
    possessive = book.sign("time.bound_after").match(text, time.end)
    inner = (time.precision in COARSE and book.sign("time.since").match(time.text) is not None) or _ends(before, time, book)
    return bool(trailing) or inner or (bool(since) and not possessive)


def _ends(before: str, time: TimeExpression, book: Lexicon) -> bool:
    """Whether a time is the far end of something ("until 19 January")."""
    led = any(match.end() == len(before.rstrip()) for match in book.sign("time.until").finditer(before))
    return led or book.sign("time.until").match(time.text) is not None


def _moment(text: str, time: TimeExpression, book: Lexicon) -> Moment:
    before = text[max(0, time.start - 10) : time.start]
    led = any(match.end() == len(before.rstrip()) for match in book.sign("time.bound_before").finditer(before))
    tied = bool(book.sign("time.bound_after").match(text, time.end))
    return Moment(time.start, time.end, str(time.earliest)[:10], str(time.latest)[:10], time.precision, led or tied)


def _ranges(text: str, found: Sequence[Moment], book: Lexicon) -> list[Moment]:
    joined: list[Moment] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and one.start < last.end:
            continue
        gap = text[last.end : one.start].strip() if last else ""
        linked = bool(gap and book.sign("time.range").fullmatch(gap) and not book.sign("time.series").fullmatch(gap))
        if last and linked and last.precision == one.precision and last.earliest <= one.latest:
            joined[-1] = Moment(last.start, one.end, last.earliest, one.latest, one.precision, last.bound)
        else:
            joined.append(one)
    return joined


def _series(text: str, found: Sequence[Moment], book: Lexicon) -> list[Moment]:
    """Times in a list ("late July and late September") get a common number: each dates its own event."""
    numbered: list[Moment] = []
    for index, one in enumerate(found):
        last = numbered[-1] if numbered else None
        listed = last is not None and bool(book.sign("time.series").fullmatch(text[last.end : one.start].strip() or "."))
        if last is not None and listed and last.precision == one.precision:
            group = last.series if last.series >= 0 else index - 1
            numbered[-1] = _numbered(last, group)
            one = _numbered(one, group)
        numbered.append(one)
    return numbered


def _numbered(one: Moment, group: int) -> Moment:
    return Moment(one.start, one.end, one.earliest, one.latest, one.precision, one.bound, group)


def assign(triggers: Sequence[Trigger], found: Sequence[Moment], clauses: Sequence[Clause], book: Lexicon) -> dict[int, tuple[Moment, ...]]:
    """Index of a trigger to its moments. Within a clause the nearest pair goes first and both leave the market; what is left takes
    the nearest free time of its clause, else a time that frames an earlier clause of the same segment."""
    homes = [clause_at(clauses, one.start) for one in found]
    pairs = []
    for number, trigger in enumerate(triggers):
        home = clause_at(clauses, trigger.start)
        for index, one in enumerate(found):
            if homes[index] == home and _may(one, trigger, triggers):
                pairs.append((_distance(one, trigger, book), number, index))
    chosen = _match(sorted(pairs))
    for number, trigger in enumerate(triggers):
        if number not in chosen:
            second = _second_best(number, pairs, found, triggers)
            second = second if second is not None else _frame(trigger, found, homes, clauses, triggers)
            if second is not None:
                chosen[number] = second
    return {number: _whole_series(found, index) for number, index in chosen.items()}


def _may(one: Moment, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """A time that modifies a noun dates only the first event word behind it."""
    if not one.bound:
        return True
    behind = [other for other in triggers if other.start >= one.end]
    return bool(behind) and behind[0] == trigger


def _distance(one: Moment, trigger: Trigger, book: Lexicon) -> float:
    before = one.end <= trigger.start
    gap = trigger.start - one.end if before else one.start - trigger.end
    return max(0.0, float(gap)) + ((_AWAY if book.time_first else 0.0) if not before else 0.0 if book.time_first else _BEFORE)


def _match(pairs: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for distance, number, index in pairs:
        if number not in chosen and index not in used and distance <= _FAR:
            chosen[number] = index
            used.add(index)
    return chosen


def _second_best(number: int, pairs: Sequence[tuple[float, int, int]], found: Sequence[Moment], triggers: Sequence[Trigger]) -> int | None:
    """The nearest time of the clause though another event word took it, unless that word is of the same type and stands between."""
    mine = triggers[number]
    for distance, index in sorted((distance, index) for distance, other, index in pairs if other == number):
        low, high = min(mine.end, found[index].end), max(mine.start, found[index].start)
        between = any(other.type == mine.type and low <= other.start < high for other in triggers if other is not mine)
        if distance <= _FAR and not found[index].bound and not between:
            return index
    return None


def _frame(
    trigger: Trigger, found: Sequence[Moment], homes: Sequence[int], clauses: Sequence[Clause], triggers: Sequence[Trigger]
) -> int | None:
    home = clause_at(clauses, trigger.start)
    for index in range(len(found) - 1, -1, -1):
        one, clause = found[index], clauses[homes[index]]
        between = clauses[homes[index] : home]
        if homes[index] >= home or clause.segment != clauses[home].segment or one.bound or any(other.speech for other in between):
            continue
        busy = any(clause.start <= other.start < clause.end for other in triggers)
        if not busy or one.start - clause.start <= _FRAME:
            return index
    return None


def _whole_series(found: Sequence[Moment], index: int) -> tuple[Moment, ...]:
    one = found[index]
    return tuple(other for other in found if other.series == one.series) if one.series >= 0 else (one,)


def moved(
    text: str, times: Sequence[TimeExpression], after: int, written: str | None, book: Lexicon
) -> tuple[Moment | None, Moment | None]:
    """(old, new) date of something that was moved.

    New is the first time behind `after`, the word of moving, that follows "to", "until" and the like, or the far end of a range
    ("from 25 April to 3 May"). Plans change near the date of writing: days without a year take the year that brings them next to
    it, whatever the tense of the sentence says.
    """
    usable = [_near(_moment(text, time, book), time.text, written) for time in times if _is_calendar(time)]
    found = sorted(usable, key=lambda one: one.start)
    for one in found:
        if one.start >= after and one.precision == "day" and one.earliest < one.latest:
            return replace(one, latest=one.earliest), replace(one, earliest=one.latest)
        before = text[max(after, one.start - _LEADS) : one.start].rstrip()
        led = any(match.end() == len(before) for match in book.sign("time.target").finditer(before))
        if one.start >= after and (led or not before):
            return next((other for other in found if other is not one), None), one
    return (found[0] if found else None), None


def _near(one: Moment, words: str, written: str | None) -> Moment:
    if written is None or one.precision == "year" or re.search(r"\d{4}", words):
        return one
    day, length = date.fromisoformat(one.earliest), date.fromisoformat(one.latest) - date.fromisoformat(one.earliest)
    wanted = date.fromisoformat(written)
    options = [day.replace(year=wanted.year + step) for step in (-1, 0, 1) if (day.month, day.day) != (2, 29)]
    best = min(options, key=lambda option: (abs((option - wanted).days), option), default=day)
    return replace(one, earliest=best.isoformat(), latest=(best + length).isoformat())
