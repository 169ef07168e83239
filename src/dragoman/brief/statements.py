"""The statements of a story, each once."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model.annotations import Statement
from dragoman.model.reading import Reading
from dragoman.model.story import Copy

SHORTEST_SHARED = 12  # characters; shorter words ("yes", 是) may be said by anybody at any time


def statements(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> tuple[Statement, ...]:
    """Statements in order of their saying (date of saying, else of publication), then of their place in the text. Words that a
    copy repeats from another member are shown once, from the text that is not the copy."""
    copied = {copy.article for copy in copies}
    order = sorted(readings, key=lambda reading: (reading.article.id in copied, _date(reading), reading.article.id))
    shown: set[tuple[str, str]] = set()
    found: list[tuple[str, str, int, Statement]] = []
    for reading in order:
        for statement in reading.statements:
            words = "".join(character for character in statement.text.casefold() if character.isalnum())
            key = ((statement.speaker.entity or statement.speaker.name) if statement.speaker else "", words)
            if len(words) >= SHORTEST_SHARED and key in shown:
                continue
            shown.add(key)
            found.append((statement.date or _date(reading), reading.article.id, statement.start, statement))
    return tuple(row[3] for row in sorted(found, key=lambda row: row[:3]))


def _date(reading: Reading) -> str:
    published = reading.article.published
    return published.value or published.earliest or "9999"
