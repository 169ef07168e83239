"""Datelines: place, day and agency before the first words of a dispatch.

One grammar serves every script with capitals: [PLACE[, region]][, day] [(agency) or /agency/] [dash]. It holds only where the place looks
like one: in capitals, or with a day of the calendar, or with an agency that is known or stands between strokes. Languages without
capitals give whole patterns in `[dateline]` of their `furniture.toml`; all give the forms of their `day`s and the names of `[agencies]`."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from dragoman import actors, languages
from dragoman.extract.when import calendar
from dragoman.extract.who import grammar

# No dateline goes on longer than this (code points).
LONGEST = 140
# A single word in capitals up to this long may be an abbreviation of anything: it must be the name of a place.
ABBREVIATION = 5
# Words up to this long may stand small inside the name of a place ("Rio de Janeiro").
JOINT = 3

# A hyphen is a dash only between spaces or behind a bracket: inside a word it never is.
_DASH = r"(?P<dash>\s?[—–]{1,2}\s?|\s?--\s?|\s-\s)"
_BEHIND = r"(?P<dash>\s?[.:]?\s?[-—–]{1,2}\s?|\.\s|:\s)"
_WORD = r"[^\W\d_](?:[^\W\d_]|[.’'ʼ-](?=[^\W\d_])|\.(?=[ ,]))*"
_PLACE = rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,4}}?)(?P<region>,\s{_WORD}(?:\s{_WORD})?\.?)?"
_NAME = rf"{_WORD}\s{_WORD}"


class Dateline(Struct, frozen=True):
    """What stands before `end`: place (with its region), agency, reporters as one string, each None where it is not given."""

    end: int
    place: str | None = None
    outlet: str | None = None
    names: str | None = None


def read(line: str) -> Dateline | None:
    """The dateline at the beginning of a paragraph, None where it begins like any other."""
    best: Dateline | None = None
    head = line[:LONGEST]
    for pattern in grammar.matches("dateline", "patterns", head):
        hit = pattern.match(head)
        if hit is not None and hit.end() < len(line) and (best is None or hit.end() > best.end):
            best = _of(hit)
    return best or _spelled(head, line)


def _of(hit: re.Match[str]) -> Dateline:
    group = hit.groupdict()
    place = f"{group.get('place') or ''}{group.get('region') or ''}"
    return Dateline(hit.end(), place or None, group.get("outlet"), group.get("names"))


def _spelled(head: str, line: str) -> Dateline | None:
    """By the grammar of scripts with capitals."""
    for pattern in _grammar():
        hit = pattern.match(head)
        if hit is not None and hit.end() < len(line) and _holds(hit, line[hit.end() :].lstrip()):
            return _of(hit)
    return None


def _holds(hit: re.Match[str], rest: str) -> bool:
    """Whether the place looks like one, and the text starts a sentence behind it."""
    group = hit.groupdict()
    place, day, agency = (group.get(name) or "" for name in ("place", "day", "outlet"))
    if not rest or rest[0].islower() or (day and not _in_calendar(day)):
        return False
    if grammar.is_agency(place) or (not place.isupper() and _known().get(place.casefold()) == "organisation"):
        return False
    known = (bool(agency) and grammar.is_agency(agency)) or "/" in hit.group()[len(place) :]
    if not place:
        return known and not agency.islower()
    if place.isupper() and sum(char.isalpha() for char in place) > 2:
        return bool(day or known) or _names_a_place(place, bool(group.get("region")))
    dashed = bool((group.get("dash") or "").strip())
    return _capitalised(place) and dashed and (known or (bool(day) and not agency and not (group.get("dash") or "").startswith(".")))


def _capitalised(place: str) -> bool:
    words = re.split(r"[ /]", place)
    return words[0][:1].isupper() and words[-1][:1].isupper() and all(word[:1].isupper() or len(word) <= JOINT for word in words)


def _names_a_place(capitals: str, region: bool) -> bool:
    """Whether capitals before a dash name a place rather than a body or a theme."""
    kinds = {_known().get(part) for part in (capitals.casefold(), *re.split("[’']", capitals.casefold()))}
    return "organisation" not in kinds and ("place" in kinds or region or " " in capitals or len(capitals) > ABBREVIATION)


@cache
def _known() -> dict[str, str]:
    """Surfaces of organisations, and of places but for their abbreviations, casefolded; a surface of both is a place."""
    surfaces = {
        (name.casefold(), actor.type)
        for actor in actors.all_actors()
        for names in actor.names.values()
        for name in names
        if actor.type == "organisation" or (actor.type == "place" and not name.isupper())
    }
    return dict(sorted(surfaces, key=lambda pair: (pair[1] == "place", pair)))


def is_place(words: str) -> bool:
    """Whether words are the name of a place that we know."""
    return _known().get(words.casefold()) == "place"


@cache
def _months() -> frozenset[str]:
    return frozenset(name for code in languages.codes() for name in calendar.months(code))


def _in_calendar(day: str) -> bool:
    """Whether a word of it is the name of a month; days of East Asia mark theirs."""
    return any(word.casefold() in _months() for word in re.findall(r"[^\W\d_]{3,}", day))


@cache
def _grammar() -> tuple[re.Pattern[str], ...]:
    """From the most telling form to the barest."""
    tables = languages.tables("furniture").values()
    day = rf"(?P<day>{'|'.join(form for table in tables for form in table.get('dateline', {}).get('day', ()))})"
    before = "|".join(form for table in tables for form in table.get("dateline", {}).get("reporter", ()))
    known = "|".join(re.escape(name) for name in grammar.longest_first("agencies", "names"))
    reporter = rf"(?:,\s(?:(?:{before})\s)?|\.\s(?:{before})\s)(?P<names>{_NAME})\.\s"
    start = rf"(?:{_PLACE}[,.]?\s?)?(?:{day}[.,]?\s?)?"
    forms = (
        rf"{start}\((?P<outlet>[^()\d]{{2,30}})\)(?:{_BEHIND}|\s)",
        rf"{start}/\s?(?:(?i:{before})\s)?(?P<outlet>[^/\d]{{2,30}}?)\s?/\s?(?:{_BEHIND})?",
        rf"{_PLACE}[,.]?\s{day}[.,]?(?:\s?[—–]\s?|\s-{{1,2}}\s|\s)(?i:(?P<outlet>{known}))(?:{reporter}|\.\s|{_DASH})",
        rf"{_PLACE}\.\s(?:{day}\.?\s)?(?i:(?P<outlet>{known}))(?:\.\s|{_DASH})",
        rf"{_PLACE}[,.]?\s{day}[.,]?{_DASH}",
        rf"{_PLACE}[,.]?\s{day}(?:(?<=\.)\s|\.\s|:\s)",
        rf"{_PLACE}{_DASH}",
    )
    return tuple(re.compile(form) for form in forms)
