"""Calendar arithmetic behind time expressions: what a TIMEX3 value covers, as inclusive pairs of dates. No clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

Span = tuple[date, date]

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""Meteorological seasons of the northern hemisphere, as first and last month (TIMEX3 season codes)."""

PARTS = ("START", "MID", "END")


def valid_year(year: int) -> bool:
    """Whether the calendar can hold the year with room for arithmetic around it."""
    return MINYEAR < year < MAXYEAR - 200


def make(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none such (30 February)."""
    if not valid_year(year) or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def parse(text: str | None) -> date | None:
    """The date at the head of an ISO string, months and years as their first day; None where there is none."""
    if not text:
        return None
    pieces = text[:10].split("-")
    try:
        numbers = [int(piece) for piece in pieces]
    except ValueError:
        return None
    return make(*[*numbers, 1, 1][:3]) if len(numbers) <= 3 else None


def month_of(year: int, month: int) -> Span:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, count: int) -> Span:
    """`count` months from month `first` of a year."""
    last_year, last = add_months(year, first, count - 1)
    return date(year, first, 1), month_of(last_year, last)[1]


def year_of(year: int, count: int = 1) -> Span:
    """`count` calendar years from `year`."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def week_of(day: date) -> Span:
    """Monday to Sunday around a day (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def week_value(day: date) -> str:
    """The ISO week of a day: 2021-W52."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_of(year: int, code: str) -> Span:
    """The season of a year. A winter is the hull of the one that ends and the one that begins in the year: usage goes both ways."""
    first, last = SEASON_MONTHS[code]
    if first > last:
        return date(year - 1, first, 1), month_of(year + 1, last)[1]
    return date(year, first, 1), month_of(year, last)[1]


def add_months(year: int, month: int, shift: int) -> tuple[int, int]:
    """Year and month `shift` months away."""
    count = year * 12 + (month - 1) + shift
    return count // 12, count % 12 + 1


def move(day: date, unit: str, count: int) -> date | None:
    """A day `count` units (D, W, M, Q, Y, DE, CE) away, the last of the month where the day does not exist there; None off the calendar."""
    if unit in ("D", "W", "WE"):
        try:
            return day + timedelta(days=count * (1 if unit == "D" else 7))
        except OverflowError:
            return None
    step = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "SE": 12, "DE": 120, "CE": 1200}[unit]
    year, month = add_months(day.year, day.month, step * count)
    if not valid_year(year):
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def part_of(span: Span, part: str) -> Span:
    """The start, middle or end of a span: days 1-10, 11-20 and 21 on of a month (the Chinese ten-day periods), otherwise thirds;
    the end of a year is its last quarter and the start its first."""
    first, last = span
    if part not in PARTS:
        return span
    days = (last - first).days + 1
    if 28 <= days <= 31:
        cuts = (10, 20)
    elif 365 <= days <= 366:
        cuts = (90, days - 92)
    else:
        cuts = (max(1, days // 3), max(2, days - days // 3))
    bounds = {"START": (0, cuts[0] - 1), "MID": (cuts[0], cuts[1] - 1), "END": (cuts[1], days - 1)}[part]
    low, high = min(bounds[0], days - 1), min(max(bounds), days - 1)
    return first + timedelta(days=low), first + timedelta(days=high)
