"""All surfaces of a language, from every table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from opencc import OpenCC  # type: ignore[attr-defined]

from dragoman.actors.people import INNER_DOT, organs, people, surnames
from dragoman.actors.places import bodies, capitals, cities, regions
from dragoman.actors.records import Actor, Name, NameKind, body_entries, entries, split
from dragoman.actors.territories import country_surfaces, script

TRADITIONAL = "zh-Hant"


@cache
def surfaces_of(language: str) -> tuple[Name, ...]:
    """See `dragoman.actors.names`."""
    own = _own(language.split("-")[0])
    found = [Name(name.text, name.entity, name.kind, name.type, language) for name in own]
    return tuple(sorted(dict.fromkeys(found), key=lambda name: (name.text, name.entity, name.kind)))


@cache
def _own(language: str) -> tuple[Name, ...]:
    found = [*country_surfaces(language), *_abbreviations(language), *_metonyms(language), *_surnames(language)]
    for actor in _others():
        found += _actor_surfaces(actor, language)
    if script(language) == "Hans":
        found += _converted(found)
        found += [*country_surfaces(TRADITIONAL), *_metonyms(TRADITIONAL), *_surnames(TRADITIONAL)]
        for actor in _others():
            found += _actor_surfaces(actor, TRADITIONAL)
    return tuple(found)


def _others() -> tuple[Actor, ...]:
    """Everybody but the countries."""
    return tuple(actor for group in (bodies(), organs(), people(), cities(), regions()) for actor in group.values())


def _actor_surfaces(actor: Actor, language: str) -> list[Name]:
    """A person, body, organ or city in one language; in Latin script the English form stands in where we have no own one."""
    texts = actor.names.get(language, ())
    if not texts and script(language) == "Latn" and (actor.type == "person" or actor.kind == "city"):
        texts = actor.names.get("en", ())
    seats = set(capitals().values())
    dotted = INNER_DOT in actor.names.get("zh", ("",))[0] and script(language).startswith("Han")
    found = []
    for place, text in enumerate(texts):
        bare = actor.type == "person" and dotted and INNER_DOT not in text
        found.append(Name(text, actor.id, "surname" if bare else _kind(text, place, actor.id in seats), actor.type, language))
    return found


def _kind(text: str, place: int, is_capital: bool) -> NameKind:
    if is_capital:
        return "capital"
    if _is_abbreviation(text):
        return "abbreviation"
    return "name" if place == 0 else "alias"


def _is_abbreviation(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 8 and " " not in text and letters.isupper()


def _abbreviations(language: str) -> Iterator[Name]:
    """Latin-script abbreviations of bodies and countries, which stand in texts of any language."""
    if language == "en":
        return
    for actor in bodies().values():
        for text in actor.names.get("en", ()):
            if _is_abbreviation(text):
                yield Name(text, actor.id, "abbreviation", actor.type, language)
    for name in country_surfaces("en"):
        if name.kind == "abbreviation" and "." not in name.text and script(language) != "Latn":
            yield Name(name.text, name.entity, name.kind, name.type, language)


def _metonyms(language: str) -> Iterator[Name]:
    """Buildings, streets and towns that stand for an organ or a country."""
    for party, entry in entries("metonym"):
        for text in split(entry.get(language, "")):
            of = entry.get("of")
            yield Name(text, "org:" + of if of else party, "metonym", "organisation" if of else "place", language)
    for identity, entry in body_entries().items():
        for text in split(entry.get("metonym", {}).get(language, "")):
            yield Name(text, identity, "metonym", "organisation", language)


def _surnames(language: str) -> Iterator[Name]:
    for person, code, surname in surnames():
        own = people()[person].names
        if code == language or (code == "en" and language not in own and script(language) == "Latn"):
            yield Name(surname, person, "surname", "person", language)


def _converted(found: list[Name]) -> Iterator[Name]:
    """The same surfaces in traditional characters."""
    convert: Callable[[str], str] = OpenCC("s2t").convert  # type: ignore[no-untyped-call]
    for name in list(found):
        text = convert(name.text)
        if text != name.text:
            yield Name(text, name.entity, name.kind, name.type, name.language)
