"""Queries as SQL conditions and pages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal_column, or_, select, text

from dragoman.model.query import Query
from dragoman.ports import Asked
from dragoman.store.tables import ARTICLES, MEMBERS, NEWS, READINGS, STORIES, SUBJECTS, WORDS

UNDATED = "9999"
"""Sorts articles of unknown date behind all others."""

SCORE = f"bm25({WORDS}, 4.0, 1.0, 0.5)"
FAR = 300
"""Hits behind which pages of a search are not looked for in the index alone."""

SLACK = 60
"""Hits that are looked at in the index beside those of the page and of those before it, since older versions may be among them."""

_BEST = f"""
WITH best AS MATERIALIZED (
  SELECT rowid AS n, {SCORE} AS score FROM {WORDS} WHERE {WORDS} MATCH :match ORDER BY score, rowid LIMIT :most),
page AS MATERIALIZED (
  SELECT best.n, best.score, news.id FROM best JOIN news ON news.n = best.n ORDER BY best.score, news.id LIMIT :limit OFFSET :first)
SELECT articles.raw, page.score, (SELECT count(*) FROM best) AS held, (SELECT max(score) FROM best) AS last
FROM page JOIN articles ON articles.n = page.n ORDER BY page.score, page.id"""


def conditions(query: Query) -> list[ColumnElement[bool]]:
    """What the filters ask of a row of `articles`. A date range takes in whatever may lie in it; unknown dates are left out of ranges."""
    found: list[ColumnElement[bool]] = [ARTICLES.c.current == 1]
    if query.language:
        found.append(or_(ARTICLES.c.language == query.language, ARTICLES.c.language.startswith(query.language + "-", autoescape=True)))
    if query.source:
        found.append(ARTICLES.c.source == query.source)
    if query.since:
        found.append(ARTICLES.c.latest >= query.since)
    if query.until:
        found.append(ARTICLES.c.earliest <= query.until + "~")
    if query.story:
        found.append(ARTICLES.c.id.in_(select(MEMBERS.c.article).where(MEMBERS.c.story == query.story)))
    if query.country or query.section:
        wanted = {NEWS.c.country: query.country, NEWS.c.section: query.section}
        found.append(ARTICLES.c.n.in_(select(NEWS.c.n).where(*(column == value for column, value in wanted.items() if value))))
    if query.topic:
        found.append(ARTICLES.c.n.in_(select(SUBJECTS.c.n).where(SUBJECTS.c.subject == query.topic)))
    return found


def worded(asked: Asked) -> list[ColumnElement[bool]]:
    """What the words ask of a row of `articles`."""
    found: list[ColumnElement[bool]] = []
    if asked.match:
        found.append(text(f"articles.n IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :match)").bindparams(match=asked.match))  # type: ignore[arg-type]
    if asked.unless:
        found.append(text(f"articles.n NOT IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH :unless)").bindparams(unless=asked.unless))  # type: ignore[arg-type]
    return found


def reading_rows(asked: Asked | None, ids: Sequence[str] | None) -> Select[bytes, bytes, bytes]:
    """Article, reading and vector, in canonical order."""
    chosen = select(ARTICLES.c.raw, READINGS.c.raw, READINGS.c.vector).join(READINGS, READINGS.c.article == ARTICLES.c.id)
    if ids is not None:
        chosen = chosen.where(ARTICLES.c.id.in_(ids))
    elif asked is None:
        chosen = chosen.where(ARTICLES.c.current == 1)
    if asked is not None:
        chosen = chosen.where(*conditions(asked.query), *worded(asked))
    return chosen.order_by(func.coalesce(ARTICLES.c.earliest, ARTICLES.c.latest, UNDATED), ARTICLES.c.id)


def story_rows(asked: Asked) -> Select[str, str | None, int, bytes]:
    """Stories of which a member fits, newest first; one more than the limit, so that the caller sees whether there is a next page."""
    chosen = select(STORIES.c.id, STORIES.c.last, STORIES.c.size, STORIES.c.raw)
    narrowed = [*conditions(asked.query)[1:], *worded(asked)]
    if narrowed:
        chosen = chosen.where(exists().where(MEMBERS.c.story == STORIES.c.id, MEMBERS.c.article == ARTICLES.c.id, *narrowed))
    last = func.coalesce(STORIES.c.last, "")
    mark = asked.query.after.split("|") if asked.query.after else []
    if len(mark) == 3 and mark[1].isdecimal():
        size = int(mark[1][:9])
        chosen = chosen.where(
            or_(last < mark[0], (last == mark[0]) & or_(STORIES.c.size < size, (STORIES.c.size == size) & (STORIES.c.id > mark[2])))
        )
    return chosen.order_by(last.desc(), STORIES.c.size.desc(), STORIES.c.id).limit(asked.query.limit + 1)


def best_hits(connection: Connection, asked: Asked) -> list[tuple[bytes, float]] | None:
    """What `hit_rows` finds, where only words are asked for: the best rows of the index alone, of which articles are read for one page.
    A word of half of all articles costs a third so. None where that does not settle the page: filters, a page far behind, scores that are
    the same where the rows read end."""
    first, limit = asked.query.offset, asked.query.limit + 1
    if asked.match is None or asked.unless or len(conditions(asked.query)) > 1 or first > FAR:
        return None
    most = 2 * (first + limit) + SLACK
    rows = connection.execute(text(_BEST), {"match": asked.match, "most": most, "limit": limit, "first": first}).all()
    if not rows or (rows[0].held == most and (len(rows) < limit or rows[-1].score >= rows[0].last)):
        return None
    return [(row.raw, -row.score) for row in rows]


def hit_rows(asked: Asked) -> Select[bytes, float]:
    """Articles that fit with their score, best first; pages are counted, since scores shift when articles come in."""
    if asked.match:
        found = text(f"{WORDS} MATCH :match").bindparams(match=asked.match)
        score: ColumnElement[float] = literal_column(SCORE)
        chosen = select(ARTICLES.c.raw, -score).select_from(ARTICLES).join(text(WORDS), literal_column(f"{WORDS}.rowid") == ARTICLES.c.n)
        chosen = chosen.where(found, *worded(Asked(asked.query, None, asked.unless)), *conditions(asked.query))
        ordered = chosen.order_by(score, ARTICLES.c.id)
    else:
        chosen = select(ARTICLES.c.raw, literal_column("0.0")).where(*worded(asked), *conditions(asked.query))
        ordered = chosen.order_by(func.coalesce(ARTICLES.c.latest, "").desc(), ARTICLES.c.id)
    return ordered.limit(asked.query.limit + 1).offset(asked.query.offset)
