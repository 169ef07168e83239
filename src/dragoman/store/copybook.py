"""Copies, in the desk's SQLite file."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.model.codec import from_json, to_json
from dragoman.model.story import Breadth, Comparison, Copy
from dragoman.store.roster import Rostered
from dragoman.store.tables import COPIES, MEMBERS

MOST = 500
"""Ids in one question: SQLite limits the parameters of a statement."""


class Copied(Rostered):
    """What a SQLite store does as a `Copybook`."""

    def copy_seals(self) -> dict[str, str]:
        with self._reading() as connection:
            return {row[0]: row[1] for row in connection.execute(select(COPIES.c.story, COPIES.c.seal))}

    def copies(self, story: str) -> tuple[Copy, ...] | None:
        with self._reading() as connection:
            raw = connection.scalar(select(COPIES.c.raw).where(COPIES.c.story == story))
            return from_json(raw, tuple[Copy, ...]) if raw is not None else None

    def verdicts(self, story: str) -> tuple[Comparison, ...]:
        with self._reading() as connection:
            raw = connection.scalar(select(COPIES.c.verdicts).where(COPIES.c.story == story))
            return from_json(zlib.decompress(raw), tuple[Comparison, ...]) if raw is not None else ()

    def breadths(self, stories: Sequence[str]) -> dict[str, Breadth]:
        found: dict[str, Breadth] = {}
        with self._reading() as connection:
            for at in range(0, len(stories), MOST):
                chosen = select(COPIES.c.story, COPIES.c.breadth).where(COPIES.c.story.in_(stories[at : at + MOST]))
                for story, raw in connection.execute(chosen.where(COPIES.c.breadth.is_not(None))):
                    found[story] = from_json(raw, Breadth)
        return found

    def recopy(self, story: str, seal: str, copies: Sequence[Copy], verdicts: Sequence[Comparison], breadth: Breadth | None = None) -> None:
        row: dict[str, Any] = {"story": story, "seal": seal, "raw": to_json(copies), "verdicts": zlib.compress(to_json(verdicts))}
        row["breadth"] = to_json(breadth) if breadth is not None else None
        with self._writing() as connection:
            connection.execute(insert(COPIES).prefix_with("OR REPLACE"), row)

    def uncopy(self, stories: Sequence[str]) -> None:
        with self._writing() as connection:
            for story in stories:
                connection.execute(delete(COPIES).where(COPIES.c.story == story))


def uncount(connection: Connection, article: str) -> None:
    """How broad the stories of an article are is to be counted again."""
    mine = select(MEMBERS.c.story).where(MEMBERS.c.article == article)
    connection.execute(update(COPIES).where(COPIES.c.story.in_(mine), COPIES.c.breadth.is_not(None)).values(breadth=None))
