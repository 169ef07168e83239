"""Countries and dependencies of ISO 3166 with their names from CLDR, and the extras of `countries.toml`."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from dragoman.actors.records import LANGUAGES, Actor, Name, NameKind, load, split

KINDS: tuple[NameKind, ...] = ("name", "short", "abbreviation", "demonym", "metonym")


@cache
def locale(language: str) -> Locale | None:
    """CLDR's locale of a BCP 47 code, None where CLDR has none."""
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, LookupError):
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
        kind = "country" if code in members else "territory"
        names = {language: _names(code, language) for language in LANGUAGES}
        found[code] = Actor(id=code, type="place", kind=kind, names=names, party=code, country=table["parents"].get(code, code))
    return found


def _names(code: str, language: str) -> tuple[str, ...]:
    """Our own names first (they are the everyday ones), CLDR's after them."""
    own = split(load("countries.toml")["extras"].get(code, {}).get("name", {}).get(language, ""))
    cldr = territory_name(code, language)
    return tuple(dict.fromkeys((*own, *((cldr,) if cldr else ()))))


def country_surfaces(language: str) -> list[Name]:
    """Every surface of a country in a language: names, short forms, abbreviations, demonyms, metonyms."""
    found = []
    extras = load("countries.toml")["extras"]
    side = load("countries.toml")["side"].get(language)
    for code, actor in countries().items():
        own = extras.get(code, {})
        names = actor.names.get(language) or tuple(name for name in (territory_name(code, language),) if name)
        found += [Name(text, code, "name", "place", language) for text in names]
        for kind in KINDS[1:]:
            found += [Name(text, code, kind, "place", language) for text in split(own.get(kind, {}).get(language, ""))]
        if side:
            found += [
                Name(side.format(short), code, "metonym", "place", language) for short in split(own.get("short", {}).get(language, ""))
            ]
    return found
