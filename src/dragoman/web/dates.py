"""Dates as they are known: never finer than their precision, in the reader's language and time zone (CLDR through Babel)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from functools import lru_cache

from babel import Locale
from babel.dates import format_datetime, format_interval, format_skeleton
from msgspec import Struct

from dragoman.model.annotations import Event
from dragoman.model.article import Published
from dragoman.web import zones

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\S*")

Gettext = Callable[[str], str]


class When(Struct, frozen=True):
    """A date to show: `text` for people, `machine` for <time datetime> (None where HTML has no form for it), whether it was
    `inferred` (an interval, not a date that the page gives), the reason, and the time as it was given where `text` has it in another
    zone."""

    text: str
    machine: str | None = None
    inferred: bool = False
    evidence: str = ""
    given: str = ""


@lru_cache(maxsize=4096)
def _day(value: str, locale: Locale) -> str:
    return format_skeleton("yMMMd", date.fromisoformat(value), locale=locale)


def _clock(moment: datetime, locale: Locale, place: str) -> str:
    """Day, clock and where that clock is; isolated from text that runs from right to left."""
    clock = f"{format_datetime(moment, 'HH:mm', tzinfo=moment.tzinfo, locale=locale)} {place}".rstrip()
    if locale.text_direction == "rtl" and not any(char.isalpha() for char in place):
        clock = f"\u2066{clock}\u2069"
    return f"{_day(moment.date().isoformat(), locale)} {clock}"


def _minute(value: str, locale: Locale, zone: tzinfo | None) -> When:
    """As the reader's clocks show it where both zones are known, else as it was given."""
    moment = datetime.fromisoformat(value)
    given = _clock(moment, locale, format_datetime(moment, "xxx", tzinfo=moment.tzinfo, locale=locale) if moment.tzinfo else "")
    if zone is None or moment.tzinfo is None:
        return When(given, value)
    return When(_clock(moment.astimezone(zone), locale, f"({zones.city(str(zone), locale)})"), value, given=given)


@lru_cache(maxsize=8192)
def iso(value: str, locale: Locale, zone: tzinfo | None = None) -> When:
    """An ISO 8601 value cut to what is known ("2022", "2022-01", "2022-01-12", "2022-01-12T09:30+01:00"); anything else is shown as it
    stands. `zone` is the reader's."""
    try:
        if _YEAR.fullmatch(value):
            return When(format_skeleton("y", date(int(value), 1, 1), locale=locale), value)
        if found := _MONTH.fullmatch(value):
            return When(format_skeleton("yMMMM", date(int(found[1]), int(found[2]), 1), locale=locale), value)
        if _DAY.fullmatch(value):
            return When(_day(value, locale), value)
        return _minute(value, locale, zone) if _CLOCK.fullmatch(value) else When(value)
    except (ValueError, OverflowError):
        return When(value)


def between(earliest: str | None, latest: str | None, locale: Locale, say: Gettext) -> str | None:
    """Inclusive bounds in words; None where there are none."""
    try:
        if earliest and latest:
            first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
            return _day(earliest, locale) if first == last else str(format_interval(first, last, "yMMMd", locale=locale))
        if earliest:
            return say("not before %(date)s") % {"date": _day(earliest, locale)}
        if latest:
            return say("not after %(date)s") % {"date": _day(latest, locale)}
    except ValueError:
        return f"{earliest or '…'} – {latest or '…'}"
    return None


def published(when: Published, locale: Locale, say: Gettext, zone: tzinfo | None = None) -> When:
    """When an article came out. A day never gets a clock; an unknown date is shown as the interval that it must lie in."""
    if when.value is not None:
        value = when.value[:10] if when.precision == "day" else when.value
        shown = iso(value, locale, zone)
        return When(shown.text, shown.machine, False, when.evidence, shown.given)
    bounds = between(when.earliest, when.latest, locale, say)
    if bounds is None:
        return When(say("no date"), None, False, when.evidence)
    return When(bounds, None, True, when.evidence)


def lasting(first: str | None, last: str | None, locale: Locale, say: Gettext, zone: tzinfo | None = None) -> When:
    """From one ISO date to another; dates that are not whole days stand as they are."""
    if first is None:
        return When(say("no date"))
    if last is None or last == first:
        return iso(first, locale, zone)
    if _DAY.fullmatch(first) and _DAY.fullmatch(last):
        return When(between(first, last, locale, say) or first, first)
    begin, end = iso(first, locale, zone), iso(last, locale, zone)
    given = f"{begin.given or begin.text} – {end.given or end.text}" if begin.given or end.given else ""
    return When(f"{begin.text} – {end.text}", begin.machine, given=given)


def event(happening: Event, locale: Locale, say: Gettext, zone: tzinfo | None = None) -> When:
    """When something happens: a date, a range, or the part of a period that is known."""
    start, end = happening.start, happening.end
    if happening.precision.startswith("part of") and happening.precision != "part of day":
        bounds = between(happening.earliest, happening.latest, locale, say)
        if bounds:
            return When(bounds, iso(start, locale).machine if start else None)
    if start is None:
        bounds = between(happening.earliest, happening.latest, locale, say)
        return When(bounds, None, True) if bounds else When(say("no date"))
    return lasting(start, end, locale, say, zone)
