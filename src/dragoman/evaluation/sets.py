"""Reading the labelled sets: JSON Lines, one record a line."""

from __future__ import annotations

import codecs
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman import languages
from dragoman.errors import DragomanError
from dragoman.evaluation.shapes import PageRecord

T = TypeVar("T")

LEAD = {True: 420, False: 160}
"""Code points of title and text that an event vector is made of, by whether the language sets words apart: as in the pipeline."""


SHAPES: dict[str, type] = {"gold.jsonl": PageRecord}
"""Files of one shape whatever the task."""


def records(folder: str, name: str, shape: type | None = None) -> list[dict[str, Any]]:
    """The records of `folder/name`, each checked against `shape` (of `shapes`) or that of its file where there is one; keys beyond
    it stay. Raises `DragomanError` naming the file, and the line, that is missing, malformed or empty."""
    shape = shape or SHAPES.get(name)
    file = Path(folder) / name
    if not file.is_file():
        raise DragomanError(f"{file} is missing; this task reads {name} (formats: docs/evaluation.md)")
    try:
        # Not splitlines, which also parts at separators that may stand in a JSON string.
        lines = file.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n")
    except OSError as error:
        raise DragomanError(f"{file} cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = msgspec.json.decode(line, type=dict[str, Any])
                if shape is not None:
                    msgspec.convert(record, shape)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise DragomanError(f"{file}, line {number}: {error}") from error
            found.append(record)
    if not found:
        raise DragomanError(f"{file} holds no record")
    return found


def whole(record: dict[str, Any]) -> str:
    """Title and text of a record."""
    return f"{record.get('title') or ''}\n{record.get('text') or ''}".strip()


def lead(record: dict[str, Any]) -> str:
    """What the event vector of a record is made of."""
    return whole(record)[: LEAD[languages.get(record["language"]).spaced]]


def by_language(
    items: Iterable[T], language: Callable[[T], str], score: Callable[[Sequence[T]], dict[str, float]]
) -> dict[str, dict[str, float]]:
    """The same score for the items of each language, languages sorted."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[language(item)].append(item)
    return {code: score(groups[code]) for code in sorted(groups)}


def prf(hits: float, found: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall, F1 from counts; 0 where nothing was found or there was nothing to find."""
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
