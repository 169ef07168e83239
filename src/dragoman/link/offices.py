"""What kind of office or calling a role is, so that roles can be compared across languages: 市长, mayor and мэр are one kind.

roles.toml: `kinds` map a kind to the words for it, `areas` a field to the words that name it in a role ("health", 卫生), `deputy` holds
words that make a deputy of any office; the neutral table's `loose` names kinds that say too little to tell people apart ("head",
"official"). The titles of the offices in `actors` count too, each as a kind of its own. Words are compared folded and, where words are
spaced, in their base form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dragoman import actors, languages
from dragoman.link.names import base_key, key

AREA = "in "
DEPUTY = "deputy "
_LONGEST = 4
"""Words of a title, at most."""


@lru_cache(maxsize=65536)
def kinds(role: str, language: str) -> frozenset[str]:
    """The kinds of office that a role names ("mayor", "deputy minister") and the fields that it is in ("in health")."""
    found = _found(role, language, _titles(language))
    if _found(role, language, _deputies(language)):
        found = {kind if kind.startswith(DEPUTY.strip()) else DEPUTY + kind for kind in found}
    return frozenset(found | {AREA + area for area in _found(role, language, _areas(language))})


def agree(one: Iterable[str], other: Iterable[str]) -> tuple[bool, bool, tuple[str, ...]]:
    """(whether two sets of kinds share an office or a field that says something, whether they contradict each other, what they share)."""
    mine, theirs = set(one), set(other)
    shared = mine & theirs
    offices, fields = (_plain(mine), _plain(theirs)), (_areas_of(mine), _areas_of(theirs))
    telling = bool(_plain(shared)) or bool(_areas_of(shared))
    clash = not telling and ((all(offices) and not _plain(shared)) or (all(fields) and not _areas_of(shared)))
    return telling, clash, tuple(sorted(shared))


def _plain(found: Iterable[str]) -> set[str]:
    loose = _loose()
    return {kind for kind in found if not kind.startswith(AREA) and kind.removeprefix(DEPUTY) not in loose}


def _areas_of(found: Iterable[str]) -> set[str]:
    return {kind for kind in found if kind.startswith(AREA)}


@cache
def _loose() -> frozenset[str]:
    return frozenset(languages.table(languages.NEUTRAL, "roles").get("loose", ()))


@cache
def _titles(language: str) -> Mapping[str, frozenset[str]]:
    rows = [(word, kind) for kind, words in languages.table(language, "roles").get("kinds", {}).items() for word in words]
    for office in actors.offices():
        kind = office.id.partition(":")[2].removeprefix(f"{office.party.lower()}-")
        rows += [(title, kind) for title in office.titles.get(language, ())]
    return _keyed(rows, language)


@cache
def _areas(language: str) -> Mapping[str, frozenset[str]]:
    return _keyed([(word, area) for area, words in languages.table(language, "roles").get("areas", {}).items() for word in words], language)


@cache
def _deputies(language: str) -> Mapping[str, frozenset[str]]:
    return _keyed([(word, "deputy") for word in languages.table(language, "roles").get("deputy", ())], language)


def _keyed(rows: Iterable[tuple[str, str]], language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    spaced = languages.get(language).spaced
    for word, kind in rows:
        for one in {key(word), base_key(word, language) if spaced else key(word)}:
            found.setdefault(one, set()).add(kind)
    return {word: frozenset(names) for word, names in found.items()}


def _found(role: str, language: str, table: Mapping[str, frozenset[str]]) -> set[str]:
    """What the words of a role are in a table, the longest words first; words within longer ones do not count."""
    if not table:
        return set()
    return _in_words(role, language, table) if languages.get(language).spaced else _in_run(key(role), table)


def _in_run(text: str, table: Mapping[str, frozenset[str]]) -> set[str]:
    longest = max(map(len, table))
    found: set[str] = set()
    at = 0
    while at < len(text):
        size = next((size for size in range(min(longest, len(text) - at), 0, -1) if text[at : at + size] in table), 0)
        if size:
            found |= table[text[at : at + size]]
        at += size or 1
    return found


def _in_words(role: str, language: str, table: Mapping[str, frozenset[str]]) -> set[str]:
    plain = [word.strip(".,;:()'") for word in key(role).replace("’", "'").replace("'s", "").split(" ")]
    bases = [base_key(word, language) for word in plain]
    found: set[str] = set()
    at = 0
    while at < len(plain):
        size = 1
        for length in range(min(_LONGEST, len(plain) - at), 0, -1):
            hit = table.get(" ".join(plain[at : at + length])) or table.get(" ".join(bases[at : at + length]))
            if hit:
                found |= hit
                size = length
                break
        at += size
    return found
