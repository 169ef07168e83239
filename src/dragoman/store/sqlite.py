"""The desk in one SQLite file (WAL, FTS5): any number of readers beside one writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, delete, func, insert, select, text, update

from dragoman import languages
from dragoman.errors import NotFoundError
from dragoman.keeping import Kept
from dragoman.model.article import Article
from dragoman.model.codec import from_json, to_json
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Hit, Query
from dragoman.model.reading import Reading
from dragoman.model.story import Filed, Story
from dragoman.ports import Asked, Words
from dragoman.store import TOOLS, asking, rows
from dragoman.store.accountbook import Accounted
from dragoman.store.cabinet import Cabineted, forget, log_lines
from dragoman.store.catalogue import Catalogued
from dragoman.store.copybook import uncount
from dragoman.store.engine import opened, telling
from dragoman.store.keyring import Keyed
from dragoman.store.markbook import Marked
from dragoman.store.news import relist
from dragoman.store.newsstand import SCORE, Standing
from dragoman.store.sound import faults
from dragoman.store.stamp import Stamp
from dragoman.store.tables import ARTICLES, LEDGER, MEMBERS, PROBLEMS, READINGS, REDIRECTS, STORIES, WORDS
from dragoman.store.takedownbook import TakenDown
from dragoman.store.watchbook import Watched

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""


class Sqlite(Cabineted, Accounted, Keyed, Watched, Marked, Standing, TakenDown, Catalogued):
    """`path` is the desk's folder (made where there is none; None: in memory), `words` cuts texts and questions (the default: the desk's
    own index), `timeout` seconds to wait for a writer.
    Raises `StoreError` where the folder's file is no desk, damaged, locked, or from a newer version."""

    def __init__(self, path: str | None, words: Words | None = None, timeout: float = 10.0) -> None:
        self._where = path or "memory"
        self._words: Words = words or TOOLS.make("words")
        self._engine = opened(path, timeout)
        self._stamp = Stamp(self._engine)
        self._languages = Kept(1)

    def close(self) -> None:
        """Lets go of the file."""
        self._stamp.close()
        self._engine.dispose()

    def version(self) -> tuple[int, int]:
        with telling(self._where):
            return self._stamp.version()

    def known(self, asked: str, digest: str) -> str | None:
        with self._reading() as connection:
            return connection.scalar(select(LEDGER.c.article).where(LEDGER.c.asked == asked, LEDGER.c.digest == digest))

    def save(self, asked: str, digest: str, reading: Reading, stories: Sequence[Story], log: Sequence[Filed] = ()) -> str:
        columns = self._words.columns(reading.article)
        with self._writing() as connection:
            known = (LEDGER.c.asked == asked) & (LEDGER.c.digest == digest)
            before = connection.scalar(select(LEDGER.c.article).where(known))
            state = _save_article(connection, reading, columns, before)
            relist(connection, reading)
            if before is not None:
                connection.execute(update(LEDGER).where(LEDGER.c.article == before).values(article=reading.article.id))
            connection.execute(insert(LEDGER).prefix_with("OR REPLACE"), {"asked": asked, "digest": digest, "article": reading.article.id})
            connection.execute(delete(PROBLEMS).where(PROBLEMS.c.url.in_([asked, reading.article.url])))
            uncount(connection, reading.article.id)
            _save_stories(connection, stories, ())
            log_lines(connection, log)
        return state

    def file(self, stories: Sequence[Story], gone: Sequence[tuple[str, str]]) -> None:
        with self._writing() as connection:
            _save_stories(connection, stories, gone)

    def _tell(self, connection: Connection, stories: Sequence[Story], gone: Sequence[tuple[str, str]]) -> None:
        _save_stories(connection, stories, gone)

    def report(self, problems: Sequence[Problem]) -> None:
        with self._writing() as connection:
            for problem in problems:
                place = (PROBLEMS.c.url == problem.url) & (PROBLEMS.c.stage == problem.stage)
                before = connection.scalar(select(PROBLEMS.c.raw).where(place))
                attempts = problem.attempts + (from_json(before, Problem).attempts if before else 0)
                row = {"url": problem.url, "stage": problem.stage, "raw": to_json(replace(problem, attempts=attempts))}
                connection.execute(insert(PROBLEMS).prefix_with("OR REPLACE"), row)

    def readings(self, query: Query | None = None, ids: Sequence[str] | None = None) -> Iterator[Reading]:
        asked = self._asked(query) if query is not None else None
        with self._reading() as connection:
            if ids is not None and len(ids) > MOST:
                found = [
                    row for at in range(0, len(ids), MOST) for row in connection.execute(asking.reading_rows(asked, ids[at : at + MOST]))
                ]
                yield from sorted((rows.reading(*row) for row in found), key=_canonical)
                return
            for row in connection.execution_options(yield_per=200).execute(asking.reading_rows(asked, ids)):
                yield rows.reading(*row)

    def story(self, story: str) -> Story:
        with self._reading() as connection:
            name = connection.scalar(select(REDIRECTS.c.new).where(REDIRECTS.c.old == story)) or story
            row = connection.execute(select(STORIES.c.id, STORIES.c.raw).where(STORIES.c.id == name)).first()
            if row is None:
                held = select(MEMBERS.c.story).where(MEMBERS.c.article == story).order_by(SCORE.desc(), MEMBERS.c.story).limit(1)
                row = connection.execute(select(STORIES.c.id, STORIES.c.raw).where(STORIES.c.id == held.scalar_subquery())).first()
            if row is None:
                raise NotFoundError(f"no story {story!r} on this desk")
            return _with_members(connection, [(row[0], row[1])])[0]

    def stories(self, query: Query) -> Found[Story]:
        asked = self._asked(query)
        with self._reading() as connection:
            found = connection.execute(asking.story_rows(asked)).all()
            page = found[: query.limit]
            more = f"{page[-1][1] or ''}|{page[-1][2]}|{page[-1][0]}" if page and len(found) > query.limit else None
            return Found(tuple(_with_members(connection, [(row[0], row[3]) for row in page])), more)

    def search(self, query: Query) -> Found[Hit]:
        asked = self._asked(query)
        with self._reading() as connection:
            best = asking.best_hits(connection, asked)
            found = connection.execute(asking.hit_rows(asked)).all() if best is None else best
        page = found[: query.limit]
        more = str(query.offset + query.limit) if page and len(found) > query.limit else None
        return Found(tuple(self._hit(raw, float(score), asked) for raw, score in page), more)

    def _asked(self, query: Query) -> Asked:
        """The question with the languages that it may be answered in, which only its words need."""
        if not query.text:
            return self._words.ask(query)
        return self._words.ask(query, self._languages.answer("", self.version(), self._spoken))

    def ready(self) -> None:
        self._words.ready(self._spoken())

    def _spoken(self) -> tuple[str, ...]:
        with self._reading() as connection:
            held = connection.scalars(select(ARTICLES.c.language).distinct().order_by(ARTICLES.c.language)).all()
        return tuple(dict.fromkeys(languages.base(code) for code in held))

    def problems(self) -> tuple[Problem, ...]:
        with self._reading() as connection:
            found = connection.scalars(select(PROBLEMS.c.raw).order_by(PROBLEMS.c.url, PROBLEMS.c.stage))
            return tuple(from_json(raw, Problem) for raw in found)

    def check(self) -> list[str]:
        with self._reading() as connection:
            return faults(connection)

    def _hit(self, raw: bytes, score: float, asked: Asked) -> Hit:
        article = from_json(raw, Article)
        published = article.published.value
        snippet = self._words.snippet(article, asked)
        return Hit(article.id, article.title, article.language, round(score, 8), snippet, published, article.source.id)


