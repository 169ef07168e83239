"""Two texts at a time, scored on sets of `pairs.jsonl` {id, a, b, same, score}; a and b {language, title, text, published}."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from dragoman.cluster.card import card
from dragoman.errors import DragomanError
from dragoman.evaluation import Parts, Score, baselines
from dragoman.evaluation.folded import Floats, as_is, freely, joined, out_of_fold
from dragoman.evaluation.lessons import pair_lessons
from dragoman.evaluation.sets import by_language, lead, prf, records, whole
from dragoman.evaluation.shapes import TextPair
from dragoman.model.reading import Reading

EVEN = 0.5
Judge = Callable[[dict[str, Any], dict[str, Any]], float]


class Judged(Struct, frozen=True):
    """A gold pair and the probability that it is the same."""

    gold: dict[str, Any]
    value: float


class Pairs:
    """Same happening? `auc f1 accuracy` where the gold says yes or no (F1 and accuracy at .5), `pearson` where it gives a score of distance
    (1 the same story, 4 nothing in common): the correlation of log odds with the score's negative."""

    name = "pairs"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""

        def ours(a: dict[str, Any], b: dict[str, Any]) -> float:
            return parts.same_story(_reading(a, parts), _reading(b, parts))

        def vectors(a: dict[str, Any], b: dict[str, Any]) -> float:
            left, right = parts.embed([lead(a), lead(b)])
            return sum(x * y for x, y in zip(left, right, strict=False))

        peers: dict[str, Judge] = {"shared words": lambda a, b: baselines.overlap(whole(a), whole(b)), "raw vectors": vectors}
        return _score(self.name, folder, ours, peers, _figures)

    def fitted(self, folder: str, parts: Parts, fit: float) -> Score:
        """By `fit`-fold cross-validation, over the pairs that the gold calls the same or not: each pair is judged by a join, and by the
        threshold that suited it, that were learned from the other folds. Peers get a threshold learned in the same way; what ships has
        its own. Raises `DragomanError` where the folder is no such set, or too small."""
        told = [pair for pair in read_pairs(folder, self.name) if pair.get("same") is not None]
        count = int(fit)
        if count != fit or not 2 <= count <= len(told):
            raise DragomanError(f"pairs are fitted in 2 folds or more, and no more than there are pairs ({len(told)}), not in {fit:g}")
        started = time.perf_counter()
        readings = [(_reading(pair["a"], parts), _reading(pair["b"], parts)) for pair in told]
        labels = [bool(pair["same"]) for pair in told]
        both, _ = pair_lessons([(card(a), card(b), same) for (a, b), same in zip(readings, labels, strict=True)])
        rows = both.reshape(len(told), 2, -1).mean(axis=1)
        ours = out_of_fold(rows, labels, count, joined)
        seconds = time.perf_counter() - started
        raw = parts.embed([lead(pair[side]) for side in "ab" for pair in told])
        cosines = {
            "raw vectors": _cosines(raw[: len(told)], raw[len(told) :]),
            "centred vectors": _cosines([a.vector for a, _ in readings], [b.vector for _, b in readings]),
        }
        peers = {name: out_of_fold(values, labels, count, as_is) for name, values in cosines.items()}
        peers["any signs"] = out_of_fold(rows, labels, count, freely)
        peers["shipped"] = [parts.same_story(a, b) for a, b in readings]
        judged = _judged(told, ours)
        return Score(
            self.name,
            Path(folder).name,
            len(told),
            _figures(judged),
            by_language(judged, both_languages, _figures),
            {name: _figures(_judged(told, values)) for name, values in peers.items()},
            round(seconds, 3),
        )


def _judged(pairs: Sequence[dict[str, Any]], values: Sequence[float]) -> list[Judged]:
    return [Judged(pair, value) for pair, value in zip(pairs, values, strict=True)]


def _cosines(a: Sequence[Sequence[float]], b: Sequence[Sequence[float]]) -> Floats:
    """A column of cosines; 0 where a side has no vector."""
    return np.asarray([[sum(x * y for x, y in zip(left, right, strict=False))] for left, right in zip(a, b, strict=True)])


