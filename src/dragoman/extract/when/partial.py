"""Dates that lack something: years of two digits, days without a year, months and years alone. Each needs evidence from elsewhere or
stays as imprecise as it is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from dragoman.extract.when import calendar, dates
from dragoman.extract.when.calendar import Order, months
from dragoman.extract.when.dates import EARLIEST_YEAR, LATEST_YEAR, Found, date_of, in_order
from dragoman.model.article import Precision, Published
from dragoman.text.lines import squeeze

# Years of two digits up to this one are of this century.
PIVOT = 50
_CLOCK = r"(?:[\s,|·•-]*(?:[^\W\d_]{1,4}\.?\s)?(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?!\d))?"
_SHORT = re.compile(
    r"(?<!\d)(?<!\d[.:/-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<three>\d\d)(?:(?![\d:/-]|\.\d)|(?=[0-2]\d[:：]))"
    + _CLOCK,
)
_NUMBERS = re.compile(
    r"(?<!\d)(?<!\d[.:/-])(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?:(?![\d:/-]|\.\d)|(?=[0-2]\d[:：]))\.?" + _CLOCK
)


class Day(Struct, frozen=True):
    """A day without its year, with its time of day ("10:20") where one stands beside it."""

    start: int
    end: int
    month: int
    day: int
    clock: str | None


def short(text: str, language: str, order: Order | None = None) -> list[Found]:
    """Dates whose year has two digits: "05.06.21", "18-03-08 23:16"; where the year is first by the language or must be, so it is read."""
    found = []
    text = calendar.plain(text[: dates.LONGEST])
    for hit in _SHORT.finditer(text):
        one, two, three = (int(hit.group(name)) for name in ("one", "two", "three"))
        date = _short_date(one, two, three, hit.group("mark"), language, order)
        if date is not None:
            hour = hit.group("hour")
            timed = bool(hour) and (int(hour), hit.group("minute")) != (0, "00")
            value = f"{date.isoformat()}T{int(hour):02d}:{hit.group('minute')}" if timed else date.isoformat()
            found.append(Found(hit.start(), hit.end(), value, "minute" if timed else "day"))
    return found


def _short_date(one: int, two: int, three: int, mark: str, language: str, order: Order | None) -> datetime.date | None:
    if mark == "-" and calendar.begins_with_year(language):
        return date_of(_century(one), two, three) if one <= PIVOT else None
    if one > 31:
        return None
    reading = in_order(one, two, mark, language, order)
    return date_of(_century(three), *reading) if reading else None


def _century(year: int) -> int:
    return 2000 + year if year <= PIVOT else 1900 + year


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?<![^\W\d_])(?P<name>{dates.alternation(months(language))})(?![^\W\d_])"
    day = calendar.marks("day")
    return tuple(
        re.compile(pattern + _CLOCK, re.IGNORECASE)
        for pattern in (
            rf"(?<!\d)(?<!\d[{calendar.marks('year')}])(?P<month>\d{{1,2}})\s?[{calendar.marks('month')}]\s?(?P<day>\d{{1,2}})\s?[{day}]",
            rf"{name}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?!,?\s+\d{{4}})",
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|er)?\s+(?:de\s+)?{name}(?!\.?,?\s+(?:de\s+)?\d{{4}})",
        )
    )


def yearless(text: str, language: str, order: Order | None = None, numbers: bool = False) -> list[Day]:
    """Days without year: with the month's name or mark, and with `numbers` as "05-12 10:20" too, where a time of day stands behind them
    or words before them call it the day of publication."""
    text = calendar.plain(text[: dates.LONGEST])
    full = [(one.start, one.end) for one in dates.find(text, language, order)]
    found = []
    for pattern in _named(dates.languages_tag(language)):
        for hit in pattern.finditer(text):
            group = hit.groupdict()
            month = months(dates.languages_tag(language))[group["name"].lower()] if group.get("name") else int(group["month"])
            found.append(_day(hit, month, int(group["day"])))
    if numbers:
        for hit in _NUMBERS.finditer(text):
            if hit.group("hour") or calendar.label(text[: hit.start()]) == "published":
                reading = _numbered(int(hit.group("one")), int(hit.group("two")), hit.group("mark"), language, order)
                found.append(_day(hit, *reading) if reading else None)
    apart = [one for one in found if one is not None and not any(start < one.end and one.start < end for start, end in full)]
    return sorted(apart, key=lambda one: (one.start, one.end))


def _numbered(one: int, two: int, mark: str, language: str, order: Order | None) -> tuple[int, int] | None:
    if mark == "-" and calendar.begins_with_year(language):
        return one, two
    return in_order(one, two, mark, language, order)


def _day(hit: re.Match[str], month: int, day: int) -> Day | None:
    if date_of(2000, month, day) is None:
        return None
    clock = f"{int(hit.group('hour')):02d}:{hit.group('minute')}" if hit.group("hour") else None
    return Day(hit.start(), hit.end(), month, day, clock)


@cache
def _coarse(language: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?<![^\W\d_])(?P<name>{dates.alternation(months(language))})(?![^\W\d_])"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    digits, tens, _ = calendar.numerals()
    year_mark, month_mark = calendar.marks("year"), calendar.marks("month")
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{name}\.?,?\s+(?:[^\W\d_]{{2,3}}\s+)?{year}",
            rf"(?<!\d)(?P<year>(?:19|20)\d\d|[{digits}]{{4}})\s?[{year_mark}]\s?(?P<month>\d{{1,2}}|[{digits}{tens}]{{1,2}})\s?[{month_mark}]",
            rf"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])[/.]{year}(?![./-])",
            r"(?<![\d./-])(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])(?![\d./-])",
        )
    )


def month(text: str, language: str) -> Found | None:
    """The only month with its year in a short text that names no day: "March 2021", "2021年3月", "04/2021", "2021-03"."""
    flat = calendar.plain(text[:300])
    found: set[tuple[int, int, int, int]] = set()
    for pattern in _coarse(dates.languages_tag(language)):
        for hit in pattern.finditer(flat):
            group = hit.groupdict()
            number = months(dates.languages_tag(language))[group["name"].lower()] if group.get("name") else calendar.number(group["month"])
            year = calendar.number(group["year"])
            if number and year and date_of(year, number, 1):
                found.add((year, number, hit.start(), hit.end()))
    if len({one[:2] for one in found}) != 1:
        return None
    year, number, start, end = min(found)
    return Found(start, end, f"{year:04d}-{number:02d}", "month")


def read(value: str, language: str = "en") -> tuple[str, Precision] | None:
    """A date of a page's data that is a month or a year and nothing else: "2021-03", "March 2021", "2021"."""
    value = squeeze(value)[:40]
    if re.fullmatch(r"\d{4}", value):
        return (value, "year") if EARLIEST_YEAR <= int(value) <= LATEST_YEAR else None
    found = month(value, language)
    return (found.value, "month") if found is not None and found.end - found.start >= len(value) - 1 else None