def _save_article(connection: Connection, reading: Reading, columns: tuple[str, str, str], before: str | None) -> str:
    """`before` is what the same bytes were read as: they are read again, so that what they are now counts, be it an older version."""
    article = reading.article
    held = connection.execute(
        select(READINGS.c.made_by, ARTICLES.c.version, ARTICLES.c.current)
        .join(ARTICLES, ARTICLES.c.id == READINGS.c.article)
        .where(READINGS.c.article == article.id)
    ).first()
    if held is not None:
        row = rows.reading_row(reading)
        if held[0] != row["made_by"] or before is not None:
            forget(connection, article.url)
            connection.execute(update(READINGS).where(READINGS.c.article == article.id), row)
        if before is not None:
            connection.execute(update(ARTICLES).where(ARTICLES.c.url == article.url).values(current=0))
            connection.execute(update(ARTICLES).where(ARTICLES.c.id == article.id), rows.article_row(article, held[1]))
        return "known" if held[2] or before is None else "changed"
    version = connection.scalar(select(func.max(ARTICLES.c.version)).where(ARTICLES.c.url == article.url)) or 0
    if version:
        forget(connection, article.url)
        connection.execute(update(ARTICLES).where(ARTICLES.c.url == article.url).values(current=0))
    number = connection.scalar(insert(ARTICLES).returning(ARTICLES.c.n), rows.article_row(article, version + 1))
    connection.execute(insert(READINGS), rows.reading_row(reading))
    title, body, lemmas = columns
    words: dict[str, Any] = {"n": number, "title": title, "body": body, "lemmas": lemmas}
    connection.execute(text(f"INSERT INTO {WORDS}(rowid, title, body, lemmas) VALUES (:n, :title, :body, :lemmas)"), words)
    return "changed" if version else "new"


