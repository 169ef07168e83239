"""Time zones of readers: IANA names, what they are called in the reader's language (CLDR), and the list to choose from."""

from __future__ import annotations

from datetime import tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache(maxsize=128)  # bounded: names come from anybody
def find(name: str) -> tzinfo | None:
    """The zone of an IANA name ("Europe/Moscow"); None where it is empty or there is no such zone."""
    return ZoneInfo(name) if name in _known() else None


def city(name: str, locale: Locale) -> str:
    """The city that a zone is named after, in the reader's language; the last part of its name where CLDR has none."""
    known = locale.time_zones.get(name, {}).get("city")
    return known or name.rsplit("/", 1)[-1].replace("_", " ")


@cache
def choices(locale: Locale) -> tuple[tuple[str, str], ...]:
    """(IANA name, "country – city") of every zone with people in it, by country as the reader's language calls it; UTC first."""
    territories = get_global("zone_territories")
    listed = []
    for name, country in territories.items():
        if name in _known() and "/" in name and country != "001":
            listed.append((locale.territories.get(country, country), city(name, locale), name))
    return (("UTC", "UTC"), *((name, place if place == land else f"{land} – {place}") for land, place, name in sorted(listed)))