def bounds(value: str) -> tuple[str, str]:
    """First and last day of a date cut to any precision: ("2021-03-01", "2021-03-31") for "2021-03"."""
    parts = [int(part) for part in value[:10].split("-")]
    if len(parts) == 3:
        return value[:10], value[:10]
    if len(parts) == 1:
        return f"{parts[0]:04d}-01-01", f"{parts[0]:04d}-12-31"
    year, number = parts
    after = datetime.date(year + number // 12, number % 12 + 1, 1)
    return f"{year:04d}-{number:02d}-01", (after - datetime.timedelta(days=1)).isoformat()


def published(value: str, precision: Precision, evidence: str) -> Published:
    """A date with its bounds and why it is believed."""
    earliest, latest = bounds(value)
    return Published(value, precision, evidence, earliest, latest)


def clock(lines: Sequence[str], day: str, language: str, order: Order | None) -> Published | None:
    """A day (ISO, of the address) with the time that a line gives for it without the year."""
    for line in lines:
        for one in yearless(line, language, order, numbers=True):
            if one.clock and day[5:] == f"{one.month:02d}-{one.day:02d}":
                return published(f"{day}T{one.clock}", "minute", f"{_quoted(line, one)}, year by the address")
    return None


def completed(
    lines: Sequence[str], language: str, order: Order | None, month: tuple[int, int | None] | None, change: str | None
) -> Published | None:
    """The first day of lines without its year, timed or labelled, where something else gives the year: the day of the last change if it
    is that day, the year (and month) of the address."""
    for line in lines:
        for one in yearless(line, language, order, numbers=True):
            if not one.clock and calendar.label(line[: one.start]) != "published":
                continue
            number = f"{one.month:02d}-{one.day:02d}"
            changed = change is not None and change[5:] == number
            year = change[:4] if change and changed else f"{month[0]:04d}" if month and month[1] in (None, one.month) else None
            if year is not None:
                value = f"{year}-{number}" + (f"T{one.clock}" if one.clock else "")
                why = f"{_quoted(line, one)}, year by the {'day of change' if changed else 'address'}"
                return published(value, "minute" if one.clock else "day", why)
    return None


def issue(lines: Sequence[str], titled: bool, language: str) -> Published | None:
    """The month that lines give and no day, as magazines do: labelled, or as the only line of its kind (beside the title: `titled`)."""
    found = [(line, one) for line in lines if not dates.find(line, language) and (one := month(line, language))]
    for line, one in found:
        told = calendar.label(line[: one.start])
        whole = one.end - one.start >= len(line) - 2
        if told == "published" or (told is None and whole and titled and len(found) == 1):
            return published(one.value, "month", f"line of the page: {line[max(0, one.start - 20) : one.end]}")
    return None


def _quoted(line: str, one: Day) -> str:
    return f"line of the page: {line[max(0, one.start - 20) : one.end]}"
