"""How well a partition of documents matches the gold one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.evaluation.sets import prf


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed precision, recall, F1 (Bagga and Baldwin 1998): for each document the share of its cluster that is of its story, and the
    share of its story that is in its cluster; means over documents."""
    if not gold:
        return 0.0, 0.0, 0.0
    together = Counter(zip(found, gold, strict=True))
    clusters, stories = Counter(found), Counter(gold)
    precision = sum(count * count / clusters[cluster] for (cluster, _), count in together.items()) / len(gold)
    recall = sum(count * count / stories[story] for (_, story), count in together.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairwise(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall, F1 over pairs of documents that stand together."""
    both = _pairs(Counter(zip(found, gold, strict=True)))
    return prf(both, _pairs(Counter(found)), _pairs(Counter(gold)))


def figures(found: Sequence[str], gold: Sequence[str], languages: Sequence[str]) -> dict[str, float]:
    """The metrics of `eval clusters`. `cross_b3_f1` is B-cubed over the documents of stories told in two languages or more, absent where
    there are none, `non_singleton_b3_f1` over those of stories of two articles and more; `largest_purity` the share of the
    commonest story in the largest cluster."""
    precision, recall, f1 = b_cubed(found, gold)
    told: dict[str, set[str]] = {}
    for story, language in zip(gold, languages, strict=True):
        told.setdefault(story, set()).add(language)
    crossing = [at for at, story in enumerate(gold) if len(told[story]) > 1]
    sizes, stories = Counter(found), Counter(gold)
    largest = min(sizes, key=lambda cluster: (-sizes[cluster], cluster)) if sizes else ""
    inside = Counter(story for cluster, story in zip(found, gold, strict=True) if cluster == largest)
    scores = {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1,
        "pair_f1": pairwise(found, gold)[2],
        "clusters": float(len(sizes)),
        "gold_clusters": float(len(set(gold))),
        "largest_purity": max(inside.values()) / sizes[largest] if sizes else 0.0,
    }
    several = [at for at, story in enumerate(gold) if stories[story] > 1]
    if several:
        scores["non_singleton_b3_f1"] = b_cubed([found[at] for at in several], [gold[at] for at in several])[2]
    if crossing:
        scores["cross_b3_f1"] = b_cubed([found[at] for at in crossing], [gold[at] for at in crossing])[2]
    return scores


def _pairs(counts: Mapping[object, int]) -> float:
    return sum(count * (count - 1) / 2 for count in counts.values())
