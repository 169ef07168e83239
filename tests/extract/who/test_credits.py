"""The lines of `credits.toml`, read on a page as the pipeline reads them."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dragoman.extract.lines import assemble
from dragoman.extract.lines.assemble import Draft
from dragoman.extract.lines.furniture import Line, label_body
from dragoman.extract.who import origins

DATA = tomllib.loads((Path(__file__).parent / "credits.toml").read_text("utf-8"))
ROLES = ("authors", "contributors", "editors", "translators", "photographers")


def page(row: dict[str, Any]) -> list[str]:
    """The line where it stands, among two paragraphs of its language."""
    first, second = DATA["prose"][row["language"]]
    text = row["text"]
    if row["where"] == "head":
        return [text, first, second, first]
    if row["where"] == "lead":
        return [text + first, second, first]
    if row["where"] == "end":
        return [first, second, first + ("" if row["language"] in ("zh", "ja") else " ") + text]
    return [first, second, first, text]


def understood(row: dict[str, Any]) -> tuple[dict[str, Any], Draft]:
    lines = [Line(text) for text in page(row)]
    draft = Draft()
    assemble.body(draft, lines, label_body(lines))
    origin = origins.find(draft.removed_lines(), (), draft.text)
    found: dict[str, Any] = {"outlet": origin.outlet if origin else None, "agency": origin.agency if origin else None}
    found["dateline"] = draft.dateline
    found["notices"] = sorted({notice.kind for notice in draft.notices})
    found |= {role: [person.name for person in draft.people if f"{person.role}s" == role] for role in ROLES}
    found["places"] = {person.name: person.place for person in draft.people if person.place}
    return found, draft


def wanted(row: dict[str, Any]) -> dict[str, Any]:
    want: dict[str, Any] = {key: row.get(key) for key in ("outlet", "agency", "dateline")}
    want["notices"] = sorted(row.get("notices", []))
    want |= {role: row.get(role, []) for role in ROLES}
    want["places"] = row.get("places", {})
    return want


@pytest.mark.parametrize("row", DATA["line"], ids=[f"{row['language']}-{row['text'][:24]}" for row in DATA["line"]])
def test_a_line_says_who_and_where_from_and_leaves_the_text(row: dict[str, Any]) -> None:
    found, draft = understood(row)
    assert found == wanted(row)
    first, second = DATA["prose"][row["language"]]
    assert draft.paragraphs == [first, second, first]


def test_there_are_lines_enough_in_languages_enough() -> None:
    count = Counter(row["language"] for row in DATA["line"])
    assert count.total() >= 100
    assert len(count) >= 15
    assert set(count) == set(DATA["prose"])
    assert min(count.values()) >= 6


@pytest.mark.parametrize("language", sorted(DATA["prose"]))
def test_prose_names_nobody_and_nothing(language: str) -> None:
    draft = Draft()
    lines = [Line(text) for text in DATA["prose"][language]]
    assemble.body(draft, lines, label_body(lines))
    assert draft.removed == []
    assert draft.people == []
    assert origins.find(draft.removed_lines(), (), draft.text) is None
