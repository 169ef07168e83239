"""Lists of the desk: what a query asks for, in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman.model.annotations import Event, Statement
from dragoman.model.query import Found, Query
from dragoman.model.reading import Reading
from dragoman.model.story import NamedEntity

T = TypeVar("T")


def newest(reading: Reading) -> tuple[str, str]:
    """The order of lists: date of publication as far as it is known, then id; sort in reverse."""
    published = reading.article.published
    return published.value or published.latest or published.earliest or "", reading.article.id


Surfaces = Callable[[str], Iterable[str]]


def nothing(entity: str) -> Iterable[str]:
    """Where nothing is known of an entity but its id."""
    return ()


def fits(statement: Statement, query: Query, surfaces: Surfaces = nothing) -> bool:
    """Whether a statement is of the speaker, party and act asked for; `surfaces` gives the names of an entity in every language."""
    return (
        (not query.party or statement.party == query.party)
        and (not query.act or statement.act == query.act)
        and (not query.speaker or spoken(statement, query.speaker, surfaces))
    )


def spoken(statement: Statement, asked: str, surfaces: Surfaces) -> bool:
    """Whether the speaker bears a name with these letters in it, in any language."""
    speaker = statement.speaker
    if speaker is None:
        return False
    letters = asked.casefold()
    named = [speaker.name, *((speaker.entity, *surfaces(speaker.entity)) if speaker.entity else ())]
    return any(letters in name.casefold() for name in named)


def bears(entity: NamedEntity, text: str) -> bool:
    """Whether a name of an entity, in any language, or its id has these letters in it."""
    letters = text.casefold()
    return any(
        letters in name.casefold() for name in (*entity.ids, entity.name, *(name for names in entity.names.values() for name in names))
    )


def within(event: Event, query: Query) -> bool:
    """Whether an event is of the party and in the time asked for."""
    start, end = event.start or "", event.end or event.start or ""
    return (
        (not query.party or query.party in event.parties)
        and (not query.since or end >= query.since)
        and (not query.until or start <= query.until)
    )


def page(items: Sequence[T], query: Query) -> Found[T]:
    """A page of the items; `after` is the number of items before it."""
    first = query.offset
    last = first + query.limit
    return Found(tuple(items[first:last]), str(last) if last < len(items) else None)
