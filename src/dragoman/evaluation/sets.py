"""Reading the labelled sets: JSON Lines, one record a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import DragomanError

T = TypeVar("T")


def records(folder: str, name: str) -> list[dict[str, Any]]:
    """The records of `folder/name`. Raises `DragomanError` naming the file (and line) that is missing or malformed."""
    file = Path(folder) / name
    if not file.is_file():
        raise DragomanError(f"{file} is missing; this task reads {name} (formats: docs/evaluation.md)")
    found = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(msgspec.json.decode(line))
            except msgspec.DecodeError as error:
                raise DragomanError(f"{file}, line {number}: {error}") from error
    return found


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
