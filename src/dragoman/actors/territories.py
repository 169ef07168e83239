"""Countries and dependencies of ISO 3166 with their names from CLDR, and what `country_names.toml` says beyond it."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global

from dragoman.actors.records import LANGUAGES, Actor, ActorKind, Name, NameKind, load, split

KINDS: tuple[NameKind, ...] = ("short", "abbreviation", "demonym")
VARIANTS = {"zh-Hant": ("zh-Hant", "zh-Hant-HK")}
"""Locales beyond the language's own whose names stand in the same texts: Taiwan and Hong Kong name countries differently."""


@cache
def locale(language: str) -> Locale | None:
    """CLDR's locale of a BCP 47 code, None where CLDR has none."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@cache
def script(language: str) -> str:
    """The usual script of a language (ISO 15924), from CLDR's likely subtags; "Latn" where unknown."""
    if "-" in language:
        found = [part for part in language.split("-") if len(part) == 4]
        if found:
            return found[0]
    likely = get_global("likely_subtags").get(language.split("-")[0])
    return str(likely).split("_")[1] if likely else "Latn"


@cache
def territory_name(code: str, language: str) -> str | None:
    """CLDR's name of a territory in a language."""
    cldr = locale(language)
    return cldr.territories.get(code) if cldr is not None else None


@cache
def countries() -> dict[str, Actor]:
    """Every ISO 3166 entry as an actor, sorted by code."""
    table = load("countries.toml")
    members, others = split(table["members"]), split(table["others"])
    found = {}
    for code in sorted((*members, *others)):
        kind: ActorKind = "country" if code in members else "territory"
        names = {language: _names(code, language) for language in LANGUAGES}
        parent = table["parents"].get(code, code)
        item = table["wikidata"].get(code)
        found[code] = Actor(id=code, type="place", kind=kind, names=names, party=code, country=parent, wikidata=item)
    return found


@cache
def extra(code: str, kind: str, language: str) -> tuple[str, ...]:
    """What the table says of a country beyond CLDR: variants of a kind ("name", "short", "abbreviation", "demonym", "genitive")."""
    return split(load("country_names.toml").get(kind, {}).get(language, {}).get(code, ""))


def _names(code: str, language: str) -> tuple[str, ...]:
    """Our own names first (they are the everyday ones), CLDR's after them."""
    cldr = (territory_name(code, one) for one in VARIANTS.get(language, (language,)))
    return tuple(dict.fromkeys((*extra(code, "name", language), *(name for name in cldr if name))))


def country_surfaces(language: str) -> list[Name]:
    """Every surface of a country in a language: names, short forms, abbreviations, demonyms, and the words for its side in talks
    and for its people where they are made by rule."""
    found = []
    side = load("countries.toml")["side"].get(language)
    people = load("countries.toml")["people"].get(language)
    for code, actor in countries().items():
        names = actor.names.get(language) or _names(code, language)
        found += [Name(text, code, "name", "place", language) for text in names]
        for kind in KINDS:
            found += [Name(text, code, kind, "place", language) for text in extra(code, kind, language)]
        if people:
            found += [Name(people.format(text), code, "demonym", "place", language) for text in names]
        if side:
            found += [Name(side.format(short), code, "metonym", "place", language) for short in extra(code, "short", language)]
    return found
