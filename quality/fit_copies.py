"""Fits the weights of `languages/xx/copies.toml` for copies in one language, by which `cluster/copies/verify.py` judges.

    python quality/fit_copies.py FOLDER

FOLDER is the `reprints-dev` that `quality/make_reprints.py` wrote. Only its pairs out of ECB+ (CC BY), SemEval 2022 task 8 and naeb
(Apache-2.0), immortal-zh (MIT) and the project's own templates are learned from; those out of WMT22 are left for measuring. A logistic
regression whose weights keep their sign (a clash speaks against a copy, all else for it), every kind of pair with the same weight, and a
little shrinkage.
Prints the weights and the share of each kind that is told right; they are put into the file by hand. Same input, same weights.
"""

from __future__ import annotations

import sys
from collections import Counter

import numpy as np

from dragoman.cluster.copies.prints import printed
from dragoman.cluster.copies.verify import clashes, features, overlap
from dragoman.evaluation.sets import records, whole

MEASURED = "wmt22"
AGAINST = ("clash",)
SHRINK, STEP, TURNS = 0.0003, 2.0, 20_000


def main(folder: str) -> None:
    rows = [row for row in records(folder, "pairs.jsonl") if not row["id"].startswith(MEASURED)]
    likes = [overlap(*(printed(whole(row[side]), row[side]["language"]) for side in ("a", "b"))) for row in rows]
    kept = [number for number, like in enumerate(likes) if not clashes(like)]
    names = list(features(likes[0]))
    seen = np.array([list(features(likes[number]).values()) for number in kept])
    gold = np.array([float(rows[number]["same"]) for number in kept])
    kinds = [rows[number]["kind"] for number in kept]
    bias, weights = fit(seen, gold, evened(kinds, gold), np.array([-1.0 if name in AGAINST else 1.0 for name in names]))
    print(f"bias = {bias:.2f}")
    print("\n".join(f"{name} = {weight:.2f}" for name, weight in zip(names, weights, strict=True)))
    right = ((seen @ weights + bias >= 0) == gold).tolist()
    for kind in sorted(set(kinds)):
        told = [hit for hit, one in zip(right, kinds, strict=True) if one == kind]
        print(f"# {kind}: {sum(told) / len(told):.3f} of {len(told)}")


def evened(kinds: list[str], gold: np.ndarray) -> np.ndarray:
    """Weights by which every kind counts the same within copies and others, and these two the same."""
    counts = Counter(kinds)
    weights = np.array([1 / counts[kind] for kind in kinds])
    for value in (0.0, 1.0):
        weights[gold == value] /= 2 * weights[gold == value].sum()
    return weights


def fit(seen: np.ndarray, gold: np.ndarray, share: np.ndarray, signs: np.ndarray) -> tuple[float, np.ndarray]:
    """Bias and weights by projected gradient descent."""
    bias, weights = 0.0, np.zeros(seen.shape[1])
    for _ in range(TURNS):
        slope = (1 / (1 + np.exp(-(seen @ weights + bias))) - gold) * share
        weights = weights - STEP * (seen.T @ slope + SHRINK * weights)
        weights[weights * signs < 0] = 0.0
        bias -= STEP * slope.sum()
    return float(bias), weights


if __name__ == "__main__":
    main(sys.argv[1])
