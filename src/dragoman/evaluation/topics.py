"""Task `topics`: the best topic of each text against the labelled class.

`accuracy` is the share of texts whose best topic is the labelled class, by id or label; texts without a topic count as wrong.
`macro_f1` is the mean F1 over the gold classes, `micro_f1` the F1 over all texts, where a text without a topic costs recall only.
Nothing is mapped between schemes: a set labelled in another scheme than the annotator's scores what its labels have in common with it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import TopicDoc
from dragoman.model.annotations import Topic

_NONE = ""


class Topics:
    """Scores whatever fills `topics` of a reading; where no annotator does, every figure is 0."""

    name = "topics"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with `docs.jsonl`. Raises `DragomanError` where the file is missing."""
        cases, seconds = [], 0.0
        for record in records(folder, "docs.jsonl", TopicDoc):
            started = time.perf_counter()
            reading = parts.annotate(record["text"], record["language"], record.get("published"), record.get("title") or "", ("topics",))
            seconds += time.perf_counter() - started
            cases.append((record["language"], str(record["topic"]), _best(reading.topics, str(record["topic"]))))
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(cases),
            metrics=measure([case[1:] for case in cases]),
            by_language=by_language(cases, lambda case: case[0], lambda some: measure([case[1:] for case in some])),
            seconds=round(seconds, 3),
        )


def _best(topics: Sequence[Topic], gold: str) -> str:
    """The best topic: the gold class where its id or label says so (case aside), else its id; "" where there is none."""
    best = max(topics, key=lambda topic: (topic.score, topic.id), default=None)
    if best is None:
        return _NONE
    return gold if gold.casefold() in (best.id.casefold(), best.label.casefold()) else best.id


def measure(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Metrics over (gold class, found class) pairs."""
    right = sum(gold == found for gold, found in pairs)
    classes = sorted({gold for gold, _ in pairs})
    scores = [_class_f1(pairs, label) for label in classes]
    return {
        "accuracy": right / len(pairs) if pairs else 0.0,
        "macro_f1": sum(scores) / len(scores) if scores else 0.0,
        "micro_f1": prf(right, sum(found != _NONE for _, found in pairs), len(pairs))[2],
    }


def _class_f1(pairs: Sequence[tuple[str, str]], label: str) -> float:
    hits = sum(gold == found == label for gold, found in pairs)
    return prf(hits, sum(found == label for _, found in pairs), sum(gold == label for gold, _ in pairs))[2]
