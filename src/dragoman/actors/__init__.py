"""Who is who, data only: countries, international bodies, their organs, offices and office-holders with dates, in several scripts.

Countries are named by ISO 3166 alpha-2 ("RU"), bodies by acronym ("NATO") or slug ("org:nato-russia-council"), everybody else by a
typed slug ("person:vladimir-putin", "org:ru-mfa", "place:geneva"). Dates are ISO 8601 and may be cut to a month or a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.actors.people import offices as _offices
from dragoman.actors.people import organs, people, tenures
from dragoman.actors.places import bodies, capitals, cities, regions
from dragoman.actors.records import Actor, ActorKind, ActorType, Name, NameKind, Office, Tenure
from dragoman.actors.surfaces import surfaces_of
from dragoman.actors.territories import countries

__all__ = [
    "Actor",
    "ActorKind",
    "ActorType",
    "Name",
    "NameKind",
    "Office",
    "Tenure",
    "all_actors",
    "capital",
    "display",
    "get",
    "held",
    "holders",
    "names",
    "office",
    "offices",
    "party",
]


@cache
def _actors() -> dict[str, Actor]:
    return {**countries(), **bodies(), **organs(), **people(), **cities(), **regions()}


def all_actors() -> tuple[Actor, ...]:
    """Everybody we know: countries, bodies, organs, people, cities, regions; each group sorted by id."""
    return tuple(_actors().values())


def get(identity: str) -> Actor | None:
    """The actor of an id, None where we know none."""
    return _actors().get(identity)


def names(language: str) -> tuple[Name, ...]:
    """Every surface that may stand for an actor in a text of a BCP 47 language, sorted; one surface may name several actors.

    Chinese gets simplified and traditional characters; every language gets the Latin-script abbreviations of bodies, and those in
    Latin script the English names of people and organs of which we have no own form.
    """
    return surfaces_of(language)


def party(identity: str, on: str | None = None) -> str | None:
    """The country or body that an actor speaks for, on an ISO date where given: for a person the office held that day, the one held
    last before, or the first after."""
    actor = get(identity)
    if actor is None:
        return None
    if on is None or not actor.roles:
        return actor.party
    past = [role for role in actor.roles if (role.since or "") <= on]
    running = [role for role in past if _not_over(role.until, on)]
    chosen = (running or past or list(actor.roles[:1]))[-1]
    return chosen.party or actor.party


def display(identity: str, language: str) -> str:
    """The display name in a language, else in English, else in any; the id itself where the actor is unknown."""
    actor = get(identity)
    if actor is None:
        return identity
    for code in (language, language.split("-")[0], "en", *sorted(actor.names)):
        if actor.names.get(code):
            return actor.names[code][0]
    return identity


def offices() -> tuple[Office, ...]:
    """Every office, sorted by id ("office:us-secretary-of-state")."""
    return tuple(_offices().values())


def office(identity: str) -> Office | None:
    """The office of an id, None where we know none."""
    return _offices().get(identity)


def holders(office_id: str, on: str) -> tuple[str, ...]:
    """Ids of the people who held an office on an ISO date (two on a day of handover), the one in office longest first."""
    return tuple(one.person for one in _by_office().get(office_id, ()) if (one.since or "") <= on and _not_over(one.until, on))


def held(person: str, on: str | None = None) -> tuple[str, ...]:
    """Ids of the offices of a person, on an ISO date where given."""
    return tuple(one.office for one in _by_person().get(person, ()) if on is None or ((one.since or "") <= on and _not_over(one.until, on)))


def capital(country: str) -> str | None:
    """The id of a country's capital or seat of government, None where we do not say."""
    return capitals().get(country)


@cache
def _by_person() -> dict[str, tuple[Tenure, ...]]:
    return _grouped((one.person, one) for one in tenures())


@cache
def _by_office() -> dict[str, tuple[Tenure, ...]]:
    return _grouped((one.office, one) for one in tenures())


def _grouped(rows: Iterable[tuple[str, Tenure]]) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for key, one in rows:
        found.setdefault(key, []).append(one)
    return {key: tuple(held) for key, held in found.items()}


def _not_over(until: str | None, on: str) -> bool:
    """Whether a tenure that ends on `until` (day, month or year) still runs on the day `on`."""
    return until is None or on[: len(until)] <= until
