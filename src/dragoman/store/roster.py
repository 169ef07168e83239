"""Who is who, in the desk's SQLite file: casts of stories, unions of entities, judgements of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, alias, delete, func, insert, select, update

from dragoman.errors import NotFoundError
from dragoman.model.codec import from_json, to_json
from dragoman.model.identity import Cast, Judgement, JudgementKind, Merge
from dragoman.store.shelf import Shelved
from dragoman.store.tables import ARTICLES, CASTS, JUDGEMENTS, MERGES

_JUDGED = [JUDGEMENTS.c[name] for name in ("n", "kind", "one", "other", "at", "by", "undone")]
MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""

_FILED = ("merge", "split")


class Rostered(Shelved):
    """What a SQLite store does as a `Roster`."""

    def seals(self) -> dict[str, str]:
        with self._reading() as connection:
            return {row[0]: row[1] for row in connection.execute(select(CASTS.c.story, CASTS.c.seal))}

    def casts(self) -> Iterator[Cast]:
        with self._reading() as connection:
            for raw in connection.scalars(select(CASTS.c.raw).order_by(CASTS.c.story)):
                yield from_json(raw, Cast)

    def recast(self, casts: Sequence[Cast], gone: Sequence[str]) -> None:
        with self._writing() as connection:
            for story in gone:
                connection.execute(delete(CASTS).where(CASTS.c.story == story))
            for cast in casts:
                row = {"story": cast.story, "seal": cast.seal, "raw": to_json(cast)}
                connection.execute(insert(CASTS).prefix_with("OR REPLACE"), row)

    def unite(self, merges: Sequence[Merge]) -> None:
        with self._writing() as connection:
            _unite(connection, merges)

    def merges(self) -> tuple[Merge, ...]:
        with self._reading() as connection:
            return tuple(from_json(raw, Merge) for raw in connection.scalars(select(MERGES.c.raw).order_by(MERGES.c.n)))

    def united(self) -> tuple[int, int]:
        with self._reading() as connection:
            row = connection.execute(select(func.count(), func.coalesce(func.max(MERGES.c.n), 0))).one()
            return row[0], row[1]

    def judge(self, judgement: Judgement, merges: Sequence[Merge]) -> None:
        with self._writing() as connection:
            connection.execute(insert(JUDGEMENTS), _row(judgement))
            _unite(connection, merges)

    def unjudge(self, n: int, at: str, merges: Sequence[Merge]) -> None:
        with self._writing() as connection:
            mine = (JUDGEMENTS.c.n == n) & JUDGEMENTS.c.undone.is_(None)
            if not connection.execute(update(JUDGEMENTS).where(mine).values(undone=at)).rowcount:
                raise NotFoundError(f"there is no judgement {n} in force; `dragoman judge list` shows them")
            _unite(connection, merges)

    def judgements(self) -> tuple[Judgement, ...]:
        with self._reading() as connection:
            return tuple(_judgement(*row) for row in connection.execute(select(*_JUDGED).order_by(JUDGEMENTS.c.n)))

    def versions(self, articles: Sequence[str]) -> dict[str, str]:
        newest, found = alias(ARTICLES), dict[str, str]()
        with self._reading() as connection:
            for at in range(0, len(articles), MOST):
                chosen = select(ARTICLES.c.id, newest.c.id).join(newest, (newest.c.url == ARTICLES.c.url) & (newest.c.current == 1))
                found.update((row[0], row[1]) for row in connection.execute(chosen.where(ARTICLES.c.id.in_(articles[at : at + MOST]))))
        return found


def _row(said: Judgement) -> dict[str, Any]:
    """A row of `judgements`: words on stories have lists of article ids (JSON) where words on names have one id."""
    sides = (to_json(said.ones).decode(), to_json(said.others).decode()) if said.kind in _FILED else (said.one, said.other)
    return {"n": said.n, "kind": said.kind, "one": sides[0], "other": sides[1], "by": said.by, "at": said.at, "undone": said.undone}


def _judgement(n: int, kind: JudgementKind, one: str, other: str, at: str, by: str, undone: str | None) -> Judgement:
    if kind not in _FILED:
        return Judgement(n, kind, one, other, at, by, undone)
    ones, others = (from_json(side.encode(), tuple[str, ...]) for side in (one, other))
    return Judgement(n, kind, ones[0], others[0], at, by, undone, ones, others)


def _unite(connection: Connection, merges: Sequence[Merge]) -> None:
    """Replaces the unions where they are other ones; numbers go on, so that readers see that something changed."""
    rows = [{"one": merge.one, "other": merge.other, "raw": to_json(merge)} for merge in merges]
    if list(connection.scalars(select(MERGES.c.raw).order_by(MERGES.c.n))) != [row["raw"] for row in rows]:
        connection.execute(delete(MERGES))
        if rows:
            connection.execute(insert(MERGES), rows)
