"""Taking articles out for good, in the desk's SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import asdict, replace
from sqlalchemy import Connection, delete, func, insert, or_, select, text, update

from dragoman.errors import NotFoundError
from dragoman.model.article import Article
from dragoman.model.codec import from_json
from dragoman.model.takedown import Buried, Plea, PleaState, Tombstone
from dragoman.ports import Words
from dragoman.store.accounttables import AUDIT, MARKS
from dragoman.store.cabinet import forget
from dragoman.store.graves import of_kind, rid_of_copies, rid_of_members
from dragoman.store.gravetables import BURIED, PLEAS, TOMBSTONES
from dragoman.store.shelf import Shelved
from dragoman.store.tables import (
    ARTICLES,
    CASTS,
    LEDGER,
    MEMBERS,
    NEWS,
    OBSERVED,
    PAGES,
    PLACED,
    PROBLEMS,
    READINGS,
    SIGHTINGS,
    WORDS,
)

_STONE = [TOMBSTONES.c[name] for name in ("n", "url", "at", "reason", "by", "undone")]
_PLEA = [PLEAS.c[name] for name in Plea.__struct_fields__]


class TakenDown(Shelved):
    """What a SQLite store does as a `Graveyard`."""

    _words: Words

    def bury(self, thing: str, stone: Tombstone, address: str = "") -> Buried:
        with self._writing() as connection:
            connection.execute(text("PRAGMA secure_delete = ON"))  # what is freed is overwritten
            url = connection.scalar(select(ARTICLES.c.url).where(or_(ARTICLES.c.id == thing, ARTICLES.c.url == thing)).limit(1))
            if url is None:
                raise NotFoundError(f"there is no article {thing!r} on this desk")
            chosen = select(ARTICLES.c.n, ARTICLES.c.id, ARTICLES.c.title, ARTICLES.c.raw).where(ARTICLES.c.url == url)
            held = connection.execute(chosen.order_by(ARTICLES.c.n)).all()
            ids, stories = [row.id for row in held], set[str]()
            asked = connection.scalars(select(LEDGER.c.asked).where(LEDGER.c.article.in_(ids))).all()
            stories.update(connection.scalars(select(MEMBERS.c.story).where(MEMBERS.c.article.in_(ids))))
            beside = connection.scalars(select(MEMBERS.c.article).where(MEMBERS.c.story.in_(stories), MEMBERS.c.article.not_in(ids))).all()
            self._unindex(connection, held)
            ended = _out_of_stories(connection, sorted(stories), ids, {row.title for row in held})
            _out_of_tables(connection, url, ids, asked)
            number = connection.scalar(
                insert(TOMBSTONES).returning(TOMBSTONES.c.n), {"url": url, "at": stone.at, "reason": stone.reason, "by": stone.by}
            )
            put = replace(stone, n=number or 0, url=url, articles=tuple(ids), stories=tuple(ended))
            under = (
                {("article", name) for name in ids} | {("story", name) for name in ended} | {("address", name) for name in (url, *asked)}
            )
            connection.execute(insert(BURIED), [{"thing": name, "kind": kind, "stone": put.n} for kind, name in sorted(under)])
            plea = (PLEAS.c.article.in_(ids) | (PLEAS.c.url == url)) & (PLEAS.c.state == "open")
            connection.execute(update(PLEAS).where(plea).values(state="done", by=stone.by, closed=stone.at))
            _note(connection, put, "takedown", stone.at, stone.by, address)
        self._purge()
        pictures = {image.url for row in held for image in from_json(row.raw, Article).images if image.url}
        return Buried(put, tuple(sorted(set(beside))), tuple(sorted(pictures)))

    def holding(self, thing: str) -> tuple[str, ...]:
        url = select(ARTICLES.c.url).where(or_(ARTICLES.c.id == thing, ARTICLES.c.url == thing)).limit(1)
        with self._reading() as connection:
            return tuple(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.url == url.scalar_subquery()).order_by(ARTICLES.c.n)))

    def unbury(self, thing: str, at: str, by: str) -> Tombstone:
        with self._writing() as connection:
            found = _stone(connection, thing)
            if found is None and thing.isascii() and thing.isdigit():
                mine = (TOMBSTONES.c.n == int(thing[:9])) & TOMBSTONES.c.undone.is_(None)
                row = connection.execute(select(*_STONE).where(mine)).first()
                found = _tombstone(connection, row) if row else None
            if found is None:
                raise NotFoundError(f"nothing of {thing!r} was removed from this desk")
            connection.execute(update(TOMBSTONES).where(TOMBSTONES.c.n == found.n).values(undone=at))
            _note(connection, found, "takedown undone", at, by, "")
            return replace(found, undone=at)

    def tombstone(self, thing: str) -> Tombstone | None:
        with self._reading() as connection:
            return _stone(connection, thing)

    def tombstones(self) -> tuple[Tombstone, ...]:
        with self._reading() as connection:
            rows = connection.execute(select(*_STONE).order_by(TOMBSTONES.c.n.desc())).all()
            return tuple(_tombstone(connection, row) for row in rows)

    def plead(self, plea: Plea, most: int) -> bool:
        row = {name: value for name, value in asdict(plea).items() if name != "n"}
        same = [PLEAS.c[name] == row[name] for name in ("article", "reason", "contact", "state")]
        with self._writing() as connection:
            if connection.execute(select(PLEAS.c.n).where(*same)).first():
                return True
            if (connection.scalar(select(func.count()).where(PLEAS.c.state == "open")) or 0) >= most:
                return False
            connection.execute(insert(PLEAS), row)
            return True

    def pleas(self, state: PleaState | None = None) -> tuple[Plea, ...]:
        chosen = select(*_PLEA).order_by(PLEAS.c.n.desc())
        with self._reading() as connection:
            return tuple(Plea(*row) for row in connection.execute(chosen.where(PLEAS.c.state == state) if state else chosen))

    def close_plea(self, n: int, state: PleaState, by: str, at: str) -> None:
        mine = (PLEAS.c.n == n) & (PLEAS.c.state == "open")
        with self._writing() as connection:
            if not connection.execute(update(PLEAS).where(mine).values(state=state, by=by, closed=at)).rowcount:
                raise NotFoundError(f"there is no open request {n}")

    def _unindex(self, connection: Connection, held: Sequence[Any]) -> None:
        """Takes rows out of the full-text table, which keeps no text and must be told what it had
        (https://www.sqlite.org/fts5.html, 6.5.1)."""
        line = text(f"INSERT INTO {WORDS}({WORDS}, rowid, title, body, lemmas) VALUES ('delete', :n, :title, :body, :lemmas)")
        for row in held:
            title, body, lemmas = self._words.columns(from_json(row.raw, Article))
            connection.execute(line, {"n": row.n, "title": title, "body": body, "lemmas": lemmas})

    def _purge(self) -> None:
        """Merges the index, so that its older parts lose the words too, and empties the write-ahead log as far as nobody reads from it."""
        with self._writing() as connection:
            connection.execute(text(f"INSERT INTO {WORDS}({WORDS}) VALUES ('optimize')"))
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def _out_of_stories(connection: Connection, stories: Sequence[str], ids: Sequence[str], titles: Iterable[str]) -> list[str]:
    """Takes the articles out of their stories; the stories that ended, and those that had led to them."""
    ended = rid_of_members(connection, stories, ids, set(titles))
    rid_of_copies(connection, stories, ids)
    connection.execute(delete(CASTS).where(CASTS.c.story.in_(stories)))
    return ended


def _out_of_tables(connection: Connection, url: str, ids: Sequence[str], asked: Sequence[str]) -> None:
    forget(connection, url)  # its days are to be filed again
    observed = select(OBSERVED.c.n).where(OBSERVED.c.url == url)
    connection.execute(delete(SIGHTINGS).where(SIGHTINGS.c.page.in_(observed)))
    connection.execute(delete(OBSERVED).where(OBSERVED.c.url == url))
    from_here = select(LEDGER.c.asked + "\n" + LEDGER.c.digest).where(LEDGER.c.article.in_(ids))
    connection.execute(delete(PAGES).where((PAGES.c.asked + "\n" + PAGES.c.digest).in_(from_here), PAGES.c.asked.in_(asked)))
    for table in (LEDGER, PLACED, READINGS, MARKS):
        connection.execute(delete(table).where(table.c.article.in_(ids)))
    connection.execute(delete(PROBLEMS).where(PROBLEMS.c.url.in_([url, *asked])))
    connection.execute(delete(NEWS).where(NEWS.c.id.in_(ids)))
    connection.execute(delete(ARTICLES).where(ARTICLES.c.id.in_(ids)))


def _stone(connection: Connection, thing: str) -> Tombstone | None:
    both = select(*_STONE).join(BURIED, BURIED.c.stone == TOMBSTONES.c.n)
    row = connection.execute(both.where(BURIED.c.thing == thing, TOMBSTONES.c.undone.is_(None)).order_by(TOMBSTONES.c.n.desc())).first()
    return _tombstone(connection, row) if row else None


def _tombstone(connection: Connection, row: Any) -> Tombstone:
    under = connection.execute(select(BURIED.c.kind, BURIED.c.thing).where(BURIED.c.stone == row.n).order_by(BURIED.c.thing)).all()
    return Tombstone(row.n, row.url, row.at, row.reason, row.by, row.undone, of_kind("article", under), of_kind("story", under))


def _note(connection: Connection, stone: Tombstone, what: str, at: str, by: str, address: str) -> None:
    row = {"at": at, "who": by, "what": what, "on": stone.url, "detail": stone.reason, "address": address}
    connection.execute(insert(AUDIT), row)
