"""Query and Found: one question and its answer for the command line, the API and the portal."""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec import Struct

from dragoman.model.problem import Problem

T = TypeVar("T")


class Query(Struct, frozen=True):
    """Filters that every list understands; empty means all. `type` is one of mentions; `since` and `until` are inclusive ISO dates;
    `after` is the `next` of the page before. `unread_by` is the id of a reader (empty on a desk without accounts): only lists of news look
    at it, for what that reader has not read. `country` is that of the source (ISO 3166 alpha-2), `topic` the id of a topic or the key of
    an issue that the article speaks of, `section` the one that the page gives."""

    text: str = ""
    language: str | None = None
    speaker: str | None = None
    party: str | None = None
    act: str | None = None
    type: str | None = None
    story: str | None = None
    source: str | None = None
    country: str | None = None
    topic: str | None = None
    section: str | None = None
    since: str | None = None
    until: str | None = None
    unread_by: str | None = None
    limit: int = 50
    after: str | None = None

    @property
    def offset(self) -> int:
        """The number of items before the page, of lists whose `next` counts them; 0 where `after` is no number."""
        return int(self.after[:9]) if self.after and self.after.isdecimal() else 0


class Found(Struct, Generic[T], frozen=True):
    """A page of results; `next` is None on the last one."""

    items: tuple[T, ...]
    next: str | None = None


class Count(Struct, frozen=True):
    """How many articles have a value; `title` is what the value is called where that is known."""

    value: str
    articles: int
    title: str = ""


class Counts(Struct, frozen=True):
    """What the articles of a desk are of, most first: languages, countries of their sources, sources, sections, topics (ids of topics,
    keys of issues); days with the latest first."""

    articles: int = 0
    languages: tuple[Count, ...] = ()
    countries: tuple[Count, ...] = ()
    sources: tuple[Count, ...] = ()
    sections: tuple[Count, ...] = ()
    topics: tuple[Count, ...] = ()
    days: tuple[Count, ...] = ()


class Hit(Struct, frozen=True):
    """A search result; `snippet` marks the words found with [ and ]."""

    article: str
    title: str
    language: str
    score: float
    snippet: str
    published: str | None = None
    source: str = ""


class Collected(Struct, frozen=True):
    """What a collection did; `removed` are pages that were taken down before and are not taken in again."""

    new: int = 0
    known: int = 0
    changed: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()
    removed: int = 0
