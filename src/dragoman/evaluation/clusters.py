"""Filing, scored on sets of `articles.jsonl` {id, language, published, title, text, story}."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dragoman.cluster.card import card
from dragoman.cluster.weights import Weights
from dragoman.errors import DragomanError
from dragoman.evaluation import Parts, Score, baselines
from dragoman.evaluation.crossing import nearest
from dragoman.evaluation.partitions import b_cubed, figures
from dragoman.evaluation.sets import lead, records, whole
from dragoman.evaluation.shapes import StoryDoc
from dragoman.evaluation.streams import Homes, Stream, homes, learned, shuffled
from dragoman.model.reading import Reading

LEAST = 10
"""Articles without which nothing is learned."""

File = Callable[[Sequence[int]], Homes]
"""Files the articles at these places, arriving in this order."""

Metrics = dict[str, float]


class Clusters:
    """`b3_precision b3_recall b3_f1 pair_f1 cross_b3_f1 cross_p1 clusters gold_clusters largest_purity shuffle_b3`; peers are single-pass
    TF-IDF, raw vectors and centred vectors, in order of publication. What is scored are events; `story_b3_f1` holds running stories
    against the same gold. Sets of titles alone are read as texts of one line."""

    name = "clusters"

    def score(self, folder: str, parts: Parts) -> Score:
        """As the desk files. Raises `DragomanError` where the folder is no such set."""
        started = time.perf_counter()
        docs = _docs(folder)
        readings = [_read(doc, parts) for doc in docs]

        def file(order: Sequence[int]) -> Homes:
            return parts.cluster([readings[at] for at in order])

        found = file(range(len(docs)))
        seconds = time.perf_counter() - started
        held = Stream(tuple(card(reading) for reading in readings), tuple(str(doc["story"]) for doc in docs))
        ours, vectors = _metrics(held, found, file)
        return _score(folder, held, ours, _events(held, found), _peers(docs, held, vectors, parts), seconds)

    def fitted(self, folder: str, parts: Parts, fit: float) -> Score:
        """The join fitted on the first share (`fit`, between 0 and 1) of the set in order of time, and scored on the rest, which is filed
        alone; the weights that ship are one more peer. Raises `DragomanError` where the folder is no such set, or too small."""
        started = time.perf_counter()
        if not 0 < fit < 1:
            raise DragomanError(f"clusters are fitted on a share of the set, between 0 and 1, not on {fit:g}")
        docs = sorted(_docs(folder), key=lambda doc: not doc.get("published"))  # by time, what has none comes last
        cards = tuple(card(_read(doc, parts)) for doc in docs)
        taught, held = Stream(cards, tuple(str(doc["story"]) for doc in docs)).parted(fit)
        if len(taught.cards) < LEAST or not held.cards:
            raise DragomanError(f"{folder} is too small to be fitted on a share of {fit:g}")
        by = learned(taught)
        file = _filer(held, by)
        found = file(range(len(held.cards)))
        seconds = time.perf_counter() - started
        ours, vectors = _metrics(held, found, file, by)
        file = _filer(held, None)
        shipped, _ = _metrics(held, file(range(len(held.cards))), file)
        peers = {"shipped": shipped, **_peers(docs[len(taught.cards) :], held, vectors, parts)}
        return _score(folder, held, ours, _events(held, found), peers, seconds)


def _score(folder: str, held: Stream, ours: Metrics, found: Sequence[str], peers: dict[str, Metrics], seconds: float) -> Score:
    gold, languages = held.gold, held.languages
    told = {}
    for language in sorted(set(languages)):
        at = [place for place, code in enumerate(languages) if code == language]
        told[language] = figures([found[place] for place in at], [gold[place] for place in at], [language] * len(at))
    return Score(Clusters.name, Path(folder).name, len(gold), ours, told, peers, round(seconds, 3))


def _filer(held: Stream, by: Weights | None) -> File:
    return lambda order: homes([held.cards[at] for at in order], by, held.open_ended)


def _metrics(held: Stream, found: Homes, file: File, by: Weights | None = None) -> tuple[Metrics, Metrics]:
    """The metrics of filing, and those that vectors alone have on the same articles."""
    stories = [found[one.article][1] for one in held.cards]
    metrics = figures(_events(held, found), held.gold, held.languages) | {"story_b3_f1": b_cubed(stories, held.gold)[2]}
    first, second = (_events(held, file(order)) for order in shuffled(len(held.cards)))
    metrics["shuffle_b3"] = b_cubed(first, second)[2]
    near = nearest(held, by)
    return (metrics | {"cross_p1": near[0]}, {"cross_p1": near[1]}) if near else (metrics, {})


def _events(held: Stream, found: Homes) -> list[str]:
    return [found[one.article][0] for one in held.cards]


def _peers(docs: Sequence[dict[str, Any]], held: Stream, vectors: Metrics, parts: Parts) -> dict[str, Metrics]:
    found = {
        "single-pass TF-IDF": baselines.single_pass_tfidf([whole(doc) for doc in docs]),
        "single-pass raw vectors": baselines.single_pass_vectors(parts.embed([lead(doc) for doc in docs])),
        "single-pass centred vectors": baselines.single_pass_vectors([one.vector for one in held.cards], baselines.CENTRED),
    }
    peers = {name: figures(peer, held.gold, held.languages) for name, peer in found.items()}
    peers["single-pass centred vectors"] |= vectors
    return peers


def _docs(folder: str) -> list[dict[str, Any]]:
    return sorted(records(folder, "articles.jsonl", StoryDoc), key=lambda doc: (doc.get("published") or "", str(doc["id"])))


def _read(doc: dict[str, Any], parts: Parts) -> Reading:
    """A lone title stands as the text, since annotators read that."""
    title, text = doc.get("title") or "", doc.get("text") or ""
    return parts.read(text or title, doc["language"], doc.get("published"), title if text else "")
