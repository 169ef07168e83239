"""Values of time expressions: the result of resolving one, what it is resolved against, the TIMEX3 values of calendar units."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate import time_calendar as cal
from dragoman.model.annotations import TimePrecision, TimeType

Fields = dict[str, Any]
Tense = Literal["past", "present", "future", "none"]

DAYS = ("minute", "part of day", "day")
"""Precisions that name one day."""

UNIT_PRECISION: dict[str, TimePrecision] = {
    "D": "day", "W": "week", "WE": "week", "M": "month", "Q": "quarter", "HY": "part of year", "Y": "year", "SE": "part of year",
    "DE": "decade", "CE": "century",
}  # fmt: skip
_DURATION_CODE = {"H": "TH", "MIN": "TM", "SEC": "TS", "DE": "DE", "CE": "CE", "WE": "WE"}


class Resolved(Struct, frozen=True):
    """A value, how fine it is, and the dates it covers."""

    value: str | None
    precision: TimePrecision
    type: TimeType = "date"
    span: cal.Span | None = None
    sure: float = 0.9
    written_year: bool = False


class Context(Struct, frozen=True):
    """Where an expression stands. `doc` is the document's day, `sure` how well it is known; `ref` the last date of the narration; `near`
    says that only a separator stands between it and this expression, `told` that it is in the same paragraph, `same` in the same
    sentence; `quarter` is the last one named, `seen` the years and months told so far."""

    doc: date | None
    tense: Tense = "none"
    ref: Resolved | None = None
    near: bool = False
    told: bool = False
    same: bool = False
    quarter: Resolved | None = None
    seen: tuple[tuple[int, int], ...] = ()
    sure: float = 1.0


def base_day(fields: Fields, here: Context, late: bool = False) -> date | None:
    """The day that a relative expression counts from: the narration's where it says so, else the document's."""
    if fields.get("base") == "ref" and here.ref and here.ref.span:
        return here.ref.span[1 if late else 0]
    return here.doc


def unknown(precision: TimePrecision, value: str | None = None) -> Resolved:
    """A date that the words and the context leave open; `value` has X where it is."""
    return Resolved(value, precision, sure=0.3)


def ready(value: str, precision: TimePrecision, span: cal.Span, fields: Fields, written: bool = False) -> Resolved:
    """A resolved span, narrowed where the words name a part of it."""
    part = fields.get("part")
    if part:
        finer: TimePrecision = (
            "part of month" if precision == "month" else "part of year" if precision in ("year", "quarter") else precision
        )
        return Resolved(value, finer, span=cal.part_of(span, part), written_year=written)
    return Resolved(value, precision, span=span, written_year=written)


def unit_span(day: date, unit: str, fields: Fields) -> Resolved | None:
    """The unit of the calendar that a day lies in."""
    year, month = day.year, day.month
    if unit == "D":
        return ready(day.isoformat(), "day", (day, day), fields)
    if unit == "W":
        return ready(cal.week_value(day), "week", cal.week_of(day), fields)
    if unit == "WE":
        monday = cal.week_of(day)[0]
        return Resolved(cal.week_value(day) + "-WE", "week", span=(monday + timedelta(days=5), monday + timedelta(days=6)))
    if unit == "M":
        return ready(f"{year:04d}-{month:02d}", "month", cal.month_of(year, month), fields)
    if unit == "Q":
        return quarter_of(year, (month + 2) // 3, fields)
    if unit == "HY":
        return half_of(year, 1 if month <= 6 else 2, fields)
    if unit == "Y":
        value = f"{'FY' if fields.get('fiscal') else ''}{year:04d}"
        return ready(value, "year", cal.year_of(year), fields)
    if unit == "DE":
        return ready(f"{year // 10}", "decade", cal.year_of(year // 10 * 10, 10), fields)
    if unit == "CE":
        return ready(f"{(year - 1) // 100:02d}", "century", cal.year_of((year - 1) // 100 * 100 + 1, 100), fields)
    return None


def quarter_of(year: int, quarter: int, fields: Fields, written: bool = False) -> Resolved | None:
    """A quarter of a year, None where there is none of that number."""
    if not 1 <= quarter <= 4:
        return None
    return ready(f"{year:04d}-Q{quarter}", "quarter", cal.months(year, quarter * 3 - 2, 3), fields, written)


def half_of(year: int, half: int, fields: Fields, written: bool = False) -> Resolved | None:
    """A half of a year, None where there is none of that number."""
    if half not in (1, 2):
        return None
    return ready(f"{year:04d}-H{half}", "part of year", cal.months(year, half * 6 - 5, 6), {}, written)


def clock(fields: Fields, day: Resolved) -> Resolved:
    """A day narrowed to a clock time or a part of the day."""
    if day.value is None or day.precision != "day":
        return day
    hour, daypart = fields.get("hour"), fields.get("daypart")
    if hour is None:
        value = f"{day.value}T{daypart}" if daypart else day.value
        return replace(day, value=value, precision="part of day", type="time")
    late = fields.get("ampm") == "PM" or daypart in ("AF", "EV") or (daypart == "NI" and hour >= 5)
    if late and hour < 12:
        hour += 12
    if fields.get("ampm") == "AM" and hour == 12:
        hour = 0
    return replace(day, value=f"{day.value}T{int(hour):02d}:{int(fields.get('minute', 0)):02d}", precision="minute", type="time")


def duration_value(fields: Fields) -> str:
    """The TIMEX3 value of a duration: PT50M, P30Y, PXM."""
    count, unit = fields.get("n", "X"), str(fields.get("unit", "X"))
    code = _DURATION_CODE.get(unit, unit)
    amount = "X" if count == "X" else f"{count:g}"
    if code.startswith("T") and len(code) == 2:
        return f"PT{amount}{code[1]}"
    if unit == "HY":
        return f"P{6 * count:g}M" if count != "X" else "PXM"
    return f"P{amount}{code}"


def set_value(fields: Fields) -> str | None:
    """The TIMEX3 value of something that recurs: XXXX-WXX-4, P1W; None where the words give no period."""
    if "weekday" in fields:
        return f"XXXX-WXX-{int(fields['weekday'])}"
    if "month" in fields:
        return f"XXXX-{int(fields['month']):02d}"
    if "season" in fields:
        return f"XXXX-{fields['season']}"
    return duration_value({"n": 1, **fields}) if "unit" in fields else None


def either(fields: Fields, here: Context) -> Resolved | None:
    """A numeric date that can be read two ways: only the interval that holds both."""
    one, two = fields["either"]
    days = [day for day in (cal.make(int(fields["year"]), one, two), cal.make(int(fields["year"]), two, one)) if day]
    return Resolved(None, "unknown", span=(min(days), max(days)), sure=0.5) if days else None


def decade_of(fields: Fields, here: Context) -> Resolved | None:
    """A decade: 1970 (written in full) or 70 (of the century before the document's, unless it came since)."""
    decade = int(fields["decade"])
    if "century" in fields:
        decade += (int(fields["century"]) - 1) * 100
    elif decade < 100:
        now = here.doc.year if here.doc else 2030
        decade += 2000 if decade <= now - 2000 and decade < 30 else 1900
    return unit_span(date(decade // 10 * 10 + 1, 1, 1), "DE", fields) if cal.valid_year(decade) and decade > 0 else None


def century_of(fields: Fields, here: Context) -> Resolved | None:
    """A century by its number."""
    century = int(fields["century"])
    return unit_span(date(century * 100, 1, 1), "CE", fields) if 0 < century < 30 else None
