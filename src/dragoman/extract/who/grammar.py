"""The grammar of credits as the languages give it: patterns, words and labels of `languages/*/furniture.toml`, compiled once.

Patterns may name parts in braces: `{surname}` stands for what `[parts]` of the same table, or of the neutral language, says it is. Parts
may name other parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.text.lines import letters
from dragoman.text.sieve import Sieve, fold

_PART = re.compile(r"\{([a-z_]+)\}")
# Letters by ISO 15924 script: what a language writes need not be looked for on lines without any.
_SCRIPTS = {
    "Latn": re.compile("[a-zA-Z]"),
    "Cyrl": re.compile("[\u0400-\u04ff]"),
    "Arab": re.compile("[\u0600-\u06ff]"),
    "Hans": re.compile("[\u4e00-\u9fff]"),
    "Jpan": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "Kore": re.compile("[\uac00-\ud7af]"),
}
# Parts within parts: no deeper than this.
_DEEP = 6


class Form(Struct, frozen=True):
    """A pattern of one language and the letters without which it cannot hold."""

    pattern: re.Pattern[str]
    script: re.Pattern[str] | None

    def fits(self, line: str) -> bool:
        """Whether the line has a letter of the language's script."""
        return self.script is None or self.script.search(line) is not None


@cache
def forms(section: str, key: str = "patterns", flags: int = 0) -> tuple[Form, ...]:
    """`[section] key` of every language, parts filled in."""
    return tuple(
        Form(re.compile(filled(pattern, table), flags), script_of(code))
        for code, table in tables().items()
        for pattern in table.get(section, {}).get(key, ())
    )


def matches(section: str, key: str, line: str, flags: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns of a section that may hold for a line: their language's script and words stand in it."""
    return (form.pattern for _, form in _sieve(section, key, flags).sift(fold(line)) if form.fits(line))


@cache
def _sieve(section: str, key: str, flags: int) -> Sieve[Form]:
    return Sieve((form.pattern, form) for form in forms(section, key, flags))


def filled(pattern: str, table: Mapping[str, Any]) -> str:
    """A pattern with its parts put in. Raises `KeyError` where a part is named that no table has: a mistake in a table."""
    parts = {**languages.table(languages.NEUTRAL, "furniture").get("parts", {}), **table.get("parts", {})}
    for _ in range(_DEEP):
        pattern, count = _PART.subn(lambda hit: f"(?:{parts[hit[1]]})" if parts[hit[1]][:1] != "[" else parts[hit[1]], pattern)
        if not count:
            break
    return pattern


def tables() -> Mapping[str, Mapping[str, Any]]:
    """The furniture of every language by its code."""
    return languages.tables("furniture")


def script_of(code: str) -> re.Pattern[str] | None:
    """The letters of a language, None where it has no script of its own."""
    return None if code == languages.NEUTRAL else _SCRIPTS.get(languages.get(code).script)


@cache
def words(section: str, key: str) -> frozenset[str]:
    """`[section] key` of every language, casefolded."""
    return frozenset(word.casefold() for table in tables().values() for word in table.get(section, {}).get(key, ()))


@cache
def longest_first(section: str, key: str) -> tuple[str, ...]:
    """The words of a section, longer ones before those that they may contain."""
    return tuple(sorted(words(section, key), key=lambda word: (-len(word), word)))


@cache
def labels(section: str) -> dict[str, str]:
    """Label -> role of `[section]`, whose keys are roles. A label of two languages means what it means in the first of them, by code."""
    found: dict[str, str] = {}
    for table in tables().values():
        for role, names in table.get(section, {}).items():
            for name in names:
                found.setdefault(name.casefold(), role)
    return found


@cache
def agencies() -> frozenset[str]:
    """Names of news agencies, casefolded."""
    return words("agencies", "names")


@cache
def _agency_letters() -> frozenset[str]:
    return frozenset(letters(name) for name in agencies())


@cache
def _agency_starts() -> tuple[str, ...]:
    return tuple(sorted(_agency_letters()))


@lru_cache(maxsize=4096)
def is_agency(name: str) -> bool:
    """Whether every part of "dpa/AFP" or "EFE y Europa Press" is an agency that we know."""
    key = letters(name)
    if key in _agency_letters():
        return True
    if not key.startswith(_agency_starts()) and not key.endswith(_agency_starts()):
        return _formed(name)
    parts = [part for part in _between().split(name) if part and part.strip()]
    if len(parts) > 1 and all(letters(part) in _agency_letters() for part in parts):
        return True
    return _formed(name)


def _formed(name: str) -> bool:
    """Whether a name is made as names of agencies are: "Agência Norte"."""
    return any(pattern.fullmatch(name) for pattern in matches("agencies", "forms", name, re.IGNORECASE))


_SIGNS = re.compile(r"[^\W\d_]{2,4}")


def signed_agency(words: str) -> str | None:
    """The agency of "dpa/ab", which stands before the signs of those who edited its report; None where it is none."""
    name, *signs = [part.strip() for part in words.split("/")]
    return name if signs and is_agency(name) and all(sign.islower() and _SIGNS.fullmatch(sign) for sign in signs) else None


@cache
def _between() -> re.Pattern[str]:
    return re.compile("|".join(sorted(f"(?:{part})" for part in words("names", "separators") if part != r"[　\s]+")), re.IGNORECASE)
