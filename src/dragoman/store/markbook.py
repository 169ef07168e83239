"""What readers noted of articles, in the desk's SQLite file."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict, replace
from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from dragoman.model.account import Mark, MarkKind
from dragoman.store.accounttables import MARKS
from dragoman.store.shelf import Shelved

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""

_MARK = [MARKS.c[name] for name in Mark.__struct_fields__]


class Marked(Shelved):
    """What a SQLite store does as a `Markbook`."""

    def mark(self, user: str, article: str, kind: MarkKind, value: bool, at: str) -> Mark:
        mine = (MARKS.c.user == user) & (MARKS.c.article == article)
        with self._writing() as connection:
            row = connection.execute(select(*_MARK).where(mine)).first()
            before = Mark(*row) if row else Mark(user, article)
            made = replace(before, **{kind: value, "at": at})
            if made.read or made.star or made.later:
                connection.execute(insert(MARKS).prefix_with("OR REPLACE"), asdict(made))
            else:
                connection.execute(delete(MARKS).where(mine))
        return made

    def mark_read(self, user: str, articles: Sequence[str], at: str) -> None:
        rows = [asdict(Mark(user, article, read=True, at=at)) for article in dict.fromkeys(articles)]
        with self._writing() as connection:
            if rows:
                connection.execute(upsert(MARKS).on_conflict_do_update(index_elements=["user", "article"], set_={"read": True}), rows)

    def marks(self, user: str, articles: Sequence[str]) -> dict[str, Mark]:
        found = dict[str, Mark]()
        with self._reading() as connection:
            for at in range(0, len(articles), MOST):
                chosen = select(*_MARK).where(MARKS.c.user == user, MARKS.c.article.in_(articles[at : at + MOST]))
                found.update((row.article, Mark(*row)) for row in connection.execute(chosen))
        return found

    def marked(self, user: str, kind: MarkKind, limit: int, after: int = 0) -> tuple[Mark, ...]:
        chosen = select(*_MARK).where(MARKS.c.user == user, MARKS.c[kind]).order_by(MARKS.c.at.desc(), MARKS.c.article)
        with self._reading() as connection:
            return tuple(Mark(*row) for row in connection.execute(chosen.limit(limit).offset(after)))
