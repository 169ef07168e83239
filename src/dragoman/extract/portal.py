"""The line that portals put under a headline: date, outlet with section, link to the original page."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from dragoman import languages
from dragoman.extract import dates
from dragoman.model.article import Precision
from dragoman.text.lines import bare, squeeze

_FIELDS = re.compile(r"\s{2,}|\t|\s*[|｜丨]\s*|\u3000+")
LONGEST = 160


class Portal(Struct, frozen=True):
    """What the line says; `date` is ISO 8601 cut to `precision`."""

    line: str
    date: str
    precision: Precision
    outlet: str | None = None
    section: str | None = None


@cache
def _originals() -> frozenset[str]:
    tables = languages.tables("furniture").values()
    return frozenset(bare(label) for table in tables for label in table.get("original", {}).get("labels", ()))


def portal_line(line: str) -> Portal | None:
    """Reads `2022-01-12 00:00:00.0     Outlet-Section     original page`; None for any other line. Fields stand apart by at least two
    spaces; the first must be a full date and nothing else, and at most two may follow besides the link."""
    if len(line) > LONGEST:
        return None
    fields = [squeeze(part) for part in _FIELDS.split(line.strip()) if part and part.strip()]
    if not fields:
        return None
    found = dates.find(fields[0], languages.NEUTRAL)
    if not found or found[0].start > 0 or len(fields[0]) - found[0].end > 2:
        return None
    names = [part for part in fields[1:] if bare(part) not in _originals()]
    if not 1 <= len(names) <= 2 and len(fields) == 1:
        return None
    outlet, section = _outlet(names)
    return Portal(line, found[0].value, found[0].precision, outlet, section)


def _outlet(names: list[str]) -> tuple[str | None, str | None]:
    """Outlet and section: two fields, or one joined by a hyphen."""
    if not names or len(names) > 2 or any(len(name) > 40 or ":" in name or "：" in name for name in names):
        return None, None
    if len(names) == 2:
        return names[0], names[1]
    outlet, mark, section = names[0].rpartition("-")
    return (squeeze(outlet), squeeze(section) or None) if mark and outlet else (names[0], None)
