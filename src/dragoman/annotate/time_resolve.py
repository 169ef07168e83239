"""What a time expression points to: the grammar's fields, the document's date and the narration's to a TIMEX3 value and an interval.

Fields: `year`, `yy` (two digits), `month`, `day`, `weekday`, `quarter`, `half`, `season`, `decade`, `century`, `part` (START, MID, END),
`hour`, `minute`, `ampm`, `daypart`; `unit` with `shift` (this, last, next: 0, -1, 1), or with `n` and `dir` (ago, from now: -1, 1);
`base` = "ref" counts from the narration's date instead of the document's; `ref` is a ready value (PRESENT_REF); `type` overrides.
Years and weeks that are not written follow the rules of TIMEX3 taggers (HeidelTime, Stroetgen & Gertz 2013): the latest date that is not
after the document, the first one that is not before it where the clause speaks of the future.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.annotate import time_calendar as cal
from dragoman.annotate.time_values import (
    DAYS,
    UNIT_PRECISION,
    Context,
    Fields,
    Resolved,
    base_day,
    century_of,
    clock,
    decade_of,
    duration_value,
    either,
    half_of,
    quarter_of,
    ready,
    set_value,
    unit_span,
    unknown,
)

SLACK = timedelta(days=2)
"""How far after the document a date may lie and still be taken as past: time zones and early printing."""
_FAR, _SOON, _DISTANT = 240, 95, 400
"""Days: how far a reading must lie, and how near the other, for the other to win; from where on a time is distant from the document."""


def resolve(fields: Fields, here: Context) -> Resolved | None:
    """One end of an expression. None where the fields make no date (31 November)."""
    if fields.get("type") == "set":
        return Resolved(set_value(fields), "unknown", "set")
    if fields.get("type") == "duration":
        return Resolved(duration_value(fields), "unknown", "duration")
    if "ref" in fields:
        return Resolved(fields["ref"], "unknown")
    found = _calendar(fields, here)
    if found is None or not ("hour" in fields or "daypart" in fields):
        return found
    return clock(fields, found)


def _calendar(fields: Fields, here: Context) -> Resolved | None:
    for needed, make in _MAKERS:
        if all(name in fields for name in needed):
            return make(fields, here)
    return _today(here) if "hour" in fields or "daypart" in fields else None


def _offset(fields: Fields, here: Context) -> Resolved | None:
    """So many units before or after a day: "two weeks ago", "через три дня"."""
    sign, count, unit = int(fields["dir"]), fields["n"], fields["unit"]
    if not isinstance(count, int | float) or unit not in UNIT_PRECISION:
        if isinstance(count, int | float) and fields.get("base") != "ref" and here.doc:
            return Resolved(here.doc.isoformat(), "day", span=(here.doc, here.doc), sure=0.5)
        return Resolved("PAST_REF" if sign < 0 else "FUTURE_REF", "unknown", sure=0.6)
    if unit == "Y" and count == 1 and sign < 0 and here.quarter and here.quarter.span:
        quarter = cal.move(here.quarter.span[0], "Y", sign)
        return unit_span(quarter, "Q", {}) if quarter else None
    day = base_day(fields, here, late=sign > 0)
    vague = fields.get("base") == "ref" and unit in ("D", "W") and here.ref is not None and here.ref.precision not in DAYS
    if day is None or vague:  # three days after "in March" is no day
        return unknown(UNIT_PRECISION[unit])
    whole = int(count)
    moved = cal.move(day, unit, sign * whole)
    if moved is not None and whole != count:
        moved = cal.move(moved, "M" if unit == "Y" else "D", sign * int({"Y": 12, "M": 30, "W": 7}.get(unit, 0) * (count - whole)))
    if moved is None:
        return None
    if fields.get("base") == "ref" and unit == "Y" and here.ref and here.ref.precision in ("quarter", "month"):
        return unit_span(moved, "Q" if here.ref.precision == "quarter" else "M", {})
    return unit_span(moved, unit, fields)


def _weekday(fields: Fields, here: Context) -> Resolved | None:
    """A day of the week: of a named week ("上周五", "Friday last week"), or the last or next one ("last Friday", "on Friday")."""
    wanted, shift, doc = int(fields["weekday"]), fields.get("shift"), base_day(fields, here)
    if doc is None:
        return unknown("day", f"XXXX-WXX-{wanted}")
    if fields.get("unit") == "W":
        day = cal.week_of(doc)[0] + timedelta(days=7 * int(shift or 0) + wanted - 1)
        return unit_span(day, "D", fields)
    back = (doc.isoweekday() - wanted) % 7
    ahead = (wanted - doc.isoweekday()) % 7
    if shift == -1:
        day = doc - timedelta(days=back or 7)
    elif shift == 1:
        day = doc + timedelta(days=ahead or 7)
    elif here.tense == "future" or (shift == 0 and here.tense != "past"):
        day = doc + timedelta(days=ahead)
    elif here.tense == "present":
        day = doc + timedelta(days=ahead) if ahead <= back else doc - timedelta(days=back)
    else:
        day = doc - timedelta(days=back)
    return unit_span(day, "D", fields)


def _year(fields: Fields, here: Context) -> int | None:
    """The year that the words themselves give, None where they give none."""
    if "year" in fields:
        return int(fields["year"])
    if "yy" in fields:
        short = int(fields["yy"])
        now = here.doc.year if here.doc else 2030
        century = now // 100 * 100
        return century + short if century + short <= now + 10 else century - 100 + short
    if fields.get("unit") == "Y" and "shift" in fields:
        base = base_day(fields, here)
        return base.year + int(fields["shift"]) if base else None
    return None


def _near_year(here: Context, span: Callable[[int], cal.Span | None], slack: timedelta) -> tuple[int | None, float]:
    """The year of a period that is written without one, and how sure that is: the year of the narration where it is told of a distant time
    in the same sentence; else the last one that has begun, or the first that has not ended where the clause speaks of the future. A
    reading most of a year away gives way to one of these weeks: cues mislead more often than people leave out so distant a year."""
    ref, doc = here.ref, here.doc
    if ref and ref.span and ref.written_year and (here.near or (here.same and doc and abs((ref.span[0] - doc).days) > _DISTANT)):
        return ref.span[0].year, 0.85
    if doc is None:
        return (ref.span[0].year, 0.6) if ref and ref.span else (None, 0.3)
    options = {year: found for year in (doc.year - 1, doc.year, doc.year + 1) if (found := span(year))}
    before = max((year for year, found in options.items() if found[0] <= doc + slack), default=None)
    after = min((year for year, found in options.items() if found[1] >= doc - slack), default=None)
    if before is None or after is None or before == after:
        return before or after, 0.9
    ago, ahead = (doc - options[before][1]).days, (options[after][0] - doc).days
    if here.tense == "present":
        return (before if ago <= ahead else after), 0.8
    if here.tense == "future":
        period = options[after][0] < options[after][1]
        return (before, 0.7) if period and ahead > _FAR and ago < _SOON else (after, 0.9)
    return (after, 0.7) if ago > _FAR and ahead < _SOON else (before, 0.9)


def _month(fields: Fields, here: Context) -> Resolved | None:
    """A month, or a day of it."""
    month, day, year, sure = int(fields["month"]), fields.get("day"), _year(fields, here), 0.95
    written = year is not None
    if year is None and "shift" in fields and here.doc and fields.get("unit") != "Y":
        year = _shifted_month(month, int(fields["shift"]), here)
    elif year is None and "unit" not in fields:
        if day is None and here.sure < 1 and here.tense != "future" and (seen := [y for y, m in here.seen if m == month]):
            year = seen[-1]
        else:
            year, sure = _near_year(here, lambda y: _of_year(y, month, day), SLACK if day else timedelta())
    if year is None:
        return unknown("day" if day else "month", f"XXXX-{month:02d}" + (f"-{int(day):02d}" if day else ""))
    found = cal.make(year, month, int(day or 1))
    if found is None:
        return None
    made = unit_span(found, "D" if day else "M", fields)
    return made and replace(made, sure=min(sure, here.sure), written_year=written)


def _of_year(year: int, month: int, day: int | None) -> cal.Span | None:
    if day is None:
        return cal.month_of(year, month)
    found = cal.make(year, month, int(day))
    return (found, found) if found else None


def _shifted_month(month: int, shift: int, here: Context) -> int | None:
    doc = here.doc
    if doc is None:
        return None
    if shift < 0:
        return doc.year if month < doc.month else doc.year - 1
    if shift > 0:
        return doc.year if month > doc.month else doc.year + 1
    return doc.year


def _day(fields: Fields, here: Context) -> Resolved | None:
    """A bare day of the month ("同月7日", "the 15th"): of the month that the words or the narration give, else around the document."""
    day = int(fields["day"])
    if fields.get("unit") == "M" and "shift" in fields:
        base = base_day(fields, here)
        if base is None:
            return unknown("day")
        year, month = cal.add_months(base.year, base.month, int(fields["shift"]))
        found = cal.make(year, month, day)
        return unit_span(found, "D", fields) if found else None
    anchor, ref = here.doc, here.ref
    if ref and ref.span and ref.precision in ("day", "month", "part of month", "minute", "part of day"):
        distant = here.doc is None or abs((ref.span[0] - here.doc).days) > 45
        if here.near or (distant and here.told) or here.doc is None:
            month_day = cal.make(ref.span[0].year, ref.span[0].month, day)
            return unit_span(month_day, "D", fields) if month_day else None
    if anchor is None:
        return unknown("day", f"XXXX-XX-{day:02d}")
    shifts = (0, 1, 2) if here.tense == "future" else (0, -1, -2)
    for shift in shifts:
        found = cal.make(*cal.add_months(anchor.year, anchor.month, shift), day)
        if found and (found >= anchor if here.tense == "future" else found <= anchor + SLACK):
            return unit_span(found, "D", fields)
    return None


def _quarter(fields: Fields, here: Context) -> Resolved | None:
    quarter, year = int(fields["quarter"]), _year(fields, here)
    written = year is not None
    if year is None:
        year, _ = _near_year(here, lambda y: cal.months(y, quarter * 3 - 2, 3) if 1 <= quarter <= 4 else None, timedelta())
    return quarter_of(year, quarter, fields, written) if year is not None else unknown("quarter", f"XXXX-Q{quarter}")


def _half(fields: Fields, here: Context) -> Resolved | None:
    half, year = int(fields["half"]), _year(fields, here)
    written = year is not None
    if year is None:
        year, _ = _near_year(here, lambda y: cal.months(y, half * 6 - 5, 6) if half in (1, 2) else None, timedelta())
    return half_of(year, half, fields, written) if year is not None else unknown("part of year", f"XXXX-H{half}")


def _season(fields: Fields, here: Context) -> Resolved | None:
    code, year = str(fields["season"]), _year(fields, here)
    written = year is not None
    if year is None and here.doc and "shift" in fields and fields.get("unit") != "Y":
        year = here.doc.year + int(fields["shift"])
        if int(fields["shift"]) < 0 and cal.season_of(here.doc.year, code)[1] < here.doc and code != "WI":
            year = here.doc.year
    elif year is None:
        year, _ = _near_year(here, lambda y: cal.months(y, cal.SEASON_MONTHS[code][0] % 12 or 12, 3), timedelta())
    if year is None:
        return unknown("part of year", f"XXXX-{code}")
    return replace(ready(f"{year:04d}-{code}", "part of year", cal.season_of(year, code), fields), written_year=written)


def _whole_year(fields: Fields, here: Context) -> Resolved | None:
    year = _year(fields, here)
    if year is None or not cal.valid_year(year):
        return None
    made = unit_span(date(year, 1, 1), "Y", fields)
    return made and replace(made, written_year=True, sure=0.9)


def _deictic(fields: Fields, here: Context) -> Resolved | None:
    """This, last, next unit; with the narration as base also "the same day", "the next day"."""
    unit, shift = fields["unit"], int(fields["shift"])
    if fields.get("base") == "ref":
        ref = here.ref
        if unit == "D" and (ref is None or ref.span is None or ref.precision not in DAYS):
            return unknown("day")
        if unit == "Q" and here.quarter and here.quarter.span:
            day = cal.move(here.quarter.span[0], "Q", shift)
            return unit_span(day, unit, fields) if day else None
    base = base_day(fields, here, late=shift > 0)
    if base is None or unit not in UNIT_PRECISION:
        return unknown(UNIT_PRECISION.get(unit, "unknown"))
    if unit == "WE" and shift == 0 and here.tense != "future" and base.isoweekday() < 6:
        shift = -1
    day = cal.move(base, unit, shift)
    return unit_span(day, unit, fields) if day else None


def _today(here: Context) -> Resolved | None:
    """The day of a bare clock time: the narration's where it is a day of this paragraph, else the document's."""
    if here.ref and here.ref.span and here.ref.precision in DAYS and here.told:
        day = here.ref.span[0]
        return Resolved(day.isoformat(), "day", span=(day, day), sure=0.7)
    if here.doc is None:
        return unknown("day", "XXXX-XX-XX")
    return Resolved(here.doc.isoformat(), "day", span=(here.doc, here.doc), sure=0.5)


Maker = Callable[[Fields, Context], Resolved | None]
_MAKERS: tuple[tuple[tuple[str, ...], Maker], ...] = (
    (("either", "year"), either),
    (("n", "unit", "dir"), _offset),
    (("weekday", "day", "month"), _month),
    (("weekday",), _weekday),
    (("month",), _month),
    (("decade",), decade_of),
    (("century",), century_of),
    (("quarter",), _quarter),
    (("half",), _half),
    (("season",), _season),
    (("day",), _day),
    (("year",), _whole_year),
    (("yy",), _whole_year),
    (("unit", "shift"), _deictic),
)
"""Which fields, all present, make which kind of date; the first that fits wins."""
