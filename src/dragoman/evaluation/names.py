"""Task `names`: finding the same name in another script among random others, beside Levenshtein distance on transliterations.

From each language pair up to `SAMPLE` true pairs are drawn (seed 0); a set of many language pairs gives about `TOTAL` queries, but no
fewer than `LEAST` a pair where it has them. A set that the desk's spellings of a
language were learned from (known by its digest) gives only the names that were held out then; of any other set every pair may be drawn.
The query is `b`, its candidates `a` and 49 or 499 other `a` of the same language pair (drawn with the same seed; fewer where the set has
fewer), none of them a true match of the query. `top1_50` and
`top1_500` are the shares of queries whose match scores strictly best (ties lose), `mrr_500` the mean reciprocal rank. `precision`
and `recall` are of accepted pairs: a query's best of 50 is accepted where it scores .5 or more. Language pairs weigh alike.
"""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import NamePair
from dragoman.link.edits import coded, distances, unit_costs
from dragoman.link.sounds import transliteration
from dragoman.link.spellings import arrays

SAMPLE, TOTAL, LEAST = 300, 1800, 100
FEW, MANY = 50, 500
HELD_OUT = 10
"""One name of so many is left for measuring."""
EVEN = 0.5
SPELLED = ("ar", "he", "ja", "ko", "ru", "zh")
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
        cases = drawn(records(folder, "pairs.jsonl", NamePair), fitted(folder))
        started = time.perf_counter()
        results = [judged(case, parts.match) for case in cases]
        seconds = time.perf_counter() - started
        peers = {"levenshtein on transliteration": measure([judged(case, levenshtein) for case in cases])}
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(cases),
            metrics=measure(results),
            by_language=by_language(results, lambda result: result.pair, measure),
            peers=peers,
            seconds=round(seconds, 3),
        )


def fitted(folder: str) -> frozenset[str]:
    """Languages whose spellings were learned from this very file, by its digest; of any other file every pair is scored."""
    digest = hashlib.blake2b((Path(folder) / "pairs.jsonl").read_bytes(), digest_size=8).digest()
    models = {code: arrays(code) for code in SPELLED}
    return frozenset(code for code, held in models.items() if held is not None and bytes(held["source"]) == digest)


def held_out(name: str) -> bool:
    """Whether a Latin name belongs to the tenth of a set of pairs that no model is fitted on: by its digest, so that one name never stands
    on both sides."""
    return hashlib.blake2b(name.encode(), digest_size=8).digest()[0] % HELD_OUT == 0


def drawn(pairs: Sequence[dict[str, object]], learned: frozenset[str] = frozenset()) -> list[Case]:
    """The queries of a set with their candidates; pairs that are marked different are no queries. Of the languages `learned` from this
    set only names that are held out are queries; candidates are held-out names first, then, to make up the number, any."""
    groups: dict[str, list[tuple[str, str, str, str]]] = {}
    for pair in pairs:
        if pair["same"]:
            row = (str(pair["a"]), str(pair["a_language"]), str(pair["b"]), str(pair["b_language"]))
            groups.setdefault(f"{row[1]}-{row[3]}", []).append(row)
    cases = []
    sample = min(SAMPLE, max(LEAST, TOTAL // max(len(groups), 1)))
    for name in sorted(groups):
        rows, dice = groups[name], random.Random(0)
        partners: dict[str, set[str]] = {}
        for a, _, b, _ in rows:
            partners.setdefault(b, set()).add(a)
        kept = [row for row in rows if row[3] not in learned or held_out(row[0])]
        pool = sorted({(a, language) for a, language, _, _ in kept})
        others = sorted({(a, language) for a, language, _, _ in rows} - set(pool))
        for a, language, b, other in dice.sample(kept, min(sample, len(kept))):
            wrong = [one for one in dice.sample(pool, min(len(pool), MANY + len(partners[b]))) if one[0] not in partners[b]]
            if len(wrong) < MANY - 1 and others:
                more = dice.sample(others, min(len(others), MANY + len(partners[b])))
                wrong += [one for one in more if one[0] not in partners[b]]
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
