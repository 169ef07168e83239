"""What a plain method does on the same data in the same run."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

TFIDF = 0.25
"""Threshold of single-pass TF-IDF, the best of those that the field's papers sweep on full texts."""

VECTORS = 0.91
"""Threshold of single-pass raw vectors: of e5, the best one on average of three sets (ECB+, WMT22, OG2021)."""

CENTRED = 0.4
"""Threshold of single-pass centred vectors: the best one on average of the stories in `quality/stories` that the join learns from, by
field and all as one stream."""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_SHAREABLE = re.compile(r"\d+|[A-Z][A-Za-z]{2,}")
Sparse = Mapping[str, float]


def tokens(text: str) -> list[str]:
    """Words, and pairs of characters of scripts without spaces."""
    found: list[str] = []
    for run in _TOKEN.findall(text.casefold()):
        found += [run[at : at + 2] for at in range(max(1, len(run) - 1))] if run[0] > "\u2e7f" else [run]
    return found


def overlap(a: str, b: str) -> float:
    """Jaccard similarity of the words of two texts."""
    left, right = set(tokens(a)), set(tokens(b))
    return len(left & right) / len(left | right) if left | right else 0.0


def shingled(a: str, b: str, size: int = 3) -> float:
    """Jaccard similarity of runs of `size` words."""
    left, right = _shingles(a, size), _shingles(b, size)
    return len(left & right) / len(left | right) if left | right else 0.0


def shared_names(a: str, b: str) -> float:
    """Numbers and Latin capitalised words that two texts share, over the geometric mean of their counts: works across languages."""
    left, right = set(_SHAREABLE.findall(a)), set(_SHAREABLE.findall(b))
    return len(left & right) / math.sqrt(len(left) * len(right)) if left and right else 0.0


def tfidf(texts: Sequence[str]) -> list[Sparse]:
    """Unit TF-IDF vectors (1 + log tf, log N/df) over these texts."""
    counts = [Counter(tokens(text)) for text in texts]
    seen = Counter(word for count in counts for word in count)
    rows: list[Sparse] = []
    for count in counts:
        row = {word: (1 + math.log(times)) * math.log((1 + len(texts)) / seen[word]) for word, times in count.items()}
        norm = math.sqrt(sum(weight * weight for weight in row.values()))
        rows.append({word: weight / norm for word, weight in row.items()} if norm else {})
    return rows


def single_pass_tfidf(texts: Sequence[str], threshold: float = TFIDF) -> list[str]:
    """Each text into the cluster whose centroid is nearest, from `threshold` up, else into a new one."""
    sums: list[dict[str, float]] = []
    norms: list[float] = []
    postings: dict[str, set[int]] = {}
    found = []
    for row in tfidf(texts):
        dots: dict[int, float] = {}
        for word, weight in row.items():
            for cluster in postings.get(word, ()):
                dots[cluster] = dots.get(cluster, 0.0) + weight * sums[cluster][word]
        best = min(dots, key=lambda cluster: (-dots[cluster] / norms[cluster], cluster), default=-1)
        if best < 0 or dots[best] / norms[best] < threshold:
            best = len(sums)
            sums.append({})
            norms.append(0.0)
        for word, weight in row.items():
            sums[best][word] = sums[best].get(word, 0.0) + weight
            postings.setdefault(word, set()).add(best)
        norms[best] = math.sqrt(sum(weight * weight for weight in sums[best].values())) or 1.0
        found.append(str(best))
    return found


def single_pass_vectors(vectors: Sequence[Sequence[float]], threshold: float = VECTORS) -> list[str]:
    """The same with dense vectors; a text without one stands alone."""
    size = max((len(vector) for vector in vectors), default=0)
    sums = np.zeros((len(vectors), size), dtype=np.float32)
    units = np.zeros((len(vectors), size), dtype=np.float32)
    used, found = 0, []
    for vector in vectors:
        row = np.asarray(vector, dtype=np.float32) if vector else np.zeros(size, dtype=np.float32)
        cosines = units[:used] @ row
        best = int(np.argmax(cosines)) if used else -1
        if best < 0 or cosines[best] < threshold:
            best, used = used, used + 1
        sums[best] += row
        norm = float(np.linalg.norm(sums[best]))
        units[best] = sums[best] / norm if norm else sums[best]
        found.append(str(best))
    return found


def _shingles(text: str, size: int) -> set[tuple[str, ...]]:
    words = tokens(text)
    return {tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))} if words else set()
