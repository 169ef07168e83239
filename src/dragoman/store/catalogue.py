"""What is held, in the desk's SQLite file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import asdict
from sqlalchemy import Connection, exists, func, select, text, tuple_

from dragoman.model.article import SourceRef
from dragoman.model.catalogue import OutletHeld, OutletReport, Version
from dragoman.store.shelf import Shelved
from dragoman.store.tables import ARTICLES, COPIES, LEDGER, MEMBERS, NEWS, PAGES

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""

QUOTING = "quoting"
"""The kind of texts that only bring the same quotation and are no copies (`model.story.Copy`)."""


class _Published(msgspec.Struct):
    source: SourceRef


class _Copy(msgspec.Struct):
    article: str
    of: str
    kind: str


_published = msgspec.json.Decoder(_Published)
_copies = msgspec.json.Decoder(tuple[_Copy, ...])


class Catalogued(Shelved):
    """What a SQLite store does as a `Catalogue`."""

    def history(self, article: str) -> tuple[Version, ...]:
        url = select(ARTICLES.c.url).where(ARTICLES.c.id == article).scalar_subquery()
        mine = LEDGER.c.article == ARTICLES.c.id
        pages = LEDGER.join(PAGES, (PAGES.c.asked == LEDGER.c.asked) & (PAGES.c.digest == LEDGER.c.digest))
        fetched = select(func.min(PAGES.c.fetched)).select_from(pages).where(mine).correlate(ARTICLES).scalar_subquery()
        asked = exists().where(mine).correlate(ARTICLES)
        chosen = select(*(ARTICLES.c[name] for name in ("id", "version", "current", "title", "language"))).add_columns(fetched, asked)
        with self._reading() as connection:
            found = connection.execute(chosen.where(ARTICLES.c.url == url).order_by(ARTICLES.c.version))
            return tuple(Version(row[0], row[1], bool(row[2]), row[3], row[4], row[5], not row[6]) for row in found)

    def around(self, article: str) -> tuple[str | None, str | None]:
        with self._reading() as connection:
            place = connection.execute(select(NEWS.c.at, NEWS.c.id).where(NEWS.c.id == article)).first()
            if place is None:
                return None, None
            here, key = tuple_(place[0], place[1]), tuple_(NEWS.c.at, NEWS.c.id)
            newer = select(NEWS.c.id).where(key > here).order_by(NEWS.c.at, NEWS.c.id).limit(1)
            older = select(NEWS.c.id).where(key < here).order_by(NEWS.c.at.desc(), NEWS.c.id.desc()).limit(1)
            return connection.scalar(newer), connection.scalar(older)

    def outlets(self) -> tuple[OutletHeld, ...]:
        with self._reading() as connection:
            return tuple(sorted(_held(connection), key=lambda one: (-one.articles, one.id)))

    def outlet(self, source: str) -> OutletReport | None:
        section = text("json_extract(CAST(raw AS TEXT), '$.section') AS section")
        mine = (ARTICLES.c.source == source) & (ARTICLES.c.current == 1)
        with self._reading() as connection:
            found = next(iter(_held(connection, source)), None)
            if found is None:
                return None
            counted = connection.execute(select(section, func.count()).select_from(ARTICLES).where(mine).group_by(text("section")))
            sections = sorted(((row[0], row[1]) for row in counted if row[0]), key=lambda one: (-one[1], one[0]))
            copies, copied = _copied(connection, source)
        return OutletReport(**asdict(found), sections=tuple(sections), copies=copies, copied=copied)

    def by_outlet(self, articles: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        with self._reading() as connection:
            for at in range(0, len(articles), MOST):
                chosen = select(ARTICLES.c.source, func.count()).where(ARTICLES.c.id.in_(articles[at : at + MOST]))
                for source, count in connection.execute(chosen.group_by(ARTICLES.c.source)):
                    found[source] = found.get(source, 0) + count
        return found


def _held(connection: Connection, source: str | None = None) -> Iterator[OutletHeld]:
    """Every source, or one."""
    bounds = (func.count(), func.min(ARTICLES.c.earliest), func.max(ARTICLES.c.latest), func.max(ARTICLES.c.n))
    chosen = select(ARTICLES.c.source, ARTICLES.c.language, *bounds).where(ARTICLES.c.current == 1)
    if source is not None:
        chosen = chosen.where(ARTICLES.c.source == source)
    groups: dict[str, list[Any]] = {}
    for row in connection.execute(chosen.group_by(ARTICLES.c.source, ARTICLES.c.language)):
        groups.setdefault(row[0], []).append(row)
    for name, rows in groups.items():
        newest = connection.scalar(select(ARTICLES.c.raw).where(ARTICLES.c.n == max(row[5] for row in rows)))
        ref = _published.decode(newest or b"").source
        languages = {row[1]: row[2] for row in sorted(rows, key=lambda row: (-row[2], row[1]))}
        first = min((row[3] for row in rows if row[3]), default=None)
        last = max((row[4] for row in rows if row[4]), default=None)
        yield OutletHeld(name, ref.title, ref.country, sum(languages.values()), languages, first, last)


def _copied(connection: Connection, source: str) -> tuple[int, int]:
    """Articles of a source that are copies, and articles of others that are copies of its texts."""
    mine = set(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.source == source, ARTICLES.c.current == 1)))
    stories = select(MEMBERS.c.story).join(ARTICLES, ARTICLES.c.id == MEMBERS.c.article)
    among = stories.where(ARTICLES.c.source == source, ARTICLES.c.current == 1).distinct()
    copies, copied = set[str](), set[str]()
    for raw in connection.scalars(select(COPIES.c.raw).where(COPIES.c.story.in_(among), func.length(COPIES.c.raw) > len(b"[]"))):
        for copy in _copies.decode(raw):
            if copy.kind != QUOTING:
                copies |= {copy.article} & mine
                copied |= {copy.article} - mine if copy.of in mine else set()
    return len(copies), len(copied)
