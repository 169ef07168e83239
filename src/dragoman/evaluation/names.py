"""Task `names`: finding the same name in another script among random others, beside Levenshtein distance on transliterations.

From each language pair `SAMPLE` true pairs are drawn (seed 0). The query is `b`, its candidates `a` and 49 or 499 other `a` of the
same language pair (drawn with the same seed; fewer where the set has fewer), none of them a true match of the query. `top1_50` and
`top1_500` are the shares of queries whose match scores strictly best (ties lose), `mrr_500` the mean reciprocal rank. `precision`
and `recall` are of accepted pairs: a query's best of 50 is accepted where it scores .5 or more. Language pairs weigh alike.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import NamePair
from dragoman.link.match import coded, distances, unit_costs
from dragoman.link.sounds import transliteration

SAMPLE = 100
FEW, MANY = 50, 500
EVEN = 0.5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Matcher = Callable[[str, str, Sequence[tuple[str, str]]], Sequence[float]]


class Case(Struct, frozen=True):
    """A query and its candidates, the true one first."""

    pair: str
    query: tuple[str, str]
    candidates: tuple[tuple[str, str], ...]


class Result(Struct, frozen=True):
    """Rank of the true candidate among few and many, and whether the best of few was accepted and was the true one."""

    pair: str
    few: int
    many: int
    accepted: bool
    right: bool


class Names:
    """Scores `parts.match`."""

    name = "names"

    def score(self, folder: str, parts: Parts) -> Score:
        """The score of a folder with `pairs.jsonl`; seconds are the matcher's own. Raises `DragomanError` where the file is missing."""
        cases = drawn(records(folder, "pairs.jsonl", NamePair))
        started = time.perf_counter()
        results = [judged(case, parts.match) for case in cases]
        seconds = time.perf_counter() - started
        peer = [judged(case, levenshtein) for case in cases]
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(cases),
            metrics=measure(results),
            by_language=by_language(results, lambda result: result.pair, measure),
            peers={"levenshtein on transliteration": measure(peer)},
            seconds=round(seconds, 3),
        )


def drawn(pairs: Sequence[dict[str, object]]) -> list[Case]:
    """The queries of a set with their candidates; pairs that are marked different are no queries."""
    groups: dict[str, list[tuple[str, str, str, str]]] = {}
    for pair in pairs:
        if pair["same"]:
            row = (str(pair["a"]), str(pair["a_language"]), str(pair["b"]), str(pair["b_language"]))
            groups.setdefault(f"{row[1]}-{row[3]}", []).append(row)
    cases = []
    for name in sorted(groups):
        rows, dice = groups[name], random.Random(0)
        partners: dict[str, set[str]] = {}
        for a, _, b, _ in rows:
            partners.setdefault(b, set()).add(a)
        pool = sorted({(a, language) for a, language, _, _ in rows})
        for a, language, b, other in dice.sample(rows, min(SAMPLE, len(rows))):
            wrong = [one for one in dice.sample(pool, min(len(pool), MANY + len(partners[b]))) if one[0] not in partners[b]]
            cases.append(Case(name, (b, other), ((a, language), *wrong[: MANY - 1])))
    return cases


def judged(case: Case, match: Matcher) -> Result:
    """Where the matcher puts the true candidate."""
    scores = match(*case.query, case.candidates)
    few = scores[1:FEW]
    best = max(few, default=0.0)
    return Result(
        pair=case.pair,
        few=1 + sum(score >= scores[0] for score in few),
        many=1 + sum(score >= scores[0] for score in scores[1:]),
        accepted=max(best, scores[0]) >= EVEN,
        right=scores[0] >= EVEN and scores[0] > best,
    )


def measure(results: Sequence[Result]) -> dict[str, float]:
    """Metrics over queries."""
    total = len(results)
    precision, recall, _ = prf(sum(one.right for one in results), sum(one.accepted for one in results), total)
    return {
        "top1_50": sum(one.few == 1 for one in results) / total if total else 0.0,
        "top1_500": sum(one.many == 1 for one in results) / total if total else 0.0,
        "mrr_500": sum(1 / one.many for one in results) / total if total else 0.0,
        "precision": precision,
        "recall": recall,
    }


def levenshtein(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[float]:
    """The peer: 1 - edits / length of the longer, on pinyin or anyascii transliterations in lower case."""
    query = transliteration(name, language)
    others = [transliteration(*candidate) for candidate in candidates]
    edits, _ = distances(coded([query], _LETTERS)[0], coded(others, _LETTERS), *unit_costs())
    return [1.0 - float(edit) / max(len(query), len(other), 1) for edit, other in zip(edits, others, strict=True)]
