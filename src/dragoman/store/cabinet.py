"""What filing remembers, in the desk's SQLite file: slips of articles, what was written down from day to day, and the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import asdict, replace
from sqlalchemy import Connection, delete, insert, or_, select, text

from dragoman.model.codec import from_json, to_json
from dragoman.model.filing import Chained, Placed, Refiled, Slip, Written
from dragoman.model.story import Filed, Member, Story
from dragoman.store.copybook import Copied
from dragoman.store.tables import ARTICLES, CHAINED, DUE, FILED, MEMBERS, PLACED, SLIPS

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""

_PLACED_NOW = "p.day = (SELECT max(q.day) FROM placed q WHERE q.article = p.article AND q.day < :day)"
_CHAINED_NOW = "c.day = (SELECT max(q.day) FROM chained q WHERE q.event = c.event AND q.day < :day)"

_RECENT = f"""WITH recent AS (SELECT DISTINCT p.event FROM slips s JOIN placed p ON p.article = s.article
  WHERE s.day >= :since AND s.day < :day AND p.event != '' AND {_PLACED_NOW}),
tales AS (SELECT DISTINCT c.story FROM chained c WHERE c.event IN (SELECT event FROM recent) AND {_CHAINED_NOW})"""
"""Events with an article filed from the day `since` on, as things stood before `day`, and their stories."""

_SLIP = [SLIPS.c[name] for name in Slip.__struct_fields__]
_LINE = [FILED.c[name] for name in Filed.__struct_fields__]


class Cabineted(Copied):
    """What a SQLite store does as a `Cabinet`."""

    def unslipped(self, made_by: str) -> tuple[str, ...]:
        mine = (SLIPS.c.article == ARTICLES.c.id) & (SLIPS.c.made_by == made_by)
        chosen = select(ARTICLES.c.id).outerjoin(SLIPS, mine).where(ARTICLES.c.current == 1, SLIPS.c.article.is_(None))
        with self._reading() as connection:
            return tuple(connection.scalars(chosen.order_by(ARTICLES.c.id)))

    def slip(self, slips: Sequence[Slip]) -> None:
        with self._writing() as connection:
            for slip in slips:
                connection.execute(
                    text("INSERT OR IGNORE INTO due SELECT day FROM slips WHERE article = :article"), {"article": slip.article}
                )
                connection.execute(insert(DUE).prefix_with("OR IGNORE"), {"day": slip.day})
                connection.execute(insert(SLIPS).prefix_with("OR REPLACE"), asdict(slip))

    def slips(self, since: int, until: int) -> Iterator[Slip]:
        with self._reading() as connection:
            chosen = select(*_SLIP).where(SLIPS.c.day >= since, SLIPS.c.day <= until).order_by(SLIPS.c.day, SLIPS.c.article)
            for row in connection.execution_options(yield_per=500).execute(chosen):
                yield Slip(*row)

    def slips_of(self, ids: Sequence[str]) -> tuple[Slip, ...]:
        with self._reading() as connection:
            return tuple(Slip(*row) for part in _parts(ids) for row in connection.execute(select(*_SLIP).where(SLIPS.c.article.in_(part))))

    def days(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        with self._reading() as connection:
            held = connection.scalars(select(SLIPS.c.day).distinct().order_by(SLIPS.c.day)).all()
            return tuple(held), tuple(connection.scalars(select(DUE.c.day).order_by(DUE.c.day)))

    def held(self, day: int, since: int) -> Written:
        bound = {"day": day, "since": since}
        placed = (
            f"{_RECENT} SELECT p.article, p.day, p.event, p.raw FROM placed p WHERE p.event IN (SELECT event FROM recent) AND {_PLACED_NOW}"
        )
        chained = f"{_RECENT} SELECT c.event, c.day, c.story FROM chained c WHERE c.story IN (SELECT story FROM tales) AND {_CHAINED_NOW}"
        with self._reading() as connection:
            return _written(connection.execute(text(placed), bound), connection.execute(text(chained), bound))

    def written(self, day: int) -> Written:
        with self._reading() as connection:
            placed = connection.execute(select(PLACED.c.article, PLACED.c.day, PLACED.c.event, PLACED.c.raw).where(PLACED.c.day == day))
            return _written(placed, connection.execute(select(CHAINED).where(CHAINED.c.day == day)))

    def refiled(self, done: Refiled) -> None:
        with self._writing() as connection:
            for first, last in done.spans:
                for table in (PLACED, CHAINED):
                    connection.execute(delete(table).where(table.c.day >= first, table.c.day <= last))
            for part in _parts(done.lost):
                connection.execute(delete(PLACED).where(PLACED.c.article.in_(part)))
            if done.written.placed:
                connection.execute(insert(PLACED), [_row(one) for one in done.written.placed])
            if done.written.chained:
                connection.execute(insert(CHAINED), [asdict(one) for one in done.written.chained])
            if done.settled:
                connection.execute(delete(DUE))
            self._tell(connection, done.stories, done.gone)
            log_lines(connection, done.log)

    def filed(self, story: str) -> tuple[Filed, ...]:
        chosen = select(*_LINE).where(or_(FILED.c.story == story, FILED.c.other == story, FILED.c.article == story))
        with self._reading() as connection:
            return tuple(Filed(*row) for row in connection.execute(chosen.order_by(FILED.c.n)))

    def now(self, articles: Sequence[str]) -> Written:
        with self._reading() as connection:
            return _standing(connection, articles)

    def _tell(self, connection: Connection, stories: Sequence[Story], gone: Sequence[tuple[str, str]]) -> None:
        raise NotImplementedError


def forget(connection: Connection, url: str) -> None:
    """Takes back the slips of an address whose reading or current version changed: their days are due."""
    versions = select(ARTICLES.c.id).where(ARTICLES.c.url == url)
    days = connection.scalars(select(SLIPS.c.day).where(SLIPS.c.article.in_(versions))).all()
    if days:
        connection.execute(insert(DUE).prefix_with("OR IGNORE"), [{"day": day} for day in set(days)])
        connection.execute(delete(SLIPS).where(SLIPS.c.article.in_(versions)))


def _standing(connection: Connection, articles: Sequence[str]) -> Written:
    """All that is in force of the stories of these articles, and the round-ups of their time."""
    day = {"day": 10**9}
    events: set[str] = set()
    for part in _parts(articles):
        chosen = text(f"SELECT p.event FROM placed p WHERE p.article IN ({_list(part)}) AND p.event != '' AND {_PLACED_NOW}")
        events.update(connection.scalars(chosen, day))
    tales: set[str] = set()
    for part in _parts(sorted(events)):
        tales.update(connection.scalars(text(f"SELECT c.story FROM chained c WHERE c.event IN ({_list(part)}) AND {_CHAINED_NOW}"), day))
    chained = [
        row
        for part in _parts(sorted(tales))
        for row in connection.execute(
            text(f"SELECT c.event, c.day, c.story FROM chained c WHERE c.story IN ({_list(part)}) AND {_CHAINED_NOW}"), day
        )
    ]
    ask = "SELECT p.article, p.day, p.event, p.raw FROM placed p WHERE "
    placed = [
        row
        for part in _parts(sorted({row[0] for row in chained}))
        for row in connection.execute(text(f"{ask}p.event IN ({_list(part)}) AND {_PLACED_NOW}"), day)
    ]
    if placed:
        span = {"first": min(row[1] for row in placed), "last": max(row[1] for row in placed) + 7, **day}
        placed += connection.execute(text(f"{ask}p.event = '' AND p.day >= :first AND p.day <= :last AND {_PLACED_NOW}"), span)
    shown = {story for part in _parts(articles) for story in connection.scalars(select(MEMBERS.c.story).where(MEMBERS.c.article.in_(part)))}
    return replace(_written(placed, chained), shown=tuple(sorted(shown)))


def _list(names: Sequence[str]) -> str:
    return ", ".join("'" + name.replace("'", "''") + "'" for name in names)


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[at : at + MOST] for at in range(0, len(names), MOST))


def _written(placed: Any, chained: Any) -> Written:
    return Written(
        tuple(Placed(row[0], row[1], row[2], from_json(row[3], Member)) for row in placed), tuple(Chained(*row) for row in chained)
    )


def _row(placed: Placed) -> dict[str, Any]:
    return {"article": placed.article, "day": placed.day, "event": placed.event, "raw": to_json(placed.member)}


def log_lines(connection: Connection, lines: Sequence[Filed]) -> None:
    """Adds lines to the log, numbered on."""
    if lines:
        connection.execute(insert(FILED), [{name: value for name, value in asdict(line).items() if name != "n"} for line in lines])
