"""The same moment on two clocks: machines stamp pages in Greenwich time, outlets show their own, and near midnight the days differ."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from dragoman.extract.when import calendar
from dragoman.extract.when.dates import FURTHEST
from dragoman.extract.when.stated import Date

_GREENWICH = ("Z", "+00:00", "+0000", "GMT", "UTC")
# Time zones are apart by quarters of an hour.
QUARTER = 15


def after(day: str, number: int) -> str:
    """The day so many days after one (ISO)."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=number)).isoformat()


def finer(date: Date, others: Iterable[Date]) -> Date:
    """The same day with its time, and with its zone, where another sign gives them."""
    others = [other for other in others if other.precision == "minute" and other.day == date.day]
    if date.precision == "day":
        return next(iter(others), date)
    if date.precision == "minute" and _naive(date):
        same = (other for other in others if other.value[:16] == date.value[:16] and not (_naive(other) and other.zone is None))
        return next(same, date)
    return _shifted(date, others)


def _shifted(date: Date, others: Iterable[Date]) -> Date:
    """A stamp of Greenwich on the outlet's clock, where a sign of the same day shows that."""
    found = (one for other in others if (one := localised(date, other)) is not None)
    return next(found, date)


def same_moment(first: Date, second: Date) -> bool:
    """Whether two stamps with their zones are one moment, and the first is of a zone of its own."""
    if any(one.precision != "minute" or _naive(one) for one in (first, second)) or first.value[16:] == "+00:00":
        return False
    return datetime.datetime.fromisoformat(first.value) == datetime.datetime.fromisoformat(second.value)


def _naive(date: Date) -> bool:
    return len(date.value) <= 16


def localised(stamp: Date, shown: Date) -> Date | None:
    """A machine's stamp in Greenwich time (or in no zone) as the page shows it: the same moment, whole quarters of an hour apart and no
    further than time zones are; or, where the page shows a day alone, that day if it is the stamp's somewhere. None where the two do not
    explain each other."""
    if stamp.precision != "minute" or not (_naive(stamp) or stamp.zone in _GREENWICH or stamp.value.endswith("+00:00")):
        return None
    if shown.precision == "day":
        beside = after(stamp.day, -1) <= shown.day <= after(stamp.day, 1) and shown.day != stamp.day
        return _with_reason(shown, stamp) if beside and not _naive(stamp) and _day_somewhere(stamp, shown.day) else None
    if shown.precision != "minute":
        return None
    ahead = round((_moment(shown) - _moment(stamp)).total_seconds() / 60)
    if ahead == 0 or ahead % QUARTER or abs(ahead) > FURTHEST or (_naive(stamp) and shown.day == stamp.day):
        return None
    if not _naive(shown) and shown.value[16:] != _offset(ahead):
        return None
    value = shown.value[:16] + ("" if _naive(stamp) else _offset(ahead))
    return msgspec.structs.replace(_with_reason(shown, stamp), value=value, zone=shown.zone or (None if _naive(stamp) else _offset(ahead)))


def _with_reason(shown: Date, stamp: Date) -> Date:
    return msgspec.structs.replace(shown, where=f"{shown.where}; the same moment in {stamp.where}")


def _moment(date: Date) -> datetime.datetime:
    return datetime.datetime.fromisoformat(date.value[:16])


def _day_somewhere(stamp: Date, day: str) -> bool:
    """Whether the moment falls on that day within the time zones of the world's outlets (from Hawaii to New Zealand)."""
    moment = _moment(stamp)
    return any((moment + datetime.timedelta(hours=hours)).date().isoformat() == day for hours in (-10, 13))


def _offset(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def outlets_zone(date: Date) -> str | None:
    """The zone of the outlet's clock: the one written beside a time of day, by its IANA name where it has one. Greenwich in a page's data
    is the machine's zone."""
    if date.precision != "minute" or not date.zone or date.zone in ("Z", "+00:00", "+0000"):
        return None
    named = calendar.zones().get(date.zone.casefold())
    if isinstance(named, str) and named:
        return named
    return date.value[16:] or date.zone
