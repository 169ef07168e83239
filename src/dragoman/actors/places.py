"""International bodies and cities."""

from __future__ import annotations

from functools import cache

from babel.core import get_global

from dragoman.actors.records import LANGUAGES, Actor, body_entries, load, split, surfaces
from dragoman.actors.territories import locale

COLUMNS = ("en", "zh", "ru")


@cache
def bodies() -> dict[str, Actor]:
    """International bodies, alliances and groups. A body speaks for itself unless its entry names the body it is part of."""
    found = {}
    for identity, entry in body_entries().items():
        found[identity] = Actor(
            id=identity,
            type=entry.get("type", "organisation"),
            kind=entry.get("kind", "body"),
            names=surfaces(entry),
            party=entry.get("party", identity) or None,
            wikidata=entry.get("wikidata"),
        )
    return dict(sorted(found.items()))


@cache
def _zones() -> dict[tuple[str, str], str]:
    """(country, city as the time zone spells it) to the zone's name."""
    return {(country, zone.rsplit("/", 1)[1]): zone for zone, country in sorted(get_global("zone_territories").items())}


@cache
def cities() -> dict[str, Actor]:
    """Capitals and other cities that news datelines name, sorted by id; names beyond the table's from CLDR's time zones and
    `city_names.toml`."""
    found = {}
    more = load("city_names.toml")
    for slug, (country, *columns) in sorted(load("cities.toml").items()):
        names = {language: split(text) for language, text in zip(COLUMNS, columns, strict=True)}
        zone = _zones().get((country, names["en"][0].replace(" ", "_")))
        for language in LANGUAGES if zone else ():
            cldr = locale(language)
            city = cldr.time_zones.get(zone, {}).get("city") if cldr is not None and language not in names else None
            if city:
                names[language] = (str(city),)
        for language in LANGUAGES:
            own = split(more.get(language, {}).get(slug, ""))
            if own:
                names[language] = tuple(dict.fromkeys((*own, *names.get(language, ()))))
        found["place:" + slug] = Actor(id="place:" + slug, type="place", kind="city", names=names, party=country, country=country)
    return found


@cache
def regions() -> dict[str, Actor]:
    """Regions, seas and other places that are no town and no state, sorted by id; names beyond the table's from `region_names.toml`."""
    found = {}
    more = load("region_names.toml")
    for slug, (country, *columns) in sorted(load("regions.toml").items()):
        names = {language: split(text) for language, text in zip(COLUMNS, columns, strict=True)}
        names.update({language: split(rows[slug]) for language, rows in more.items() if slug in rows})
        found["place:" + slug] = Actor(
            id="place:" + slug, type="place", kind="region", names=names, party=country or None, country=country or None
        )
    return found


@cache
def capitals() -> dict[str, str]:
    """Country code to the id of its capital or seat of government, where the table names one."""
    return {code: "place:" + city for code, city in sorted(load("countries.toml")["capitals"].items())}
