"""Checks across party files: two people with one full name, and an office that two people held at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dragoman.actors.records import LANGUAGES, SURNAME_MARK, split

Row = tuple[str, str, str]
"""File, entry, what is wrong."""


def doubles(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    """People of different ids who bear one full name in a language."""
    bearer: dict[tuple[str, str], str] = {}
    for file, table in tables.items():
        for entry in table.get("person", ()):
            for language in LANGUAGES:
                for text in split(str(entry.get(language, ""))):
                    name = text.replace(SURNAME_MARK, "")
                    whole = " " in name or "·" in name or "・" in name
                    other = bearer.setdefault((language, name), entry.get("id", "")) if whole else entry.get("id", "")
                    if other != entry.get("id", ""):
                        yield file, f"person {entry.get('id')}", f"{language} {name!r} is the full name of {other!r} as well"


def overlaps(tables: Mapping[str, Mapping[str, Any]], single: Callable[[str, str, Mapping[str, Any]], bool]) -> Iterator[Row]:
    """Terms of a single-holder office that run into each other by more than the day of handover; terms cut to a month or a year are
    compared as far as both are known."""
    held: dict[tuple[str, str], list[tuple[str, str, str, str]]] = {}
    for file, table in tables.items():
        for entry in table.get("person", ()):
            for row in entry.get("roles", ()):
                dated = isinstance(row, list) and len(row) > 1 and all(isinstance(one, str) for one in row)
                if dated and single(table["party"], row[0], table):
                    since, until = [*row[1:], ""][:2]
                    held.setdefault((table["party"], row[0]), []).append((since, until, entry.get("id", ""), file))
    for (_, office), rows in sorted(held.items()):
        rows.sort()
        for at, (since, until, who, _) in enumerate(rows):
            for later, _, other, file in rows[at + 1 :]:
                if who != other and since and later and not _ends_by(until, later):
                    yield file, f"person {other}", f"{office!r} from {later}, while {who!r} holds it until {until or 'today'}"


def _ends_by(until: str, later: str) -> bool:
    size = min(len(until), len(later))
    return bool(until) and until[:size] <= later[:size]
