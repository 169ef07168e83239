"""What a single field of the tables must look like: dates, surfaces in their script, surname marks, Wikidata items. Each check yields
what is wrong as a sentence, nothing where the field is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.actors.records import LANGUAGES, SURNAME_MARK, split
from dragoman.text.scripts import script

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ITEM = re.compile(r"Q[1-9]\d*")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
"""ISO 8601, cut to a month or a year where no more is known."""
SCRIPTS = {
    "zh": {"Hani"},
    "zh-Hant": {"Hani"},
    "ru": {"Cyrl"},
    "uk": {"Cyrl"},
    "ar": {"Arab"},
    "ja": {"Hani", "Hira", "Kana"},
    "ko": {"Hang", "Hani"},
}
"""Scripts of a language's own; a surface in plain Latin letters (NATO, M23) may stand in any."""
_LATIN = {"Latn"}


def unknown_keys(entry: Mapping[str, Any], allowed: frozenset[str]) -> Iterator[str]:
    """Keys that no loader reads."""
    for key in entry:
        if key not in allowed:
            yield f"unknown key {key!r}; known are {', '.join(sorted(allowed - set(LANGUAGES)))} and the languages {', '.join(LANGUAGES)}"


def surfaces_of(entry: Mapping[str, Any], required: tuple[str, ...]) -> Iterator[str]:
    """The names of an entry: there, texts, parted by single bars, in the script of their language, surname marks in place."""
    for language in required:
        if not entry.get(language):
            yield f"no name in {language}"
    for language in LANGUAGES:
        if language in entry:
            yield from surface_list(entry[language], language)


def surface_list(value: Any, language: str) -> Iterator[str]:
    """One surface list of a language."""
    if not isinstance(value, str):
        yield f"{language} must be a text, variants parted by '|'"
        return
    if any(not part or part != part.strip() for part in value.split("|")):
        yield f"{language} = {value!r} has an empty variant or spaces around a bar"
    for text in split(value):
        if fault := script_fault(text, language):
            yield fault
        if fault := mark_fault(text):
            yield fault


def script_fault(text: str, language: str) -> str | None:
    """A surface whose letters are not those of its language, or one word in two alphabets."""
    found = {script(char) for char in text if char.isalpha()} - {"", "Zyyy"}
    own = SCRIPTS.get(language, _LATIN)
    if found and not found & own and found != _LATIN:
        return f"{language} {text!r} is not written in the script of its language"
    if not own & found and found == _LATIN and language not in ("en", "fr", "de", "es") and text.islower():
        return f"{language} {text!r} is not written in the script of its language"
    if own == _LATIN and found - _LATIN:
        return f"{language} {text!r} holds letters of another script"
    for word in re.findall(r"\w+", text):
        letters = {script(char) for char in word if char.isalpha()}
        if "Cyrl" in letters and "Latn" in letters:
            return f"{language} {text!r} mixes Latin and Cyrillic letters in one word"
    return None


def mark_fault(text: str) -> str | None:
    """The surname mark stands once, right before a name."""
    if text.count(SURNAME_MARK) > 1:
        return f"{text!r} has more than one surname mark {SURNAME_MARK!r}"
    at = text.find(SURNAME_MARK)
    if at >= 0 and not text[at + 1 : at + 2].isalpha():
        return f"{text!r}: the surname mark {SURNAME_MARK!r} stands right before the surname"
    return None


def item_fault(entry: Mapping[str, Any]) -> Iterator[str]:
    """A Wikidata item is Q and a number."""
    if "wikidata" in entry and not (isinstance(entry["wikidata"], str) and ITEM.fullmatch(entry["wikidata"])):
        yield f'wikidata = {entry["wikidata"]!r} is no item such as "Q159"; leave it out where not certain'


def slug_fault(entry: Mapping[str, Any]) -> Iterator[str]:
    """An id is written in small Latin letters, digits and hyphens."""
    if not SLUG.fullmatch(str(entry.get("id", ""))):
        yield f'id = {entry.get("id")!r} must be small Latin letters, digits and hyphens, such as "sergey-lavrov"'


def row_faults(row: Any) -> Iterator[str]:
    """A role: [office, since, until], dates cut to what is known and "" where unknown."""
    if not isinstance(row, list) or not 1 <= len(row) <= 3 or not all(isinstance(part, str) for part in row) or not row[0]:
        yield f"role {row!r} must be [office, since, until], the dates where known"
        return
    since, until = [*row[1:], "", ""][:2]
    for day in (since, until):
        if day and not DATE.fullmatch(day):
            yield f"role {row[0]!r}: {day!r} is no ISO date such as 2022-01-12, 2022-01 or 2022"
    size = min(len(since), len(until))
    if since and until and since[:size] > until[:size]:
        yield f"role {row[0]!r} ends ({until}) before it begins ({since})"