def _score(
    task: str,
    folder: str,
    ours: Judge,
    peers: dict[str, Judge],
    figures: Callable[[Sequence[Judged]], dict[str, float]],
) -> Score:
    pairs = read_pairs(folder, task)
    started = time.perf_counter()
    judged = [Judged(pair, ours(pair["a"], pair["b"])) for pair in pairs]
    seconds = time.perf_counter() - started
    others = {}
    for name, judge in peers.items():
        values = [Judged(pair, judge(pair["a"], pair["b"])) for pair in pairs]
        others[name] = {key: value for key, value in figures(values).items() if key in ("auc", "pearson")} | best(values)
    return Score(
        task, Path(folder).name, len(pairs), figures(judged), by_language(judged, both_languages, figures), others, round(seconds, 3)
    )


def read_pairs(folder: str, task: str) -> list[dict[str, Any]]:
    """The pairs of a set. Raises `DragomanError` where the folder is none."""
    for other in ("articles.jsonl", "docs.jsonl"):
        if not (Path(folder) / "pairs.jsonl").is_file() and (Path(folder) / other).is_file():
            raise DragomanError(
                f"{folder} holds {other}, which are single documents; {task} reads pairs.jsonl, one object a line: "
                '{"id", "a": {"language", "title", "text", "published"}, "b": {...}, "same": true | false | null, "score": number | null}'
            )
    return records(folder, "pairs.jsonl", TextPair)


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    told = [item for item in judged if item.gold.get("same") is not None]
    scored = [item for item in judged if item.gold.get("score") is not None]
    found: dict[str, float] = {}
    if told:
        _, _, f1 = at_threshold(told, EVEN)
        right = sum((item.value >= EVEN) == bool(item.gold["same"]) for item in told)
        found = {**ranked(told), "f1": f1, "macro_f1": (f1 + _others_f1(told)) / 2, "accuracy": right / len(told)}
    if len(scored) > 1:
        found["pearson"] = pearson([_odds(item.value) for item in scored], [-float(item.gold["score"]) for item in scored])
    return found


def _others_f1(told: Sequence[Judged]) -> float:
    """F1 of the pairs that are not the same, as those below the threshold."""
    below = [item for item in told if item.value < EVEN]
    others = [item for item in told if not item.gold["same"]]
    return prf(sum(item.value < EVEN for item in others), len(below), len(others))[2]


def ranked(told: Sequence[Judged]) -> dict[str, float]:
    """`auc`, absent where all pairs are the same or none is."""
    return {"auc": auc(told)} if len({bool(item.gold["same"]) for item in told}) == 2 else {}


def at_threshold(told: Sequence[Judged], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of those at and above the threshold."""
    found = [item for item in told if item.value >= threshold]
    return prf(sum(bool(item.gold["same"]) for item in found), len(found), sum(bool(item.gold["same"]) for item in told))


def best(judged: Sequence[Judged]) -> dict[str, float]:
    """A peer's F1 at the threshold that suits it best on this very set: the most it could have."""
    told = sorted((item for item in judged if item.gold.get("same") is not None), key=lambda item: -item.value)
    positives = sum(bool(item.gold["same"]) for item in told)
    hits, most = 0, 0.0
    for count, item in enumerate(told, 1):
        hits += bool(item.gold["same"])
        if count == len(told) or told[count].value < item.value:
            most = max(most, 2 * hits / (count + positives))
    return {"best_f1": most} if told else {}


def auc(told: Sequence[Judged]) -> float:
    """Share of (same, different) pairs in which the same one scores higher, ties half (the Mann-Whitney statistic)."""
    ordered = sorted(told, key=lambda item: item.value)
    positives = sum(bool(item.gold["same"]) for item in ordered)
    negatives = len(ordered) - positives
    if not positives or not negatives:
        return 0.0
    total, at = 0.0, 0
    while at < len(ordered):
        until = at
        while until < len(ordered) and ordered[until].value == ordered[at].value:
            until += 1
        total += (at + until + 1) / 2 * sum(bool(item.gold["same"]) for item in ordered[at:until])
        at = until
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """Correlation; 0 where one side does not vary."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    spread = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True)) / spread if spread else 0.0


def _odds(value: float) -> float:
    """Log odds of a probability, within ±5; a peer's similarity below 0 counts as 0."""
    held = min(max(value, 0.0067), 0.9933)
    return math.log(held / (1 - held))


def both_languages(item: Judged) -> str:
    """The language of both sides, or the two with a dash between."""
    return "-".join(dict.fromkeys((str(item.gold["a"]["language"]), str(item.gold["b"]["language"]))))


def _reading(side: dict[str, Any], parts: Parts) -> Reading:
    title, text = side.get("title") or "", side.get("text") or ""
    return parts.read(text or title, side["language"], side.get("published"), title if text else "")
