"""Finding an article's translation among articles of another language, scored on `docs.jsonl` {id, language, title, text, mate}."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.evaluation import Parts, Score, baselines
from dragoman.evaluation.sets import lead, records, whole
from dragoman.evaluation.shapes import MateDoc

Grid = Callable[[Sequence[int], Sequence[int]], "np.ndarray[Any, Any]"]


class Retrieval:
    """`mrr recall_1 recall_10` of the event vectors (title and lead), over every ordered pair of languages; by_language is by the language
    of the query. The peer uses no model: numbers and Latin names that both texts share."""

    name = "retrieval"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        docs = records(folder, "docs.jsonl", MateDoc)
        texts = [whole(doc) for doc in docs]
        started = time.perf_counter()
        vectors = list(parts.embed([lead(doc) for doc in docs], [doc["language"] for doc in docs]))
        size = max((len(vector) for vector in vectors), default=0)
        matrix = np.asarray([vector or (0.0,) * size for vector in vectors], dtype=np.float32).reshape(len(docs), size)
        ranks = _ranks(docs, lambda rows, columns: matrix[rows] @ matrix[columns].T)
        seconds = time.perf_counter() - started
        names = _ranks(
            docs,
            lambda rows, columns: np.asarray([[baselines.shared_names(texts[row], texts[column]) for column in columns] for row in rows]),
        )
        by_language: dict[str, list[float]] = {}
        for language, rank in ranks:
            by_language.setdefault(language, []).append(rank)
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(docs),
            metrics=_figures([rank for _, rank in ranks]),
            by_language={code: _figures(by_language[code]) for code in sorted(by_language)},
            peers={"shared names and numbers": _figures([rank for _, rank in names])},
            seconds=round(seconds, 3),
        )


def _ranks(docs: Sequence[dict[str, Any]], grid: Grid) -> list[tuple[str, float]]:
    """For each query whose mate is in the other collection: its language, and the mate's rank (ties count half)."""
    groups: dict[str, list[int]] = {}
    for at, doc in enumerate(docs):
        groups.setdefault(str(doc["language"]), []).append(at)
    found = []
    for ours in sorted(groups):
        for theirs in sorted(groups):
            mates = {docs[at]["mate"]: place for place, at in enumerate(groups[theirs])}
            queries = [at for at in groups[ours] if docs[at]["mate"] in mates] if ours != theirs else []
            if queries:
                scores = np.round(grid(queries, groups[theirs]), 6)
                for row, at in enumerate(queries):
                    mark = scores[row][mates[docs[at]["mate"]]]
                    found.append((ours, 1.0 + float((scores[row] > mark).sum()) + float((scores[row] == mark).sum() - 1) / 2))
    return found


def _figures(ranks: Sequence[float]) -> dict[str, float]:
    count = max(1, len(ranks))
    return {
        "mrr": sum(1 / rank for rank in ranks) / count,
        "recall_1": sum(rank <= 1 for rank in ranks) / count,
        "recall_10": sum(rank <= 10 for rank in ranks) / count,
    }
