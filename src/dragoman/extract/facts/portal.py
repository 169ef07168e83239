"""The line that portals put under a headline: date, outlet with section, link to the original page, in any order and in many languages:
`2022-01-12 00:00:00.0     Gazette-World     original page`, `Source: Gazette - World · 12 Jan 2022 · Original`, `来源：示例报 | 国际`."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from dragoman import languages
from dragoman.extract.when import dates
from dragoman.model.article import Precision
from dragoman.text.lines import bare, ends_sentence, squeeze, weight

# Marks that part fields for certain, and those that part an outlet from its section.
_FIELDS = re.compile(r"\s{2,}|\t|\s*[|｜丨·•∙‧]\s*|\u3000+|\s+/\s+|\s+[-–—]\s+(?=\d)")
_DASH = re.compile(r"\s+[-–—/>›»]\s+|(?<=[^\W\d_])[-–—](?=[^\W\d_])")
LONGEST = 160
# A name of an outlet or section has at most so many code points and words.
NAME = 40
WORDS = 6


class Portal(Struct, frozen=True):
    """What the line says; `date` is ISO 8601 cut to `precision`, empty where the line gives none; it is `sure` where
    a label or the link to the original tells that an outlet is meant: dates of blogs stand beside authors and topics too."""

    line: str
    date: str
    precision: Precision
    outlet: str | None = None
    section: str | None = None
    sure: bool = False


@cache
def _originals() -> frozenset[str]:
    tables = languages.tables("furniture").values()
    return frozenset(bare(label) for table in tables for label in table.get("original", {}).get("labels", ()))


@cache
def _tail() -> re.Pattern[str]:
    """A label of the link to the original at the end of a line."""
    labels = sorted(_originals(), key=lambda label: (-len(label), label))
    return re.compile(
        rf"(?:^|(?<=\W)|(?<=[\u3040-\u9fff]))[\[(（【]?(?:{'|'.join(map(re.escape, labels))})[\])）】]?\s*[»›>→]*\s*$", re.IGNORECASE
    )


@cache
def _label() -> re.Pattern[str]:
    """A label before the outlet."""
    labels = {label for table in languages.tables("portal").values() for label in table.get("labels", ())}
    return re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(labels, key=lambda one: (-len(one), one))))})\s*[:：]\s*", re.IGNORECASE)


def portal_line(line: str, dateless: bool = False) -> Portal | None:
    """None for any other line. A line whose fields stand apart by marks or at least two spaces needs a full date in one of them and an
    outlet in another; one with single spaces needs the label of the link to the original too. A `dateless` line needs a label before the
    outlet, and a section or the link behind it."""
    if len(line) > LONGEST or not any(char.isalnum() for char in line):
        return None
    whole = line.strip()
    tail = _tail().search(whole)
    fields = [squeeze(part) for part in _FIELDS.split(whole[: tail.start()] if tail else whole) if part and part.strip(" \t-–—|·")]
    found, names = _dated(fields, tail is not None)
    if found is None and not dateless:
        return None
    names = [squeeze(name) for name in names]
    told = bool(names) and _label().match(names[0]) is not None
    names = [_label().sub("", name) for name in names]
    outlet, section = _outlet([name for name in names if bare(name) not in _originals()])
    if found is None:
        return Portal(line, "", "unknown", outlet, section, True) if told and outlet and (section or tail) else None
    if len(names) > 2 or (not names and tail is None):
        return None
    if told and section is None and tail is None:
        return Portal(line, found.value, found.precision)
    return Portal(line, found.value, found.precision, outlet, section, told or tail is not None)


def _dated(fields: list[str], linked: bool) -> tuple[dates.Found | None, list[str]]:
    """The date of a line and its other fields: one field that is a date and nothing else, or, where the link to the original proves the
    line, the one date in its only field."""
    whole = [(place, hit) for place, field in enumerate(fields) for hit in _whole(field)]
    if len(whole) == 1:
        place, hit = whole[0]
        return hit, [field for number, field in enumerate(fields) if number != place]
    if linked and len(fields) <= 2 and not whole:
        for place, field in enumerate(fields):
            hits = dates.find(field, languages.NEUTRAL)
            if len(hits) == 1 and (hits[0].start == 0 or hits[0].end == len(field)):
                rest = (field[: hits[0].start] + field[hits[0].end :]).strip(" -–—|·,，")
                return hits[0], [*fields[:place], *([rest] if rest else []), *fields[place + 1 :]]
    return None, fields


def _whole(field: str) -> list[dates.Found]:
    """The date that a field is, with a mark or a label's two characters to spare."""
    hits = dates.find(field, languages.NEUTRAL)
    return hits if len(hits) == 1 and hits[0].start <= 1 and len(field) - hits[0].end <= 2 else []


def _outlet(names: list[str]) -> tuple[str | None, str | None]:
    """Outlet and section: two fields, or one joined by a dash."""
    if not names or len(names) > 2 or not all(_is_name(name) for name in names):
        return None, None
    if len(names) == 2:
        return names[0], names[1]
    cuts = list(_DASH.finditer(names[0]))
    if cuts and _is_name(names[0][: cuts[-1].start()]):
        return squeeze(names[0][: cuts[-1].start()]), squeeze(names[0][cuts[-1].end() :]) or None
    return names[0], None


def _is_name(name: str) -> bool:
    return 0 < len(name) <= NAME and weight(name) <= WORDS and ":" not in name and "：" not in name and not ends_sentence(name)
