"""Kept pages and counted lines, in the desk's SQLite file."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec.structs import asdict, replace
from sqlalchemy import Connection, Engine, case, delete, func, insert, select, text, update

from dragoman.errors import NotFoundError
from dragoman.extract.lines.learned import QUOTED, SAME
from dragoman.model.codec import from_json, to_json
from dragoman.model.furniture import Correction, FurnitureLine, Kept, Learned, LineCount, Observed, SiteSeen, Verdict
from dragoman.model.page import Page
from dragoman.store import asking
from dragoman.store.engine import telling
from dragoman.store.tables import ARTICLES, CORRECTIONS, FURNITURE, LEDGER, OBSERVED, PAGES, SIGHTINGS

WINDOW = 2_000
"""Pages of a site whose lines are counted: layouts change, and counting stays quick."""

HEADERS = frozenset(("content-type", "content-language", "last-modified", "link", "date"))
"""Headers that are kept with a page: those that extraction may read."""

_LINE = ("site", "key", "kind", "start", "end", "text")
_IN_TEXT = ("", QUOTED)
_COUNT = """SELECT s.key, {template}, min(s.text), max(s.text), count(DISTINCT o.document), count(DISTINCT nullif(o.day, '')),
  coalesce(min(nullif(o.day, '')), ''), max(o.day), avg(s.start), avg(s."end"), avg(s.start * s.start), avg(s."end" * s."end"), count(*),
  sum(s.kind = :quoted), sum(s.kind NOT IN ('', :quoted)), max(CASE WHEN s.kind = :quoted THEN '' ELSE s.kind END), avg(s.size)
  FROM sightings s JOIN observed o ON o.n = s.page WHERE s.site = :site
  GROUP BY s.key{group} HAVING count(DISTINCT o.document) >= :least ORDER BY s.key, 2"""


class Shelved:
    """What a SQLite store does as a `Shelf`."""

    _engine: Engine
    _where: str

    def keep(self, pages: Sequence[Kept]) -> None:
        rows = [_page_row(kept.asked, kept.digest, kept.page) for kept in pages if kept.page]
        if rows:
            with self._writing() as connection:
                connection.execute(insert(PAGES).prefix_with("OR IGNORE"), rows)

    def kept(self, article: str) -> Kept | None:
        both = (PAGES.c.asked == LEDGER.c.asked) & (PAGES.c.digest == LEDGER.c.digest)
        chosen = (
            select(LEDGER.c.asked, LEDGER.c.digest, PAGES.c.raw, PAGES.c.body).outerjoin(PAGES, both).where(LEDGER.c.article == article)
        )
        newest = chosen.order_by(PAGES.c.body.is_(None), PAGES.c.fetched.desc(), LEDGER.c.asked, LEDGER.c.digest).limit(1)
        with self._reading() as connection:
            row = connection.execute(newest).first()
        if row is None:
            return None
        page = replace(from_json(row[2], Page), body=zlib.decompress(row[3])) if row[2] else None
        return Kept(row[0], row[1], page)

    def unseen(self) -> tuple[str, ...]:
        chosen = select(ARTICLES.c.id).where(ARTICLES.c.current == 1, ARTICLES.c.id.not_in(select(OBSERVED.c.article)))
        with self._reading() as connection:
            return tuple(connection.scalars(chosen.order_by(func.coalesce(ARTICLES.c.earliest, asking.UNDATED), ARTICLES.c.id)))

    def observe(self, pages: Sequence[Observed]) -> None:
        with self._writing() as connection:
            for page in pages:
                _observe(connection, page)
            for site in sorted({page.site for page in pages}):
                _forget(connection, site)

    def sites(self) -> tuple[SiteSeen, ...]:
        seen = select(OBSERVED.c.site, func.count(OBSERVED.c.document.distinct()), func.count(OBSERVED.c.template.distinct()))
        due = case((OBSERVED.c.wait > 0, 1), else_=0)
        by_site = seen.add_columns(func.sum(OBSERVED.c.fresh), func.sum(due)).where(OBSERVED.c.counted == 1).group_by(OBSERVED.c.site)
        learned = select(FURNITURE.c.site, func.count()).group_by(FURNITURE.c.site)
        corrected = select(CORRECTIONS.c.site, func.count(CORRECTIONS.c.key.distinct())).where(CORRECTIONS.c.undone.is_(None))
        with self._reading() as connection:
            lines = {row[0]: int(row[1]) for row in connection.execute(learned)}
            said = {row[0]: int(row[1]) for row in connection.execute(corrected.group_by(CORRECTIONS.c.site))}
            rows = connection.execute(by_site.order_by(OBSERVED.c.site)).all()
        return tuple(SiteSeen(row[0], row[1], row[2], lines.get(row[0], 0), said.get(row[0], 0), row[3], row[4]) for row in rows)

    def counts(self, site: str, least: int) -> tuple[LineCount, ...]:
        documents = func.count(OBSERVED.c.document.distinct())
        mine = (OBSERVED.c.site == site) & (OBSERVED.c.counted == 1)
        found = []
        with self._reading() as connection:
            total = connection.scalar(select(documents).where(mine)) or 0
            by_template = select(OBSERVED.c.template, documents).where(mine).group_by(OBSERVED.c.template)
            of = {row[0]: int(row[1]) for row in connection.execute(by_template)}
            for template, group in (("''", ""), ("o.template", ", o.template")):
                query = text(_COUNT.format(template=template, group=group))
                for row in connection.execute(query, {"site": site, "quoted": QUOTED, "least": least}):
                    found.append(_count(row, of[row[1]] if group else total))
        return tuple(found)

    def learn(self, site: str, lines: Sequence[FurnitureLine]) -> None:
        with self._writing() as connection:
            here = FURNITURE.c.site == site
            before = {(row[0], row[1]) for row in connection.execute(select(FURNITURE.c.template, FURNITURE.c.key).where(here))}
            connection.execute(delete(FURNITURE).where(here))
            if lines:
                connection.execute(insert(FURNITURE), [asdict(line) for line in lines])
            changed = before ^ {(line.template, line.key) for line in lines}
            for name in sorted({name for _, name in changed}):
                with_line = select(SIGHTINGS.c.page).where(
                    SIGHTINGS.c.site == site, SIGHTINGS.c.key == name, SIGHTINGS.c.kind.in_(_IN_TEXT)
                )
                connection.execute(update(OBSERVED).where(OBSERVED.c.n.in_(with_line), OBSERVED.c.wait == 0).values(wait=1))
            connection.execute(update(OBSERVED).where(OBSERVED.c.site == site).values(fresh=0))

    def learned(self, site: str | None = None) -> Learned:
        lines = select(*(FURNITURE.c[name] for name in FurnitureLine.__struct_fields__)).order_by("site", "template", "key")
        said = select(*(CORRECTIONS.c[name] for name in Correction.__struct_fields__)).order_by(CORRECTIONS.c.n)
        if site is not None:
            lines, said = lines.where(FURNITURE.c.site == site), said.where(CORRECTIONS.c.site == site)
        with self._reading() as connection:
            return Learned(
                tuple(FurnitureLine(*row) for row in connection.execute(lines)), tuple(Correction(*row) for row in connection.execute(said))
            )

    def correct(self, correction: Correction, undo: bool = False) -> Verdict | None:
        mine = (CORRECTIONS.c.site == correction.site) & (CORRECTIONS.c.key == correction.key) & CORRECTIONS.c.undone.is_(None)
        standing = select(CORRECTIONS.c.n, CORRECTIONS.c.verdict).where(mine).order_by(CORRECTIONS.c.n.desc()).limit(1)
        with self._writing() as connection:
            if not undo:
                connection.execute(insert(CORRECTIONS), asdict(correction))
            else:
                last = connection.execute(standing).first()
                if last is None:
                    raise NotFoundError(f"nobody corrected this line of {correction.site}: {correction.text!r}")
                connection.execute(update(CORRECTIONS).where(CORRECTIONS.c.n == last[0]).values(undone=correction.at))
            with_line = select(SIGHTINGS.c.page).where(SIGHTINGS.c.site == correction.site, SIGHTINGS.c.key == correction.key)
            connection.execute(update(OBSERVED).where(OBSERVED.c.n.in_(with_line)).values(wait=2))
            now = connection.execute(standing).first()
        return now[1] if now else None

    def waiting(self) -> tuple[tuple[str, bool], ...]:
        chosen = select(OBSERVED.c.article, OBSERVED.c.wait).join(ARTICLES, ARTICLES.c.id == OBSERVED.c.article)
        due = chosen.where(OBSERVED.c.wait > 0, ARTICLES.c.current == 1)
        with self._reading() as connection:
            rows = connection.execute(due.order_by(func.coalesce(ARTICLES.c.earliest, asking.UNDATED), ARTICLES.c.id))
            return tuple((article, wait > 1) for article, wait in rows)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with telling(self._where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with telling(self._where), self._engine.connect().execution_options(write=True) as connection, connection.begin():
            yield connection


def _page_row(asked: str, digest: str, page: Page) -> dict[str, Any]:
    headers = {name: value for name, value in page.headers.items() if name.lower() in HEADERS}
    raw = to_json(replace(page, body=b"", headers=headers))
    return {"asked": asked, "digest": digest, "fetched": page.fetched, "raw": raw, "body": zlib.compress(page.body)}


def _observe(connection: Connection, page: Observed) -> None:
    """Puts a page into the place of its address, or behind all others. A page that shows the same lines as before teaches nothing new."""
    held = connection.execute(select(OBSERVED.c.n, OBSERVED.c.document).where(OBSERVED.c.url == page.url)).first()
    row: dict[str, Any] = {"article": page.article, "site": page.site, "template": page.template, "day": page.day, "counted": 1, "wait": 0}
    lines = [
        {"number": place, "site": page.site, "key": line.key, "kind": line.kind, "text": line.text}
        | {"start": line.start, "end": line.end, "size": line.words}
        for place, line in enumerate(page.lines)
    ]
    if held is None:
        size, document = _document(connection, page)
        row |= {"url": page.url, "size": size, "document": document, "fresh": 1}
        number = connection.scalar(insert(OBSERVED).returning(OBSERVED.c.n), row)
    else:
        number = held[0]
        chosen = select(*(SIGHTINGS.c[name] for name in _LINE)).where(SIGHTINGS.c.page == number).order_by(SIGHTINGS.c.number)
        if [tuple(line[name] for name in _LINE) for line in lines] == [tuple(old) for old in connection.execute(chosen)]:
            connection.execute(update(OBSERVED).where(OBSERVED.c.n == number), row)
            return
        connection.execute(delete(SIGHTINGS).where(SIGHTINGS.c.page == number))
        row |= {"size": _document(connection, page)[0], "fresh": 1}
        connection.execute(update(OBSERVED).where(OBSERVED.c.n == number), row)
    if lines:
        connection.execute(insert(SIGHTINGS), [line | {"page": number} for line in lines])


def _document(connection: Connection, page: Observed) -> tuple[float, str]:
    """The page's words in lines that are not learned, and the document that it is a version of: itself where it is none."""
    learned = set(connection.scalars(select(FURNITURE.c.key).where(FURNITURE.c.site == page.site)))
    words = {line.key: line.words for line in page.lines if line.kind in _IN_TEXT and line.key not in learned}
    size = sum(words.values())
    shared = (
        select(OBSERVED.c.n, OBSERVED.c.document, OBSERVED.c.size, func.sum(SIGHTINGS.c.size))
        .join(SIGHTINGS, SIGHTINGS.c.page == OBSERVED.c.n)
        .where(
            SIGHTINGS.c.site == page.site, SIGHTINGS.c.key.in_(sorted(words)), SIGHTINGS.c.kind.in_(_IN_TEXT), OBSERVED.c.url != page.url
        )
        .group_by(OBSERVED.c.n)
    )
    alike = [(-common / max(1.0, min(size, other)), number, document) for number, document, other, common in connection.execute(shared)]
    best = min(alike, default=(0.0, 0, ""))
    return size, best[2] if -best[0] > SAME else page.url


def _forget(connection: Connection, site: str) -> None:
    """Counts only the latest pages of a site."""
    counted = (OBSERVED.c.site == site) & (OBSERVED.c.counted == 1)
    last = connection.scalar(select(OBSERVED.c.n).where(counted).order_by(OBSERVED.c.n.desc()).offset(WINDOW).limit(1))
    if last is not None:
        old = counted & (OBSERVED.c.n <= last)
        connection.execute(delete(SIGHTINGS).where(SIGHTINGS.c.page.in_(select(OBSERVED.c.n).where(old))))
        connection.execute(update(OBSERVED).where(old).values(counted=0))


def _count(row: Any, of: int) -> LineCount:
    key, template, low, high, pages, days, first, last, start, end, starts, ends, seen, quoted, ruled, kind, words = row
    start_spread, end_spread = (math.sqrt(max(0.0, squares - mean * mean)) for mean, squares in ((start, starts), (end, ends)))
    at = (round(start, 3), round(end, 3), round(start_spread, 3), round(end_spread, 3))
    return LineCount(key, template, low, high, pages, of, days, first, last, at[0], at[1], at[2], at[3], seen, quoted, ruled, kind, words)
