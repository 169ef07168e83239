"""The names of `actors` by key, one index a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from dragoman import actors, languages
from dragoman.link.names import base_key, key, parts
from dragoman.model.annotations import Mention

_RANK = {"name": 0, "abbreviation": 1, "alias": 2, "capital": 2, "metonym": 3, "surname": 4, "short": 5, "demonym": 6}
_FALLBACK = "en"


@cache
def index(language: str) -> Mapping[str, tuple[actors.Name, ...]]:
    """Key and base key (without spaces: the key without dots between the parts) to the names that share it, the plainest kind first."""
    found: dict[str, dict[actors.Name, None]] = {}
    spaced = languages.get(language).spaced
    for name in actors.names(language):
        for one in {key(name.text), base_key(name.text, language) if spaced else "".join(parts(name.text))}:
            found.setdefault(one, {})[name] = None
    return {one: tuple(sorted(names, key=lambda name: (_RANK[name.kind], name.entity))) for one, names in found.items()}


@cache
def people_by_surname(language: str) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Last part of a known full name to (person, parts of the name)."""
    found: dict[str, dict[tuple[str, tuple[str, ...]], None]] = {}
    for name in actors.names(language):
        split = parts(name.text)
        if name.type == "person" and name.kind in ("name", "alias") and len(split) > 1:
            found.setdefault(split[-1], {})[(name.entity, split)] = None
    return {surname: tuple(sorted(names)) for surname, names in found.items()}


@cache
def surnames(language: str) -> Mapping[str, frozenset[str]]:
    """Person to the keys of the bare surnames that may stand for them."""
    found: dict[str, set[str]] = {}
    for name in actors.names(language):
        if name.kind == "surname":
            found.setdefault(name.entity, set()).add(key(name.text))
    return {person: frozenset(texts) for person, texts in found.items()}


@lru_cache(maxsize=262144)
def entities(text: str, language: str) -> frozenset[str]:
    """Whoever bears exactly this name, bare surnames and other short forms left aside."""
    kinds = ("name", "abbreviation", "alias", "capital")
    return frozenset(name.entity for name in index(language).get(key(text), ()) if name.kind in kinds)


def lookup(text: str, normal: str | None, language: str) -> tuple[actors.Name, ...]:
    """Known names of a surface: by its letters, by its base form, and, where it stands in Latin letters, by the English tables.
    Abbreviations count only in capitals."""
    tables = [language] + ([_FALLBACK] if language != _FALLBACK and text.isascii() else [])
    for table in tables:
        names = index(table)
        for one in dict.fromkeys((key(text), key(normal or text), base_key(normal or text, table))):
            hits = tuple(name for name in names.get(one, ()) if name.kind != "abbreviation" or not text.islower())
            if hits:
                return hits
    return ()


def candidates(mention: Mention, language: str) -> tuple[actors.Name, ...]:
    """Known names that a mention may stand for: persons for persons, anything else for anything else; demonyms are no names."""
    names = lookup(mention.text, mention.normal, language)
    person = mention.type == "person"
    return tuple(name for name in names if name.kind != "demonym" and (name.type == "person") == person)
