"""Evidence that two mentions speak of one happening: formats, dates, sides, people and places that agree or contradict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman import actors
from dragoman.actors import Actor
from dragoman.model.annotations import Event

_CALLS = ("telephone", "video")
_STEM, _ENDING = 4, 3


def formats_fit(one: Event, other: Event) -> bool:
    """Whether two formats can be one: the same, or one of them not told."""
    return one.format is None or other.format is None or one.format == other.format


def dates_fit(event: Event, entry: Event, group: Sequence[Event]) -> bool:
    """Overlap; a call may be dated a day apart in the two capitals; a moved date stays apart from its successor."""
    if not (event.earliest and event.latest and entry.earliest and entry.latest):
        return False
    if event.supersedes is not None and any(other.id == event.supersedes for other in group):
        return False
    if event.earliest <= entry.latest and entry.earliest <= event.latest:
        return True
    both_calls = event.format in _CALLS and event.format == entry.format and event.precision == entry.precision == "day"
    same_sides = len(event.parties) > 1 and set(event.parties) == set(entry.parties)
    return both_calls and same_sides and (_next(event.latest) == entry.earliest or _next(entry.latest) == event.earliest)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def sides(event: Event, entry: Event, same_article: bool) -> float | None:
    """Evidence of the sides: equal ones most, one inside the other some, None where they contradict."""
    one, other = set(event.parties), set(entry.parties)
    if not one or not other:
        return 1.0 if same_article else 0.8
    if one == other:
        return 2.0 if len(one) > 1 else 1.2
    if one <= other or other <= one:
        return 1.0
    return None


def people(event: Event, entry: Event) -> float | None:
    """Persons: shared ones speak for one happening, two strangers on a side against it; other scripts prove nothing."""
    one, other = set(event.people), set(entry.people)
    if not one or not other:
        return 0.0
    if one & other:
        return 1.0
    return None if _script(event.people) == _script(entry.people) else 0.0


def place(event: Event, entry: Event) -> float | None:
    """Places: the same one speaks for one happening, two towns or two countries against it; a region or a name that nobody linked,
    in another script, says nothing."""
    if not event.place or not entry.place:
        return 0.0
    if _same_name(event.place.casefold(), entry.place.casefold()) or (event.place_entity and event.place_entity == entry.place_entity):
        return 1.0
    one, other = actor_of(event), actor_of(entry)
    if one is None or other is None:
        return None if _script([event.place]) == _script([entry.place]) else 0.0
    kinds = {one.kind, other.kind}
    if kinds == {"city", "country"}:
        return 0.5 if one.country == other.country or one.country == other.id or other.country == one.id else None
    return None if kinds in ({"city"}, {"country"}) else 0.0


def actor_of(event: Event) -> Actor | None:
    """The actor that the place of an event is, None where nobody linked it."""
    return actors.get(event.place_entity) if event.place_entity else None


def _same_name(one: str, other: str) -> bool:
    """Equal, or the same stem with other short endings: names that nobody linked keep the case of their sentence."""
    stem = next((index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    return one == other or (stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING)


def _script(names: Sequence[str]) -> str:
    """A coarse script of names: Latin, Cyrillic, or another block by its first letter."""
    letters = [letter for name in names for letter in name if letter.isalpha()]
    if not letters:
        return ""
    return "Latn" if letters[0] < "\u0250" else hex(ord(letters[0]) >> 10)
