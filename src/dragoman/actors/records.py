"""Records of who is who, and how the tables beside this module are read into them.

Tables are TOML. A surface list is one string, variants parted by "|", the display name first. Entries name languages by BCP 47 code.
In a person's name "~" stands before the surname where it is not simply the last word ("Ursula ~von der Leyen", "~Xi Jinping").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from msgspec import Struct

from dragoman.model.story import Role

ActorType = Literal["person", "organisation", "place"]
ActorKind = Literal["country", "territory", "body", "organ", "person", "city", "region", "building", "group"]
NameKind = Literal["name", "short", "alias", "abbreviation", "demonym", "metonym", "capital", "surname"]

SURNAME_MARK = "~"
LANGUAGES = ("zh", "zh-Hant", "en", "ru", "uk", "fr", "de", "es", "ar", "ja", "ko")


class Actor(Struct, frozen=True):
    """Somebody or something that acts or is acted upon. `names` maps a language to surfaces, the display name first. A "country" is a
    member or observer state of the United Nations, a "territory" any other ISO 3166 entry. `party` is the country (ISO 3166 alpha-2)
    or body it speaks for when no date is asked, `country` where it belongs or stands, `wikidata` its item ("Q159") where certain."""

    id: str
    type: ActorType
    kind: ActorKind
    names: dict[str, tuple[str, ...]]
    roles: tuple[Role, ...] = ()
    party: str | None = None
    country: str | None = None
    wikidata: str | None = None


class Name(Struct, frozen=True):
    """A surface and the actor that it names in texts of `language`."""

    text: str
    entity: str
    kind: NameKind
    type: ActorType
    language: str


class Office(Struct, frozen=True):
    """An office: its titles per language (the display title first) and the organ it heads or belongs to. `titles` stand without the
    party ("foreign minister"), `full` is the English title with it ("Minister of Foreign Affairs of Russia"). `several`: more than one
    person holds it at a time (deputies, spokespeople, ambassadors)."""

    id: str
    party: str
    full: str
    titles: dict[str, tuple[str, ...]]
    organ: str | None = None
    several: bool = False


class Tenure(Struct, frozen=True):
    """Who held an office when: ISO dates cut to what is known, None where open or unknown."""

    person: str
    office: str
    since: str | None = None
    until: str | None = None


@cache
def load(file: str) -> Mapping[str, Any]:
    """A table of this package."""
    return tomllib.loads(resources.files("dragoman.actors").joinpath(file).read_text("utf-8"))


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The tables of this package that `checks` reads: party files, bodies, towns and regions, by file name."""
    bodies = resources.files("dragoman.actors").joinpath("bodies")
    names = (*party_files(), *sorted(f"bodies/{item.name}" for item in bodies.iterdir()), "cities.toml", "regions.toml")
    return {name: load(name) for name in names}


@cache
def party_files() -> tuple[str, ...]:
    """Names of the files that hold one party each, sorted."""
    folder = resources.files("dragoman.actors").joinpath("parties")
    return tuple(sorted(f"parties/{item.name}" for item in folder.iterdir() if item.name.endswith(".toml")))


@cache
def body_entries() -> Mapping[str, Mapping[str, Any]]:
    """Id to entry of every international body, from the files of `bodies/`, in the order of the files."""
    folder = resources.files("dragoman.actors").joinpath("bodies")
    files = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    return {identity: entry for name in files for identity, entry in load(f"bodies/{name}").items()}


def split(surfaces: str) -> tuple[str, ...]:
    """Variants of a surface list."""
    return tuple(part.strip() for part in surfaces.split("|") if part.strip())


def surfaces(entry: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The language keys of an entry with their variants."""
    return {language: split(entry[language]) for language in LANGUAGES if language in entry}


def entries(key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(party, entry) of every `[[key]]` block of the party files."""
    for file in party_files():
        table = load(file)
        for entry in table.get(key, ()):
            yield table["party"], entry
