"""Publication dates: found, never invented. Every value says where it comes from; midnight means that only the day is known; years of
copyright lines and the time of the fetch never count; without any date the text itself bounds one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from dragoman import languages
from dragoman.model.article import Precision, Published
from dragoman.text.lines import squeeze

EARLIEST_YEAR = 1990
LATEST_YEAR = 2100
# So many dated lines beside the text are a list of other pages.
LIST = 3

# A time of day behind a date, with its half of the day and its offset. Dates of East Asia mark year, month, day, hour and minute.
_TIME = r"""(?:[T\s,|·•(（]*(?:[^\W\d_]{1,4}\.?\s)?(?P<hour>[01]?\d|2[0-4])\s?(?:[:：时時]|h(?=\d))\s?(?P<minute>[0-5]\d)
    (?:\s?[:：分]\s?[0-5]\d(?:[.,]\d+)?)?秒?分?\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b)?)?"""
_FULL_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:\s*[(（]?[^\W\d_]{1,3}[)）]?(?=\s*\d{1,2}[:：]))?"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _TIME, re.IGNORECASE | re.VERBOSE)


_YEAR_FIRST = _compiled(
    rf"(?<!\d){_FULL_YEAR}\s?(?:[-/.]|年)\s?(?P<month>\d{{1,2}})\s?(?:[-/.]|月)\s?(?P<day>\d{{1,2}})(?!\d)\s?日?{_WEEKDAY}"
)
_YEAR_LAST = _compiled(rf"(?<![\d.])(?P<one>\d{{1,2}})\s?(?P<mark>[./-])\s?(?P<two>\d{{1,2}})\s?(?P=mark)\s?{_FULL_YEAR}(?!\d)")
_DAY_MONTH = _compiled(
    rf"""(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:[^\W\d_]{{2,3}}\s+)?(?P<name>[^\W\d_]{{3,12}})\.?,?
    (?:\s+[^\W\d_]{{2,3}})?\s+{_FULL_YEAR}(?!\d)(?:\s?[^\W\d_]{{1,4}}\.?(?=[\s,]))?"""
)
_MONTH_DAY = _compiled(rf"(?<!\w)(?P<name>[^\W\d_]{{3,12}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_FULL_YEAR}(?!\d)")
_SHORT = (
    re.compile(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    re.compile(r"(?<!\w)(?P<name>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?!\d|[:.]\d)(?!,?\s+\d{4})"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<name>[^\W\d_]{3,12})(?!\s+\d{4})"),
)
_SENTENCE = re.compile(r"[^。！？.!?；;\n]+")
# One letter may stand before the digits ("t20220112_"), a word makes them the number of something.
_COMPACT = re.compile(r"(?<![^\W_]{2})(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/_-]?([01]?\d)(?:[/_-]?([0-3]?\d))?(?=[/_\-.]|$)")


class Found(Struct, frozen=True):
    """A full date in a text: `value` ISO 8601 cut to its precision, and where it stands."""

    start: int
    end: int
    value: str
    precision: Precision

    @property
    def day(self) -> str:
        return self.value[:10]


@cache
def months(language: str) -> dict[str, int]:
    """Names and abbreviations of months, casefolded, to their numbers (CLDR); of English too, which sites use everywhere."""
    names: dict[str, int] = {}
    for code in ("en", language):
        try:
            locale = Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    names[str(name).casefold().rstrip(".")] = int(number)
    return {name: number for name, number in names.items() if not name.isdigit()}


def find(text: str, language: str) -> list[Found]:
    """Full dates in a text, in their order. Numbers that may be either day or month are left out where the language writes both ways."""
    found = []
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _DAY_MONTH, _MONTH_DAY):
        for hit in pattern.finditer(text):
            parts = _parts(hit, language)
            if parts is not None:
                found.append(Found(hit.start(), hit.start() + len(hit.group().rstrip()), *parts))
    found.sort(key=lambda one: (one.start, -one.end))
    kept, reached = [], -1
    for one in found:  # in order of their starts, so one inside an earlier one ends no later than the furthest end so far
        if one.end > reached:
            kept.append(one)
            reached = one.end
    return kept


def _parts(hit: re.Match[str], language: str) -> tuple[str, Precision] | None:
    group: dict[str, str] = hit.groupdict("")
    month: int | None
    day: int | None
    if group.get("name"):
        month, day = months(language).get(group["name"].casefold()), int(group["day"])
    elif group.get("one"):
        month, day = _order(int(group["one"]), int(group["two"]), group["mark"] or "", language)
    else:
        month, day = int(group["month"]), int(group["day"])
    if month is None or day is None:
        return None
    return _stamp(int(group["year"]), month, day, group)


def _order(one: int, two: int, mark: str, language: str) -> tuple[int | None, int | None]:
    """Month and day of "a.b.year": the day leads except in English with strokes or hyphens, where only numbers over 12 decide."""
    if one > 12 or mark == "." or one == two:
        return two, one
    if two > 12:
        return one, two
    return (None, None) if languages.base(language) == "en" else (two, one)


def _stamp(year: int, month: int, day: int, group: dict[str, str]) -> tuple[str, Precision] | None:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    hour, minute = group.get("hour"), group.get("minute")
    if not hour or not minute:
        return date.isoformat(), "day"
    half = (group.get("half") or "")[:1].lower()
    hours = int(hour) % 12 + (12 if half == "p" else 0) if half and int(hour) <= 12 else int(hour) % 24
    if hours == 0 and minute == "00":
        return date.isoformat(), "day"
    zone = group.get("zone") or ""
    zone = "+00:00" if zone.upper() == "Z" else zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
    return f"{date.isoformat()}T{hours:02d}:{minute}{zone}", "minute"


def read(value: str, language: str = "en") -> tuple[str, Precision] | None:
    """A date as machines write it (ISO 8601, RFC 2822) or as people do; None where there is no full date in it."""
    value = squeeze(value)[:80]
    found = find(value, language)
    if found:
        return found[0].value, found[0].precision
    try:
        stamp = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (stamp.strftime("%Y-%m-%d"), "day") if EARLIEST_YEAR <= stamp.year <= LATEST_YEAR else None


def in_url(url: str) -> tuple[str, Precision] | None:
    """The day that an address carries (".../2022/01/12/...", "20220112"), None where it carries none."""
    for hit in (*_IN_URL.finditer(url), *_COMPACT.finditer(url)):
        if hit.group(3):
            stamp = _stamp(int(hit.group(1)), int(hit.group(2)), int(hit.group(3)), {})
            if stamp is not None:
                return stamp
    return None


@cache
def _labels(kind: str) -> tuple[str, ...]:
    tables = languages.tables("furniture").values()
    return tuple(
        sorted({label.casefold() for table in tables for label in table.get("published", {}).get(kind, ())}, key=lambda x: (-len(x), x))
    )


def changed(line: str, language: str) -> bool:
    """Whether the first date of a line is labelled as that of a change."""
    found = find(line, language)
    return bool(found) and _before(line, found[0]).endswith(_labels("modified"))


def labelled(line: str, language: str) -> bool:
    """Whether a date of a line is labelled as that of publication."""
    return any(_before(line, found).endswith(_labels("labels")) for found in find(line, language))


def _before(line: str, found: Found) -> str:
    return line[: found.start].casefold().rstrip(" :：-–|(（【[")


def in_lines(lines: Sequence[str], language: str) -> Published | None:
    """The publication date among the lines of a page's head or foot: labelled ones first, then those with a time of day, then the first;
    a date labelled as that of a change only where there is no other."""
    best: tuple[int, int, Found, str] | None = None
    for place, line in enumerate(lines):
        if len(line) > 300 or "©" in line or "copyright" in line.casefold():
            continue
        for found in find(line, language):
            before = _before(line, found)
            rank = (
                3
                if before.endswith(_labels("modified"))
                else 0
                if before.endswith(_labels("labels"))
                else 1
                if found.precision == "minute"
                else 2
            )
            if best is None or (rank, place) < best[:2]:
                best = (rank, place, found, line)
    if best is None:
        return None
    _, _, found, line = best
    return Published(found.value, found.precision, f"line of the page: {line[max(0, found.start - 20) : found.end]}", found.day, found.day)


def lone(lines: Sequence[str], language: str) -> Published | None:
    """The date among date lines that stand anywhere on the page: only where few of them agree on one day, for a list of stories has
    many, and where one is labelled or gives the time, for sites show the day of the visit."""
    dated = [(line, found) for line in lines for found in find(line, language)]
    telling = any(found.precision == "minute" or labelled(line, language) for line, found in dated)
    return in_lines(lines, language) if telling and len(dated) < LIST and len({found.day for _, found in dated}) == 1 else None


@cache
def _cues() -> re.Pattern[str]:
    tables = languages.tables("furniture").values()
    cues = sorted(
        {cue.casefold() for table in tables for cue in table.get("scheduled", {}).get("cues", ())}, key=lambda cue: (-len(cue), cue)
    )
    return re.compile("|".join(re.escape(cue) for cue in cues))


def from_text(text: str, language: str) -> Published:
    """An interval for a page without date: not before the last past full date in its text, not after the first date that the text
    announces. Value and precision stay unknown; the evidence quotes both."""
    past: list[tuple[str, str]] = []
    ahead: list[tuple[str, str]] = []
    short: list[tuple[int, int, str]] = []
    for clause in _clauses(text):
        announced = _cues().search(clause.casefold()) is not None
        full = find(clause, language)
        (ahead if announced else past).extend((one.day, clause[one.start : one.end]) for one in full)
        if announced and not full:
            short.extend(_short(clause, language))
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
    evidence = "no date on the page; " + ("; ".join(reasons) or "none in the text")
    return Published(None, "unknown", evidence, earliest[0] if earliest else None, latest[0] if latest else None)


def _clauses(text: str) -> list[str]:
    """Sentences; a full stop behind a day's number ends none."""
    guarded = re.sub(r"(?<!\d)(\d{1,2})\.(?=\s?\d|\s[^\W\d_])", "\\1\u2024", text)
    return [hit.group().replace("\u2024", ".") for hit in _SENTENCE.finditer(guarded)]


def _short(clause: str, language: str) -> list[tuple[int, int, str]]:
    """(month, day, words) of dates without year."""
    found = []
    for pattern in _SHORT:
        for hit in pattern.finditer(clause):
            group = hit.groupdict()
            month = months(language).get(group["name"].casefold()) if group.get("name") else int(group["month"])
            if month and 1 <= month <= 12 and 1 <= int(group["day"]) <= 31:
                found.append((month, int(group["day"]), hit.group()))
    return found


def _next(after: str, month: int, day: int) -> str | None:
    """The first such day after a date."""
    year = int(after[:4])
    for candidate in (year, year + 1):
        try:
            value = datetime.date(candidate, month, day).isoformat()
        except ValueError:
            continue
        if value > after:
            return value
    return None
