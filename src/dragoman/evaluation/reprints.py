"""Is one of two texts a copy of the other, and which? Scored on sets of `pairs.jsonl` as `pairs` reads them; beside that `kind` names what
was done to a text, `copy` ("a" or "b") says which side is the copy, and a side may have an `outlet` and a `credit` to another one's."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dragoman.evaluation import Parts, Score, baselines
from dragoman.evaluation.pairs import EVEN, Judged, at_threshold, best, both_languages, ranked, read_pairs
from dragoman.evaluation.sets import by_language, whole
from dragoman.model.article import Origin, PageWords, SourceRef
from dragoman.model.reading import Reading


class Told(Struct, frozen=True):
    """A gold pair, the probability that one is a copy of the other, and the side ("a", "b" or "") taken for the copy."""

    judged: Judged
    copy: str


class Reprints:
    """One a copy of the other? `precision recall f1 auc` at .5; `direction` is the share of the copies found whose side was told right,
    where the gold tells it; `recall KIND` or `rejected KIND` the share right of each kind."""

    name = "reprints"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        pairs = read_pairs(folder, self.name)
        started = time.perf_counter()
        told = [_told(pair, parts) for pair in pairs]
        seconds = time.perf_counter() - started
        peer = [Judged(pair, baselines.shingled(whole(pair["a"]), whole(pair["b"]))) for pair in pairs]
        peers = {"shared runs of three words": {**ranked(_labelled(peer)), **best(peer)}}
        metrics = {**_figures([one.judged for one in told]), **_direction(told), **_kinds(told)}
        languages = by_language([one.judged for one in told], both_languages, _figures)
        return Score(self.name, Path(folder).name, len(pairs), metrics, languages, peers, round(seconds, 3))


def _told(pair: dict[str, Any], parts: Parts) -> Told:
    probability, copy = parts.copied(*(_reading(pair[side], side, parts) for side in ("a", "b")))
    return Told(Judged(pair, probability), copy)


def _reading(side: dict[str, Any], name: str, parts: Parts) -> Reading:
    """A side as a reading of its own: the same text twice is two articles."""
    title, text = side.get("title") or "", side.get("text") or ""
    made = parts.annotate(text or title, side["language"], side.get("published"), title if text else "", ("sentences",))
    outlet, credit = side.get("outlet") or "", side.get("credit") or ""
    origin = Origin(credit, (), PageWords(0, len(credit), credit, "data")) if credit else None
    return replace(made, article=replace(made.article, id=name, source=SourceRef(outlet, ""), origin=origin))


def _labelled(judged: Sequence[Judged]) -> list[Judged]:
    return [item for item in judged if item.gold.get("same") is not None]


def _figures(judged: Sequence[Judged]) -> dict[str, float]:
    told = _labelled(judged)
    precision, recall, f1 = at_threshold(told, EVEN)
    return {"precision": precision, "recall": recall, "f1": f1, **ranked(told)}


def _direction(told: Sequence[Told]) -> dict[str, float]:
    known = [one for one in told if one.judged.gold.get("copy") and one.judged.gold.get("same") and one.judged.value >= EVEN]
    return {"direction": sum(one.copy == one.judged.gold["copy"] for one in known) / len(known)} if known else {}


def _kinds(told: Sequence[Told]) -> dict[str, float]:
    """The share right of each kind: found of copies, rejected of others."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for one in told:
        gold = one.judged.gold
        if gold.get("kind") and gold.get("same") is not None:
            name = f"{'recall' if gold['same'] else 'rejected'} {gold['kind']}"
            kinds[name].append((one.judged.value >= EVEN) == gold["same"])
    return {name: sum(right) / len(right) for name, right in sorted(kinds.items())}
