"""The task `times`: time expressions found and resolved, measured as in TempEval-3 (UzZaman et al. 2013)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import TimeDoc
from dragoman.model.annotations import TimeExpression


class Counts(Struct, frozen=True):
    """One text's counts: expressions found and labelled, pairs with the same span and with a common character, pairs whose labelled
    side has a value, and those of them with that value."""

    language: str
    found: int
    gold: int
    strict: int
    relaxed: int
    valued: int
    right: int


class Times:
    """Scores `docs.jsonl` (formats: docs/evaluation.md). Labelled and found expressions are paired one to one, equal spans first, then by
    first overlap in text order. `value_accuracy` is the share of relaxed pairs with the labelled TIMEX3 value, `value_f1` the relaxed
    F1 times that; both are given only where the set has values."""

    name = "times"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score on a folder. Raises `DragomanError` where its file is missing or malformed."""
        began = time.perf_counter()
        rows = records(folder, "docs.jsonl", TimeDoc)
        counts = [_counts(row, parts) for row in rows]
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(rows),
            metrics=metrics(counts),
            by_language=by_language(counts, lambda one: one.language, metrics),
            seconds=round(time.perf_counter() - began, 3),
        )


def _counts(row: dict[str, Any], parts: Parts) -> Counts:
    language = str(row["language"])
    reading = parts.annotate(row["text"], language, row.get("published"), row.get("title") or "", ("times",))
    pairs = pair(row["times"], reading.times)
    valued = [(gold, found) for gold, found in pairs if gold.get("value") is not None]
    return Counts(
        language=language,
        found=len(reading.times),
        gold=len(row["times"]),
        strict=sum((gold["start"], gold["end"]) == (found.start, found.end) for gold, found in pairs),
        relaxed=len(pairs),
        valued=len(valued),
        right=sum(gold["value"] == found.value for gold, found in valued),
    )


def pair(gold: Sequence[dict[str, Any]], found: Sequence[TimeExpression]) -> list[tuple[dict[str, Any], TimeExpression]]:
    """Labelled and found expressions that belong together, each at most once."""
    free = list(found)
    pairs = []
    later = []
    for label in gold:
        same = next((one for one in free if (one.start, one.end) == (label["start"], label["end"])), None)
        if same is None:
            later.append(label)
        else:
            free.remove(same)
            pairs.append((label, same))
    for label in later:
        near = next((one for one in free if one.start < label["end"] and label["start"] < one.end), None)
        if near is not None:
            free.remove(near)
            pairs.append((label, near))
    return pairs


def metrics(counts: Sequence[Counts]) -> dict[str, float]:
    """The metrics over texts, counts pooled."""
    found, gold = sum(one.found for one in counts), sum(one.gold for one in counts)
    relaxed, valued = sum(one.relaxed for one in counts), sum(one.valued for one in counts)
    relaxed_f1 = prf(relaxed, found, gold)[2]
    scores = {"strict_f1": prf(sum(one.strict for one in counts), found, gold)[2], "relaxed_f1": relaxed_f1}
    if valued:
        accuracy = sum(one.right for one in counts) / valued
        scores |= {"value_f1": relaxed_f1 * accuracy, "value_accuracy": accuracy}
    return scores
