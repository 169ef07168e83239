"""All surfaces of a language, from every table; and which office words name: titles of a party's offices met in the words of a role
("Russian foreign minister", 俄外长, глава МИД России).

titles.toml: `lesser` holds words that make another office of a title (deputy, 副, заместитель), `heads` the words that name an office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from opencc import OpenCC  # type: ignore[attr-defined]

from dragoman import languages
from dragoman.actors.people import INNER_DOT, offices, organs, people, surnames
from dragoman.actors.places import bodies, capitals, cities, regions
from dragoman.actors.records import Actor, Name, NameKind, Office, body_entries, entries, split
from dragoman.actors.territories import country_surfaces, script
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma

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


@lru_cache(maxsize=16384)
def plain(text: str, language: str) -> str:
    """The words of a role or title in their base forms, joined by spaces with one at either end; simplified characters where unspaced."""
    if not languages.get(language).spaced:
        return simplified(text).replace(" ", "")
    folded = text.casefold().replace("ё", "е").replace("u.s.", "us").replace("u.n.", "un")
    words = "".join(char if char.isalnum() or char in "-'’." else " " for char in folded).split()
    return " " + " ".join(lemma(word.strip(".'’"), language) for word in words if word.strip(".'’")) + " "


@cache
def _titles(party: str, language: str) -> tuple[tuple[str, Office], ...]:
    """The titles of a party's offices in base forms, longest first."""
    found = {
        (plain(title, language), one.id): one for one in offices().values() if one.party == party for title in one.titles.get(language, ())
    }
    return tuple((title, one) for (title, _), one in sorted(found.items(), key=lambda item: (-len(item[0][0]), item[0])))


@cache
def _words(language: str, kind: str) -> tuple[str, ...]:
    table = languages.table(language, "titles")
    return tuple(sorted({plain(word, language) for word in table.get(kind, ())}, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=16384)
def office_named(role: str, party: str, language: str) -> Office | None:
    """The office of a party that a role names: the longest title in it, where nothing beside the title makes another office of it; None
    where two offices share the title."""
    words = plain(role, language)
    fitting = [(title, one) for title, one in _titles(party, language) if title in words]
    if not fitting:
        return None
    title = fitting[0][0]
    same = [one for other, one in fitting if other == title]
    before, _, behind = words.partition(title)
    spaced = languages.get(language).spaced
    rest = f" {before} {behind} " if spaced else before
    if any(word in rest for word in (*_words(language, "lesser"), *(_words(language, "heads") if spaced else ()))):
        return None
    return same[0] if len(same) == 1 and (spaced or not behind) else None
