"""Dates as pages and machines write them, in any supported language. Found, never guessed: two readings of one number are none, years of
other calendars are converted only where their era is named, midnight means that only the day is known."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from urllib.parse import urlsplit

from msgspec import Struct

from dragoman import languages
from dragoman.extract.when import calendar
from dragoman.extract.when.calendar import Order, months
from dragoman.model.article import Precision
from dragoman.text.lines import squeeze

EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
# Code points searched of one text at most; patterns are linear, articles shorter.
LONGEST = 400_000
# Of texts so short the answers are kept: lines are asked for their dates by many.
SHORT = 400
# No time zone is further from Greenwich, in minutes.
FURTHEST = 14 * 60

_YEAR = r"(?P<year>(?:19|20)\d\d)"
# Nothing of the number follows, unless mark-up has glued a clock to it ("202107:59").
_END = r"(?:(?!\d)|(?=[0-2]\d[:：][0-5]\d))"
_YEARLIKE = re.compile(r"(?:19|2[045])\d\d")
# One letter may stand before the digits ("t20220112_"), a word makes them the number of something.
_COMPACT = re.compile(r"(?<![^\W_]{2})(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/_-]?([01]?\d)(?:[/_-]?([0-3]?\d))?(?=[/_\-.]|$)")
_YEAR_IN_URL = re.compile(r"/((?:19|20)\d\d)(?:[/_-]?(0[1-9]|1[0-2]))?(?=/)")
_CLOCK_BEFORE = re.compile(
    r"(?<![\d:.,/-])(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\b\.?)?\s?(?:[^\W\d_]{1,4}\.?\s?)?[\s,|·•/–-]{0,4}$",
    re.IGNORECASE,
)


class Found(Struct, frozen=True):
    """A date in a text: `value` ISO 8601 cut to its precision, where it stands, and the time zone as written beside it."""

    start: int
    end: int
    value: str
    precision: Precision
    zone: str | None = None

    @property
    def day(self) -> str:
        return self.value[:10]


def alternation(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@cache
def _time() -> str:
    """A time of day behind a date, with its half of the day and its zone."""
    halves = alternation({*calendar.words("halves", "am"), *calendar.words("halves", "pm")})
    zones = alternation(calendar.zones())
    return rf"""(?:\.?[T\s,|·•(（–—-]*(?:(?P<early>{halves})|(?P<word>[^\W\d_]{{1,5}})\.?\s)?\s?
        (?P<hour>[01]?\d|2[0-4])\s?(?:[:：{calendar.marks("hour")}]|h(?=\d)|(?<=\d)(?(word)\.(?=[0-5]\d(?![\d.]))|(?!)))\s?(?P<minute>[0-5]\d)
        (?:\s?[:：{calendar.marks("minute")}]\s?[0-5]\d(?:[.,]\d+)?)?[{calendar.marks("second")}]?[{calendar.marks("minute")}]?
        (?:\s?(?P<half>{halves})(?![^\W\d_]))?
        (?:\s?[(（]?(?P<zone>(?:GMT|UTC)?[+-]\d{{2}}:?\d{{2}}(?!\d)|(?:GMT|UTC)[+-]\d{{1,2}}(?!\d)|(?:{zones})(?![^\W\d_])))?)?"""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _time(), re.IGNORECASE | re.VERBOSE)


@cache
def _numeric() -> tuple[re.Pattern[str], ...]:
    """Dates in numbers: year first, year last, and with an era or Chinese numerals."""
    digits, tens, first = calendar.numerals()
    eras = alternation(calendar.eras())
    mark = {kind: calendar.marks(kind) for kind in ("year", "month", "day")}
    halves = alternation({*calendar.words("halves", "am"), *calendar.words("halves", "pm")})
    weekday = rf"(?:\s*[(（]?(?!{halves})[^\W\d_]{{1,3}}[)）]?(?=\s*(?:{halves})?\s?\d{{1,2}}[:：]))?"
    small = rf"[{digits}{tens}{first}]{{1,3}}"
    return (
        _compiled(
            rf"""(?<!\d)(?<!\d[-/.]){_YEAR}(?:\s?[-/.]\s?|\s?[{mark["year"]}]\s?)(?P<month>\d{{1,2}})(?:\s?[-/.]\s?|\s?[{mark["month"]}]\s?)
            (?P<day>\d{{1,2}}){_END}\s?[{mark["day"]}]?{weekday}"""
        ),
        _compiled(rf"(?<![\d.])(?<!\d[-/])(?P<one>\d{{1,2}})\s?(?P<mark>[./-])\s?(?P<two>\d{{1,2}})\s?(?P=mark)\s?{_YEAR}{_END}"),
        _compiled(
            rf"""(?P<era>{eras})?\s?(?P<count>\d{{1,4}}|[{digits}{tens}{first}]{{1,4}})\s?[{mark["year"]}]\s?(?P<month>\d{{1,2}}|{small})\s?
            [{mark["month"]}]\s?(?P<day>\d{{1,2}}|{small})\s?[{mark["day"]}]"""
        ),
    )


@cache
def _worded(language: str) -> tuple[re.Pattern[str], ...]:
    """Dates with the name of a month: day first, month first, year first."""
    name = rf"(?<![^\W\d_])(?P<name>{alternation(months(language))})(?![^\W\d_])"
    eras = alternation(calendar.eras())
    year = rf"(?:(?P<era>{eras})?\s?(?P<count>2[45]\d\d)|(?:(?:{eras})\s?)?{_YEAR}){_END}"
    return (
        _compiled(
            rf"""(?<!\d)(?<!\d[./-])(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th|er|º|ª)(?!\w)|\.)?[\s,./-]*(?:[^\W\d_]{{1,3}}\s+)?{name}\.?,?
            (?:/[^\W\d_]{{3,9}})?[\s,./-]*(?:[^\W\d_]{{2,3}}\.?\s+)?{year}(?:\s?[^\W\d_]{{1,4}}\.?(?=[\s,]))?"""
        ),
        _compiled(rf"{name}\.?[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,-]|\s\.)+{year}"),
        _compiled(rf"(?<!\d){_YEAR}[\s.,]+(?:[^\W\d_]\.?\s+)?{name}\.?\s+(?P<day>\d{{1,2}})(?!\d)\.?"),
    )


def find(text: str, language: str, order: Order | None = None) -> list[Found]:
    """Full dates in a text, in their order. `language` may be a BCP 47 tag; `order` is what the page itself tells of dates in numbers.
    Numbers that may be either day or month are left out where neither decides."""
    read_ = _kept_answers if len(text) <= SHORT else _all
    return list(read_(text[:LONGEST], language, order))


def _all(text: str, language: str, order: Order | None) -> tuple[Found, ...]:
    text = calendar.plain(text)
    if _YEARLIKE.search(text) is None and not any(mark in text for mark in calendar.marks("year")):
        return ()
    found = [
        one
        for pattern in (*_numeric(), *_worded(languages_tag(language)))
        for hit in pattern.finditer(text)
        if (one := _found(hit, text, language, order))
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept, reached = [], -1
    for one in found:  # in order of their starts, so one inside an earlier one ends no later than the furthest end so far
        if one.end > reached and one.start >= reached:
            kept.append(one)
            reached = one.end
    return tuple(kept)


_kept_answers = lru_cache(maxsize=2048)(_all)


@cache
def languages_tag(language: str) -> str:
    """The language of a tag without its region; the neutral one stays."""
    return language if language == languages.NEUTRAL else language.replace("_", "-").split("-")[0]


def _found(hit: re.Match[str], text: str, language: str, order: Order | None) -> Found | None:
    group: dict[str, str] = hit.groupdict("")
    date = _date(group, language, order)
    if date is None:
        return None
    start, end = hit.start(), hit.start() + len(hit.group().rstrip(" \t,|·•(（–—-"))
    if not group.get("hour"):
        ahead = _CLOCK_BEFORE.search(text[max(0, start - 24) : start])
        if ahead is not None:
            group |= {name: value for name, value in ahead.groupdict("").items() if value}
            start -= len(ahead.group())
    value, precision, zone = _with_time(date, group)
    return Found(start, end, value, precision, zone)


def _date(group: dict[str, str], language: str, order: Order | None) -> datetime.date | None:
    year = int(group["year"]) if group.get("year") else _year(group.get("era", ""), group.get("count", ""), bool(group.get("name")))
    if group.get("one"):
        month, day = in_order(int(group["one"]), int(group["two"]), group["mark"], language, order) or (0, 0)
    else:
        day = calendar.number(group["day"]) or 0
        month = months(languages_tag(language)).get(group["name"].lower(), 0) if group.get("name") else calendar.number(group["month"]) or 0
    return date_of(year, month, day)


def _year(era: str, count: str, named: bool) -> int:
    """The year of an era; a year of four digits without one is ours in Chinese numerals, and a Buddhist one beside a Thai month."""
    number = calendar.number(count)
    if number is None:
        return 0
    if era:
        return number + next((add for name, add in calendar.eras().items() if name.casefold() == era.casefold()), 0)
    if named:
        return number + min(calendar.eras().values(), default=0)
    return number if len(count) == 4 and not count.isdecimal() else 0


def pairs(text: str) -> list[tuple[int, int]]:
    """The first two numbers of every date in numbers whose year is last and that strokes or hyphens part."""
    return [
        (int(hit.group("one")), int(hit.group("two"))) for hit in _numeric()[1].finditer(calendar.plain(text)) if hit.group("mark") != "."
    ]


def in_order(one: int, two: int, mark: str, language: str, order: Order | None) -> tuple[int, int] | None:
    """Month and day of "one/two/year": points put the day first everywhere, numbers over 12 decide, then the page, then its locale."""
    if one > 12 or mark == "." or one == two:
        return two, one
    if two > 12:
        return one, two
    order = order or calendar.order_of(language)
    return None if order is None else (two, one) if order == "dmy" else (one, two)


def date_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day where there is such a day in the years that pages can be of."""
    try:
        return datetime.date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _with_time(date: datetime.date, group: dict[str, str]) -> tuple[str, Precision, str | None]:
    hour, minute = group.get("hour"), group.get("minute")
    if not hour or not minute:
        return date.isoformat(), "day", None
    half = (group.get("half") or group.get("early") or "").casefold()
    hours = int(hour) % 24
    if half in calendar.words("halves", "pm") and hours < 12:
        hours += 12
    elif half in calendar.words("halves", "am") and hours == 12:
        hours = 0
    if hours == 0 and minute == "00":
        return date.isoformat(), "day", None
    zone = group.get("zone", "").strip()
    return f"{date.isoformat()}T{hours:02d}:{minute}{offset(zone)}", "minute", zone or None


def offset(zone: str) -> str:
    """A zone as it is written to "+08:00"; nothing where its name does not fix it, or no zone is so far off."""
    named = calendar.zones().get(zone.casefold(), None)
    hit = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
    if isinstance(named, int):
        minutes = named
    elif hit is not None:
        minutes = (int(hit.group(2)) * 60 + int(hit.group(3) or 0)) * (-1 if hit.group(1) == "-" else 1)
    else:
        return ""
    if abs(minutes) > FURTHEST:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def read(value: str, language: str = "en", order: Order | None = None) -> tuple[str, Precision] | None:
    """A date as machines write it (ISO 8601, RFC 2822, "20210305") or as people do; None where there is no full date in it."""
    value = squeeze(value)[:80]
    found = find(value, language, order)
    if found:
        return found[0].value, found[0].precision
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?\d{4,6}Z?)?", value)
    if compact:
        day = date_of(*(int(part) for part in compact.groups()))
        return (day.isoformat(), "day") if day else None
    try:
        stamp = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (stamp.strftime("%Y-%m-%d"), "day") if EARLIEST_YEAR <= stamp.year <= LATEST_YEAR else None


def own_address(url: str) -> str:
    """The address without that of an archive around it, whose date is the day of the capture."""
    inner = [place for mark in ("/http://", "/https://") if (place := url.find(mark, 8)) > 0]
    return url[min(inner) + 1 :] if inner else url


def in_url(url: str) -> tuple[str, Precision] | None:
    """The day that an address carries (".../2022/01/12/...", "20220112"), None where it carries none, or several."""
    url = own_address(url)
    for pattern in (_IN_URL, _COMPACT):
        days = {
            day.isoformat() for hit in pattern.finditer(url) if hit.group(3) and (day := date_of(*(int(part) for part in hit.groups())))
        }
        if days:
            return (min(days), "day") if len(days) == 1 else None
    return None


def month_in_url(url: str) -> tuple[int, int | None] | None:
    """Year and month (None where it has the year alone) of the folders of an address."""
    path = urlsplit(own_address(url)).path if "://" in url else url
    hit = _YEAR_IN_URL.search(path)
    if hit is None or not EARLIEST_YEAR <= int(hit.group(1)) <= LATEST_YEAR:
        return None
    return int(hit.group(1)), int(hit.group(2)) if hit.group(2) else None
