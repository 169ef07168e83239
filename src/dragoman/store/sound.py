"""Is the desk sound? SQLite's own check, and what must hold between the tables."""

from __future__ import annotations

import struct

import msgspec
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from dragoman.model.ids import article_id
from dragoman.store import rows
from dragoman.store.tables import WORDS

MOST = 20
"""Lines of one kind that are told before the rest is only counted."""

RULES = (
    ("SELECT id FROM articles WHERE id NOT IN (SELECT article FROM readings)", "article {0} has no reading"),
    ("SELECT url FROM articles GROUP BY url HAVING sum(current) != 1", "{0} has no or several current versions"),
    ("SELECT id FROM stories WHERE id NOT IN (SELECT story FROM members)", "story {0} has no members"),
    ("SELECT s.id FROM stories s WHERE s.size != (SELECT count(*) FROM members m WHERE m.story = s.id)", "story {0} miscounts its members"),
    ("SELECT old, new FROM redirects WHERE new NOT IN (SELECT id FROM stories)", "story {0} was moved to {1}, which is not here"),
    ("SELECT old FROM redirects WHERE old IN (SELECT id FROM stories)", "story {0} is both here and moved"),
    (f"SELECT id FROM articles WHERE n NOT IN (SELECT id FROM {WORDS}_docsize)", "article {0} is not in the search index"),
    (f"SELECT id FROM {WORDS}_docsize WHERE id NOT IN (SELECT n FROM articles)", "the search index holds row {0}, which is no article"),
)


def faults(connection: Connection) -> list[str]:
    """One line a fault, sorted by kind; empty when sound."""
    try:
        integrity = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
        if integrity:
            return [f"the file is damaged: {line}" for line in integrity[:MOST]]
        found = [f"a row of {row[0]} points to a missing row of {row[2]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
        for sql, sentence in RULES:
            lines = [sentence.format(*row) for row in connection.execute(text(sql))]
            found += sorted(lines)[:MOST] + ([f"... and {len(lines) - MOST} more of this kind"] if len(lines) > MOST else [])
        return found + _undecodable(connection)
    except DatabaseError as error:
        return [f"the file is damaged: {error.orig}"]


def _undecodable(connection: Connection) -> list[str]:
    """Readings that do not decode, or whose article is not the one its id names."""
    found = []
    query = text("SELECT a.id, a.raw, r.raw, r.vector FROM articles a JOIN readings r ON r.article = a.id ORDER BY a.id")
    for name, article, rest, vector in connection.execution_options(yield_per=200).execute(query):
        try:
            reading = rows.reading(article, rest, vector)
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError, struct.error) as error:
            found.append(f"article {name} cannot be read: {error}")
            continue
        held = reading.article
        if held.id != name:
            found.append(f"article {name} holds another one, {held.id}")
        elif name.startswith("a") and len(name) == 17 and article_id(held.url, held.title, held.text) != name:
            found.append(f"article {name} is not what its id says: its address, title or text was changed")
    return found
