"""Lists of news, in the desk's SQLite file: every question is answered from the narrow rows first, texts are read for one page only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, and_, exists, func, literal_column, or_, select, text

from dragoman.model.article import Article
from dragoman.model.codec import from_json
from dragoman.model.query import Count, Counts, Found, Query
from dragoman.ports import Asked
from dragoman.ports_news import Listed
from dragoman.store.accounttables import MARKS
from dragoman.store.shelf import Shelved
from dragoman.store.tables import ARTICLES, MEMBERS, NEWS, PULSE, SUBJECTS, WORDS

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""

SHOWN = 60
"""Values of a kind that are counted, those with most articles."""

SCORE = literal_column("json_extract(CAST(members.raw AS TEXT), '$.score')", Float)
"""How well a member fits: of several stories that a round-up stands in, the best is its own."""


class Standing(Shelved):
    """What a SQLite store does as a `Newsstand`."""

    def _asked(self, query: Query) -> Asked:
        raise NotImplementedError

    def latest(self, query: Query) -> Found[Listed]:
        chosen = select(NEWS.c.n, NEWS.c.at, NEWS.c.id).where(*fitting(self._asked(query)))
        if place := after(query):
            chosen = chosen.where(or_(NEWS.c.at < place[0], and_(NEWS.c.at == place[0], NEWS.c.id < place[1])))
        with self._reading() as connection:
            found = connection.execute(chosen.order_by(NEWS.c.at.desc(), NEWS.c.id.desc()).limit(query.limit + 1)).all()
            page = found[: query.limit]
            more = f"{page[-1][1]}|{page[-1][2]}" if page and len(found) > query.limit else None
            listed = {n: (article, story) for n, article, story in _listed(connection, [line[0] for line in page])}
        return Found(tuple(listed[line[0]] for line in page), more)

    def many(self, query: Query) -> int:
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(NEWS).where(*fitting(self._asked(query)))) or 0

    def names(self, query: Query) -> tuple[str, ...]:
        with self._reading() as connection:
            return tuple(connection.scalars(select(NEWS.c.id).where(*fitting(self._asked(query)))))

    def tallies(self) -> Counts:
        day = func.substr(NEWS.c.at, 1, 10)
        with self._reading() as connection:
            return Counts(
                connection.scalar(select(func.count()).select_from(NEWS)) or 0,
                _counted(connection, _grouped(NEWS.c.language)),
                _counted(connection, _grouped(NEWS.c.country)),
                _counted(connection, select(NEWS.c.source, func.count(), func.max(NEWS.c.outlet)).group_by(NEWS.c.source)),
                _counted(connection, _grouped(NEWS.c.section)),
                _counted(connection, _grouped(SUBJECTS.c.subject)),
                _counted(connection, _grouped(day).where(func.length(NEWS.c.at) >= len("2022-01-12")), by=day),
            )

    def pulse(self) -> int:
        with self._reading() as connection:
            return connection.scalar(select(PULSE.c.beat)) or 0

    def arrived(self, after: int, limit: int) -> tuple[tuple[int, Article, str | None], ...]:
        chosen = select(NEWS.c.n).order_by(NEWS.c.n.desc() if after < 0 else NEWS.c.n).limit(limit)
        with self._reading() as connection:
            numbers = connection.scalars(chosen.where(NEWS.c.n > after)).all()
            return tuple(sorted(_listed(connection, numbers), key=lambda line: line[0]))

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        with self._reading() as connection:
            return {
                row[0]: from_json(row[1], Article)
                for part in _parts(sorted(set(ids)))
                for row in connection.execute(select(ARTICLES.c.id, ARTICLES.c.raw).where(ARTICLES.c.id.in_(part)))
            }

    def homes(self, articles: Iterable[str]) -> dict[str, str]:
        chosen = select(MEMBERS.c.article, MEMBERS.c.story).order_by(MEMBERS.c.article, SCORE, MEMBERS.c.story.desc())
        with self._reading() as connection:
            return {
                row[0]: row[1]
                for part in _parts(sorted(set(articles)))
                for row in connection.execute(chosen.where(MEMBERS.c.article.in_(part)))
            }


def after(query: Query) -> tuple[str, str] | None:
    """The place that a page begins behind: moment and id; None where it is the first."""
    at, bar, identity = (query.after or "").rpartition("|")
    return (at, identity) if bar else None


def fitting(asked: Asked) -> list[ColumnElement[bool]]:
    """What a query asks of a row of `news`. A range of days takes in whatever may lie in it; unknown dates are left out of ranges."""
    query = asked.query
    found: list[ColumnElement[bool]] = []
    if query.language:
        found.append(or_(NEWS.c.language == query.language, NEWS.c.language.startswith(query.language + "-", autoescape=True)))
    if query.source:
        found.append(NEWS.c.source == query.source)
    if query.country:
        found.append(NEWS.c.country == query.country)
    if query.unread_by is not None:
        mine = (MARKS.c.user == query.unread_by) & (MARKS.c.article == NEWS.c.id) & MARKS.c.read
        found.append(~exists().where(mine))
    if query.section:
        found.append(NEWS.c.section == query.section)
    if query.topic:
        found.append(NEWS.c.n.in_(select(SUBJECTS.c.n).where(SUBJECTS.c.subject == query.topic)))
    if query.story:
        found.append(NEWS.c.id.in_(select(MEMBERS.c.article).where(MEMBERS.c.story == query.story)))
    if query.since:
        found.append(NEWS.c.last >= query.since)
    if query.until:
        found.append(NEWS.c.first <= query.until + "~")
    if asked.match:
        found.append(text(f"news.n IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :match)").bindparams(match=asked.match))  # type: ignore[arg-type]
    if asked.unless:
        found.append(text(f"news.n NOT IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :unless)").bindparams(unless=asked.unless))  # type: ignore[arg-type]
    return found


def _listed(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Article, str | None]]:
    best = select(MEMBERS.c.story).where(MEMBERS.c.article == ARTICLES.c.id).order_by(SCORE.desc(), MEMBERS.c.story).limit(1)
    for part in (numbers[at : at + MOST] for at in range(0, len(numbers), MOST)):
        chosen = select(ARTICLES.c.n, ARTICLES.c.raw, best.scalar_subquery()).where(ARTICLES.c.n.in_(part))
        for n, raw, story in connection.execute(chosen):
            yield n, from_json(raw, Article), story


def _grouped(column: ColumnElement[str]) -> Select[str, int]:
    return select(column, func.count()).where(column != "").group_by(column)


def _counted(connection: Connection, chosen: Select[*tuple[Any, ...]], by: ColumnElement[str] | None = None) -> tuple[Count, ...]:
    """The values with most articles; where they are sorted `by` themselves, the last ones."""
    ordered = chosen.order_by(func.count().desc(), literal_column("1")) if by is None else chosen.order_by(by.desc())
    return tuple(Count(str(row[0]), row[1], *row[2:]) for row in connection.execute(ordered.limit(SHOWN)))


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[at : at + MOST] for at in range(0, len(names), MOST))
