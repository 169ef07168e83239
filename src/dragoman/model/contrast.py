"""Two accounts laid beside each other: what answers to what, and what only one of them has."""

from __future__ import annotations

from msgspec import Struct

from dragoman.model.annotations import Event, Figure, Statement
from dragoman.model.article import Article
from dragoman.model.spans import Why
from dragoman.model.story import NamedEntity, Sources


class Pair(Struct, frozen=True):
    """A statement of each account that answer to each other, with the reasons (signed weights); `score` is their sum."""

    one: Statement
    other: Statement
    score: float
    why: tuple[Why, ...]


class Measured(Struct, frozen=True):
    """Figures of both accounts that count the same thing; `agree` is None where they cannot be compared."""

    slot: str
    label: str
    ones: tuple[Figure, ...]
    others: tuple[Figure, ...]
    agree: bool | None


class Side(Struct, frozen=True):
    """What one account has and the other has not; in order of the text or of time, names by how often they are mentioned."""

    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[NamedEntity, ...] = ()


class Contrast(Struct, frozen=True):
    """What both have, and what each has alone. `pairs` are in order of the first account."""

    pairs: tuple[Pair, ...] = ()
    figures: tuple[Measured, ...] = ()
    events: tuple[Event, ...] = ()
    names: tuple[NamedEntity, ...] = ()
    one: Side = Side()
    other: Side = Side()


class Compared(Struct, frozen=True):
    """Two accounts and their contrast: the articles of each, the story where both are of one, how broad each is."""

    ones: tuple[Article, ...]
    others: tuple[Article, ...]
    contrast: Contrast
    story: str | None = None
    breadth: tuple[Sources, Sources] | None = None