def _save_stories(connection: Connection, stories: Sequence[Story], gone: Sequence[tuple[str, str]]) -> None:
    """Members are taken out of every story concerned before they are put into their new places."""
    names = [story.id for story in stories]
    for at in range(0, len(names) + len(gone), MOST):
        part = [*names, *(old for old, _ in gone)][at : at + MOST]
        connection.execute(delete(MEMBERS).where(MEMBERS.c.story.in_(part)))
    for story in stories:
        connection.execute(delete(REDIRECTS).where(REDIRECTS.c.old == story.id))
        known = connection.scalar(select(STORIES.c.id).where(STORIES.c.id == story.id))
        row = rows.story_row(story)
        connection.execute(update(STORIES).where(STORIES.c.id == story.id).values(row) if known else insert(STORIES).values(row))
        members = rows.member_rows(story)
        if members:
            connection.execute(insert(MEMBERS), members)
    for old, new in gone:
        connection.execute(delete(STORIES).where(STORIES.c.id == old))
        if not new:
            connection.execute(delete(REDIRECTS).where(REDIRECTS.c.new == old))
            continue
        connection.execute(update(REDIRECTS).where(REDIRECTS.c.new == old).values(new=new))
        connection.execute(insert(REDIRECTS).prefix_with("OR REPLACE"), {"old": old, "new": new})


def _with_members(connection: Connection, found: Sequence[tuple[str, bytes]]) -> list[Story]:
    members: dict[str, list[bytes]] = {name: [] for name, _ in found}
    names = list(members)
    for at in range(0, len(names), MOST):
        chosen = (
            select(MEMBERS.c.story, MEMBERS.c.raw)
            .where(MEMBERS.c.story.in_(names[at : at + MOST]))
            .order_by(MEMBERS.c.story, MEMBERS.c.place)
        )
        for name, raw in connection.execute(chosen):
            members[name].append(raw)
    return [rows.story(raw, members[name]) for name, raw in found]


def _canonical(reading: Reading) -> tuple[str, str]:
    first, last = rows.bounds(reading.article.published)
    return first or last or asking.UNDATED, reading.article.id
