"""Copies, in the desk's SQLite file."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from dragoman.model.codec import from_json, to_json
from dragoman.model.story import Comparison, Copy
from dragoman.store.roster import Rostered
from dragoman.store.tables import COPIES


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

    def recopy(self, story: str, seal: str, copies: Sequence[Copy], verdicts: Sequence[Comparison]) -> None:
        row = {"story": story, "seal": seal, "raw": to_json(copies), "verdicts": zlib.compress(to_json(verdicts))}
        with self._writing() as connection:
            connection.execute(insert(COPIES).prefix_with("OR REPLACE"), row)

    def uncopy(self, stories: Sequence[str]) -> None:
        with self._writing() as connection:
            for story in stories:
                connection.execute(delete(COPIES).where(COPIES.c.story == story))
