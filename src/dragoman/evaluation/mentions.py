"""Task `mentions`: names of persons, organisations and places, strict spans with their type (CoNLL 2003), beside the bare tagger.

`precision`, `recall`, `f1` count spans whose offsets and type both agree, over all documents (micro); `overlap_f1` counts a span as
right where it shares a character with a gold span of its type, both ways. `person_f1` and so on are the strict F1 of one type that
the gold has, `other_f1` of "other" (events included), which is left out of the overall figures. Gold spans may nest; ours never do.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from dragoman.annotate.taggers import tagger
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import MentionDoc

COUNTED = ("person", "organisation", "place")
_TYPES = (*COUNTED, "other")

Span = tuple[int, int, str]


class Case(Struct):
    """One document: gold spans, the desk's and the bare tagger's."""

    language: str
    gold: frozenset[Span]
    found: frozenset[Span]
    bare: frozenset[Span]


class Mentions:
    """Scores the `mentions` annotator."""

    name = "mentions"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with `docs.jsonl`; seconds are the annotator's own. Raises `DragomanError` where the file is missing."""
        cases, seconds = [], 0.0
        for record in records(folder, "docs.jsonl", MentionDoc):
            text, language = record["text"], record["language"]
            started = time.perf_counter()
            reading = parts.annotate(text, language, record.get("published"), record.get("title") or "", ("mentions",))
            seconds += time.perf_counter() - started
            cases.append(
                Case(
                    language,
                    frozenset((item["start"], item["end"], item["type"]) for item in record["mentions"]),
                    frozenset((item.start, item.end, _plain(item.type)) for item in reading.mentions),
                    frozenset((start, end, _plain(kind)) for start, end, kind, _ in tagger(language).tag(text)),
                )
            )
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(cases),
            metrics=measure([(case.gold, case.found) for case in cases]),
            by_language=by_language(cases, lambda case: case.language, lambda some: measure([(case.gold, case.found) for case in some])),
            peers={"bare tagger": measure([(case.gold, case.bare) for case in cases])},
            seconds=round(seconds, 3),
        )


def _plain(kind: str) -> str:
    return "other" if kind == "event" else kind


def measure(pairs: Sequence[tuple[frozenset[Span], frozenset[Span]]]) -> dict[str, float]:
    """Metrics over (gold, found) pairs of documents."""
    counted = [(_only(gold, COUNTED), _only(found, COUNTED)) for gold, found in pairs]
    precision, recall, f1 = _strict(counted)
    metrics = {"precision": precision, "recall": recall, "f1": f1, "overlap_f1": _overlap(counted)}
    marked = {span[2] for gold, _ in pairs for span in gold}
    for kind in (one for one in _TYPES if one in marked):
        metrics[f"{kind}_f1"] = _strict([(_only(gold, (kind,)), _only(found, (kind,))) for gold, found in pairs])[2]
    return metrics


def _only(spans: frozenset[Span], kinds: Sequence[str]) -> frozenset[Span]:
    return frozenset(span for span in spans if span[2] in kinds)


def _strict(pairs: Sequence[tuple[frozenset[Span], frozenset[Span]]]) -> tuple[float, float, float]:
    return prf(sum(len(gold & found) for gold, found in pairs), sum(len(found) for _, found in pairs), sum(len(gold) for gold, _ in pairs))


def _overlap(pairs: Sequence[tuple[frozenset[Span], frozenset[Span]]]) -> float:
    right = sum(_met(span, gold) for gold, found in pairs for span in found)
    met = sum(_met(span, found) for gold, found in pairs for span in gold)
    precision, _, _ = prf(right, sum(len(found) for _, found in pairs), 0)
    _, recall, _ = prf(met, 0, sum(len(gold) for gold, _ in pairs))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _met(span: Span, others: frozenset[Span]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] and span[2] == other[2] for other in others)
