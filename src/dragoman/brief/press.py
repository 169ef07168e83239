"""The press of a story: each outlet's part in it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.reading import Reading
from dragoman.model.story import Copy, PressLine


def press(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[PressLine, ...]:
    """One line an outlet, the first to report first, undated ones last.

    A reprint is listed with its outlet, but what it quotes is counted only where it was first printed: `statements` and
    `parties_quoted` come from texts that copy nobody.
    """
    reprinted = {copy.article for copy in copies}
    outlets: dict[str, list[Reading]] = {}
    for reading in sorted(readings, key=lambda one: (_date(one) or "9999", one.article.id)):
        outlets.setdefault(reading.article.outlet, []).append(reading)
    lines = [_line(held, reprinted) for _, held in sorted(outlets.items())]
    return tuple(sorted(lines, key=lambda line: (line.first or "9999", line.outlet)))


def _line(held: Sequence[Reading], reprinted: set[str]) -> PressLine:
    own = [reading for reading in held if reading.article.id not in reprinted]
    said = [statement for reading in own for statement in reading.statements]
    source = held[0].article.source
    return PressLine(
        outlet=source.title or source.id,
        country=next((reading.article.source.country for reading in held if reading.article.source.country), None),
        languages=tuple(sorted({reading.article.language for reading in held})),
        articles=tuple(reading.article.id for reading in held),
        first=next((_date(reading) for reading in held if _date(reading)), None),
        statements=len(said),
        parties_quoted=tuple(sorted({statement.party for statement in said if statement.party})),
    )


def _date(reading: Reading) -> str | None:
    """The day an article came out; None where only bounds are known."""
    value = reading.article.published.value
    return value[:10] if value else None
