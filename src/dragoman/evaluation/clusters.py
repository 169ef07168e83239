"""Filing, scored on sets of `articles.jsonl` {id, language, published, title, text, story}."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.evaluation import Parts, Score, baselines
from dragoman.evaluation.partitions import b_cubed, figures
from dragoman.evaluation.sets import lead, records, whole
from dragoman.evaluation.shapes import StoryDoc


class Clusters:
    """`b3_precision b3_recall b3_f1 pair_f1 cross_b3_f1 clusters gold_clusters largest_purity`; peers are single-pass TF-IDF
    and single-pass raw vectors, in order of publication. What is scored are events; `story_b3_f1` holds running stories against
    the same gold. Sets of titles alone are read as texts of one line."""

    name = "clusters"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the folder is no such set."""
        started = time.perf_counter()
        docs = sorted(records(folder, "articles.jsonl", StoryDoc), key=lambda doc: (doc.get("published") or "", str(doc["id"])))
        gold, languages = [str(doc["story"]) for doc in docs], [str(doc["language"]) for doc in docs]
        readings = [parts.read(*_readable(doc)) for doc in docs]
        homes = parts.cluster(readings)
        found = [homes[reading.article.id][0] for reading in readings]
        stories = [homes[reading.article.id][1] for reading in readings]
        seconds = time.perf_counter() - started
        peers = {
            "single-pass TF-IDF": baselines.single_pass_tfidf([whole(doc) for doc in docs]),
            "single-pass raw vectors": baselines.single_pass_vectors(parts.embed([lead(doc) for doc in docs])),
        }
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(docs),
            metrics=figures(found, gold, languages) | {"story_b3_f1": b_cubed(stories, gold)[2]},
            by_language=_by_language(found, gold, languages),
            peers={name: figures(peer, gold, languages) for name, peer in peers.items()},
            seconds=round(seconds, 3),
        )


def _readable(doc: dict[str, Any]) -> tuple[str, str, str | None, str]:
    """Text, language, published, title; a lone title stands as the text, since annotators read that."""
    title, text = doc.get("title") or "", doc.get("text") or ""
    return text or title, doc["language"], doc.get("published"), title if text else ""


def _by_language(found: Sequence[str], gold: Sequence[str], languages: Sequence[str]) -> dict[str, dict[str, float]]:
    scores = {}
    for language in sorted(set(languages)):
        at = [place for place, code in enumerate(languages) if code == language]
        scores[language] = figures([found[place] for place in at], [gold[place] for place in at], [language] * len(at))
    return scores
