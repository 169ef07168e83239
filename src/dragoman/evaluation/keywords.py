"""Task `keywords`: our best five and ten against editors' keywords, compared by base forms.

Two terms agree where their words have the same base forms in the same order (single words; case and ё aside). Precision counts our
terms that any gold keyword agrees with; recall counts, of the gold keywords that stand in title or text at all, those we found: tags
like "in the world" name a rubric and cannot be read from the text. Both are means over documents; F1 is the harmonic mean of the two.
The peer gives the most frequent words that are no function words.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from dragoman.annotate.keyword_words import empty
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, records
from dragoman.evaluation.shapes import KeywordDoc
from dragoman.text.lemmas import lemma
from dragoman.text.words import words

_CUTS = (5, 10)

Key = tuple[str, ...]


class Case(Struct):
    """One document: all gold keys, those that stand in it, our keys and the peer's, best first."""

    language: str
    gold: frozenset[Key]
    present: frozenset[Key]
    found: list[Key]
    frequent: list[Key]


class Keywords:
    """Scores the `keywords` annotator."""

    name = "keywords"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with `docs.jsonl`; seconds are the annotators' own. Raises `DragomanError` where the file is missing."""
        cases, seconds = [], 0.0
        for record in records(folder, "docs.jsonl", KeywordDoc):
            text, language, title = record["text"], record["language"], record.get("title") or ""
            started = time.perf_counter()
            reading = parts.annotate(text, language, record.get("published"), title, ("keywords",))
            seconds += time.perf_counter() - started
            cases.append(_case(record, f"{title}\n{text}", language, [item.term for item in reading.keywords]))
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(cases),
            metrics=measure([(case.gold, case.present, case.found) for case in cases]),
            by_language=by_language(
                cases, lambda case: case.language, lambda some: measure([(case.gold, case.present, case.found) for case in some])
            ),
            peers={"most frequent words": measure([(case.gold, case.present, case.frequent) for case in cases])},
            seconds=round(seconds, 3),
        )


def _case(record: dict[str, list[str]], whole: str, language: str, terms: Sequence[str]) -> Case:
    gold = frozenset(key(term, language) for term in record["keywords"])
    running = key(whole, language)
    content = [word for word in (whole[start:end] for start, end in words(whole)) if len(word) > 1 and not empty(word, language)]
    counts: Counter[Key] = Counter((lemma(word, language),) for word in content)
    frequent = sorted(counts, key=lambda term: (-counts[term], term))
    return Case(
        language, gold, frozenset(term for term in gold if _stands(term, running)), [key(term, language) for term in terms], frequent
    )


def key(term: str, language: str) -> Key:
    """The base forms of a term's words."""
    return tuple(lemma(term[start:end], language) for start, end in words(term))


def _stands(term: Key, running: Key) -> bool:
    return any(running[at : at + len(term)] == term for at in range(len(running) - len(term) + 1)) if term else False


def measure(cases: Sequence[tuple[frozenset[Key], frozenset[Key], Sequence[Key]]]) -> dict[str, float]:
    """Metrics over (gold, gold that stands in the text, found) of documents."""
    metrics: dict[str, float] = {}
    for cut in _CUTS:
        precisions = [_share(sum(term in gold for term in found[:cut]), len(found[:cut])) for gold, _, found in cases]
        recalls = [_share(len(present & set(found[:cut])), len(present)) for _, present, found in cases if present]
        precision, recall = _share(sum(precisions), len(precisions)), _share(sum(recalls), len(recalls))
        metrics[f"f1_{cut}"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {**metrics, f"precision_{_CUTS[-1]}": precision, f"recall_{_CUTS[-1]}": recall}


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
