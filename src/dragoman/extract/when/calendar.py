"""What pages write dates with: digits of any script, names of months, eras, halves of the day, time zones, labels. Data of
`languages/<code>/calendar.toml` and of CLDR (Babel)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from babel import Locale, UnknownLocaleError

from dragoman import languages

TABLE = "calendar"
# Which of the numbers of "a/b/2021" is the day; None where nothing tells.
Order = Literal["dmy", "mdy"]
Label = Literal["published", "modified", "other"]
_EDGES = " \t\u00a0:：-–—|·•,，(（【[<>«»/"


@cache
def _digits() -> dict[int, str]:
    """Decimal digits of every script, and full-width marks of dates, to ASCII: one code point for one, so that places stay."""
    found = {
        place: str(unicodedata.decimal(chr(place))) for place in range(128, 0x10000) if unicodedata.decimal(chr(place), None) is not None
    }
    return found | {ord(wide): plain for wide, plain in zip("／－．：", "/-.:", strict=True)}


def plain(text: str) -> str:
    """The text with ASCII digits, of the same length."""
    return text if text.isascii() else text.translate(_digits())


@cache
def months(language: str) -> dict[str, int]:
    """Names and abbreviations of months, in lower case, to their numbers: of the language, and of English, which sites use everywhere; of
    every language with a folder for the neutral one."""
    names: dict[str, int] = {}
    for code in ("en", *(languages.codes() if languages.base(language) == languages.NEUTRAL == language else (language,))):
        names.update(_of_cldr(code))
        names.update((name.lower(), number) for name, number in (languages.own_table(code, TABLE) or {}).get("months", {}).items())
    return {name: number for name, number in names.items() if not name.isdigit()}


def _of_cldr(code: str) -> dict[str, int]:
    locale = locale_of(code)
    if locale is None:
        return {}
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                if any(char.isalpha() for char in str(name)) and len(str(name)) > 1:
                    found[str(name).lower().rstrip(".")] = int(number)
    return {name: number for name, number in found.items() if not name[0].isdigit()}


@cache
def locale_of(tag: str) -> Locale | None:
    """CLDR's locale of a BCP 47 tag, that of its language where the region is not known with it."""
    parts = tag.replace("-", "_").split("_")
    for name in ("_".join(parts), parts[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


@cache
def order_of(tag: str) -> Order | None:
    """How a locale writes dates in numbers. English without a country is written both ways; of languages that begin with the year
    nothing is known when the year comes last."""
    locale = locale_of(tag)
    if locale is None or (locale.language == "en" and locale.territory is None):
        return None
    letters = re.sub(r"[^dMy]", "", re.sub(r"'[^']*'", "", str(locale.date_formats["short"].pattern)))
    if letters.startswith("y"):
        return None
    return "dmy" if letters.startswith("d") else "mdy"


@cache
def begins_with_year(tag: str) -> bool:
    """Whether a locale writes the year first."""
    locale = locale_of(tag)
    return locale is not None and re.sub(r"'[^']*'", "", str(locale.date_formats["short"].pattern)).lstrip(" \u200f").startswith(("y", "G"))


def _sections(name: str) -> Iterable[Mapping[str, Any]]:
    return (table[name] for table in languages.tables(TABLE).values() if name in table)


@cache
def words(section: str, key: str) -> tuple[str, ...]:
    """The words of one list of all languages, casefolded, longest first."""
    found = {str(word).casefold() for part in _sections(section) for word in part.get(key, ())}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def eras() -> dict[str, int]:
    """Names of eras, and what to add to their years."""
    return {str(name): int(add) for part in _sections("eras") for name, add in part.items()}


@cache
def zones() -> dict[str, int | str]:
    """Names of time zones, casefolded: minutes east of Greenwich, or an IANA name, or "" where the name alone decides nothing."""
    return {str(name).casefold(): value for part in _sections("zones") for name, value in part.items()}


@cache
def marks(kind: str) -> str:
    """Characters that stand behind the number of a year, month, day, hour, minute or second."""
    return "".join(str(part.get(kind, "")) for part in _sections("marks"))


@cache
def numerals() -> tuple[str, str, str]:
    """Digits from zero on (several signs may stand for zero), signs of ten, and the sign of a first year."""
    joined = [tuple(str(part.get(key, "")) for key in ("digits", "ten", "first")) for part in _sections("numerals")]
    digits, tens, first = max(joined, key=lambda three: sum(map(len, three)), default=("", "", ""))
    return digits, tens, first


def number(text: str) -> int | None:
    """The value of a number in digits or in Chinese numerals ("二〇二一", "十二", "二十三", "元"); None where it is none."""
    if text.isdecimal():
        return int(text)
    digits, tens, first = numerals()
    zeros = len(digits) - 9
    value = {sign: max(0, place - zeros + 1) for place, sign in enumerate(digits)} | dict.fromkeys(first, 1)
    if text and all(sign in value for sign in text):
        return int("".join(str(value[sign]) for sign in text))
    scale = {sign: 10 * (place + 1) for place, sign in enumerate(tens)}
    hit = next((place for place, sign in enumerate(text) if sign in scale), -1)
    before, behind = text[:hit], text[hit + 1 :]
    if hit < 0 or len(before) > 1 or len(behind) > 1 or any(sign not in value for sign in before + behind):
        return None
    return (value[before] * 10 if before else scale[text[hit]]) + (value[behind] if behind else 0)


def label(before: str, behind: str = "", whole: str | None = None) -> Label | None:
    """What the words beside a date say it is the date of; the longest label decides, and what no list has is no label."""
    ahead = _without_weekday(before.casefold().rstrip(_EDGES))
    best: tuple[int, Label] | None = None
    kinds: tuple[Label, ...] = ("other", "modified", "published")
    for kind in kinds:
        size = next((len(word) for word in _ending(kind).get(ahead[-1:], ()) if ahead.endswith(word) and apart(ahead, word)), 0)
        if size and (best is None or size > best[0]):
            best = (size, kind)
    after = behind.casefold().lstrip(_EDGES + ")）]】")
    for kind in (kinds[1], kinds[0], kinds[2]):
        if any(after.startswith(word) and not _goes_on(after[len(word) :]) for word in words("behind", kind)):
            return kind if best is None else best[1]
    return best[1] if best else None


def _without_weekday(ahead: str) -> str:
    """What stands before the name of a day of the week ("updated on Friday")."""
    last = re.split(r"[\s,]", ahead)[-1].rstrip(".")
    return ahead[: ahead.rindex(last)].rstrip(_EDGES) if last in weekdays() else ahead


@cache
def weekdays() -> frozenset[str]:
    """Names of the days of the week in all languages, in lower case."""
    locales = [locale for code in languages.codes() if (locale := locale_of(code)) is not None]
    widths = [
        locale.days[context][width] for locale in locales for context in ("format", "stand-alone") for width in ("wide", "abbreviated")
    ]
    return frozenset(str(name).lower().rstrip(".") for names in widths for name in names.values() if len(str(name)) > 1)


def _goes_on(rest: str) -> bool:
    """Whether a number follows a label, which then is that of the next time, or the word has not ended; scripts without spaces have no
    such ends."""
    return rest.lstrip(_EDGES)[:1].isdecimal() or (rest[:1].isalpha() and ord(rest[0]) <= 0x2E7F)


@cache
def _ending(kind: Label) -> dict[str, tuple[str, ...]]:
    """The labels of a kind by their last character, longest first."""
    found: dict[str, list[str]] = {}
    for word in words("labels", kind):
        found.setdefault(word[-1], []).append(word)
    return {last: tuple(group) for last, group in found.items()}


def apart(line: str, word: str) -> bool:
    """Whether a label that ends a line is no end of a longer word; scripts without spaces have no such ends."""
    before = line[: -len(word)][-1:]
    return not before.isalpha() or ord(before) > 0x2E7F or ord(word[0]) > 0x2E7F


def is_copyright(line: str) -> bool:
    """Whether a line says to whom the page belongs: its dates are never those of the article."""
    folded = line.casefold()
    return any(mark in folded for mark in words("copyright", "marks"))
