"""Between which days a page without a date came out: after the last day that its text tells as past, before the first that it announces,
within the month of its address, not after its last change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dragoman.extract.when import calendar, dates, partial
from dragoman.model.article import Published
from dragoman.text.lines import squeeze

_SENTENCE = re.compile(r"[^。！？.!?؟।；;\n]+")
# A full stop behind a day's number or within a date ends no sentence.
_NUMBER_STOP = re.compile(r"(?<!\d)(\d{1,2}|\d{4}(?=\.\s?\d{1,2}\.))\.(?=\s?\d|\s[^\W\d_])")


class Bound(Struct, frozen=True):
    """A first and a last day (ISO, inclusive; None where open), and why."""

    earliest: str | None
    latest: str | None
    reason: str


def of_text(text: str, language: str) -> Bound:
    """Not before the last past full date in a text, not after the first date that it announces. Days that a deadline names ("until ...")
    are neither."""
    past: list[tuple[str, str]] = []
    ahead: list[tuple[str, str]] = []
    short: list[tuple[int, int, str]] = []
    for clause in _clauses(text[: dates.LONGEST]):
        full = dates.find(clause, language)
        announced = _cues().search(f" {clause.casefold()} ") is not None
        for one in full:
            if _limit(clause[: one.start]) and not announced:
                continue
            (ahead if announced else past).append((one.day, clause[one.start : one.end]))
        if announced and not full:
            short.extend((one.month, one.day, clause[one.start : one.end]) for one in partial.yearless(clause, language))
    earliest = max(past, default=None)
    if earliest is not None:
        ahead.extend((day, words) for month, number, words in short if (day := _next(earliest[0], month, number)))
        ahead = [one for one in ahead if one[0] > earliest[0]]
    latest = min(ahead, default=None)
    reasons = []
    if earliest:
        reasons.append(f"the last past date in the text is {earliest[0]} ({squeeze(earliest[1])})")
    if latest:
        reasons.append(f"the first date announced is {latest[0]} ({squeeze(latest[1])})")
    return Bound(earliest[0] if earliest else None, latest[0] if latest else None, "; ".join(reasons) or "none in the text")


def of_address(url: str) -> Bound | None:
    """The month or year of the folders of an address."""
    found = dates.month_in_url(url)
    if found is None:
        return None
    value = f"{found[0]:04d}" + (f"-{found[1]:02d}" if found[1] else "")
    earliest, latest = partial.bounds(value)
    return Bound(earliest, latest, f"the address has {value}: {url}")


def within(bounds: Sequence[Bound]) -> Published:
    """The interval that all bounds leave, those that contradict an earlier one left out. Value and precision stay unknown."""
    earliest: str | None = None
    latest: str | None = None
    reasons = []
    for bound in bounds:
        first = max((day for day in (earliest, bound.earliest) if day), default=None)
        last = min((day for day in (latest, bound.latest) if day), default=None)
        if first is not None and last is not None and first > last:
            reasons.append(f"not believed against that: {bound.reason}")
            continue
        earliest, latest = first, last
        reasons.append(bound.reason)
    return Published(None, "unknown", "no date on the page; " + "; ".join(reasons), earliest, latest)


def _limit(before: str) -> bool:
    """Whether the words before a date make it the end of a time that may lie ahead."""
    ahead = before.casefold().rstrip()
    return any(ahead.endswith(word) and calendar.apart(ahead, word) for word in calendar.words("scheduled", "before"))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(cue) for cue in calendar.words("scheduled", "cues")))


def _clauses(text: str) -> list[str]:
    """Sentences; a full stop behind a day's number ends none."""
    guarded = _NUMBER_STOP.sub("\\1\u2024", text)
    return [hit.group().replace("\u2024", ".") for hit in _SENTENCE.finditer(guarded)]


def _next(after: str, month: int, day: int) -> str | None:
    """The first such day after a date."""
    for year in (int(after[:4]), int(after[:4]) + 1):
        date = dates.date_of(year, month, day)
        if date is not None and date.isoformat() > after:
            return date.isoformat()
    return None
