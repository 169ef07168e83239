"""Fitting a logistic score whose weights have the signs they must have. Deterministic: no draw, no parallel sums."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]

ROUNDS = 3000
STILL = 1e-7
"""Fitting ends after so many rounds, or when no weight of a standardised feature moves by more than this."""

LEAST = 1e-9


def fit(rows: Floats, labels: Floats, signs: Sequence[int], *, ridge: float = 1.0, shares: Floats | None = None) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression over `rows` (n, features) with `labels` 0 or 1 (n). `signs` fix each weight: 1 never
    below 0, -1 never above, 0 free. `ridge` is the L2 penalty on weights of standardised features, in examples; `shares` weigh examples.
    Accelerated projected gradient (Beck and Teboulle 2009)."""
    scale = rows.std(axis=0)
    scale = np.where(scale > LEAST, scale, 1.0)
    spread = rows / scale
    count, size = spread.shape
    weigh = np.ones(count) if shares is None else shares / shares.mean()
    low = np.where(np.asarray(signs) > 0, 0.0, -np.inf)
    high = np.where(np.asarray(signs) < 0, 0.0, np.inf)
    extended = np.hstack([spread, np.ones((count, 1))]) * np.sqrt(weigh)[:, None]
    step = 1 / (0.25 * float(np.linalg.eigvalsh(extended.T @ extended)[-1]) / count + ridge / count)
    found, ahead = np.zeros(size + 1), np.zeros(size + 1)
    pace = 1.0
    for _ in range(ROUNDS):
        miss = weigh * (chances(spread, ahead[:-1], float(ahead[-1])) - labels) / count
        gradient = np.append(spread.T @ miss + ridge / count * ahead[:-1], miss.sum())
        moved = ahead - step * gradient
        moved[:-1] = np.clip(moved[:-1], low, high)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + (pace - 1) / faster * (moved - found)
        still = float(np.abs(moved - found).max()) < STILL
        found, pace = moved, faster
        if still:
            break
    return found[:-1] / scale, float(found[-1])


def chances(rows: Floats, weights: Floats, bias: float) -> Floats:
    """Probabilities of the rows."""
    answer: Floats = 1 / (1 + np.exp(-np.clip(rows @ weights + bias, -30, 30)))
    return answer


def best_f1(values: Sequence[float], labels: Sequence[bool]) -> tuple[float, float]:
    """The threshold at which F1 is highest, and that F1; the threshold lies in the middle of the gap below the last one taken in."""
    ordered = sorted(zip(values, labels, strict=True), key=lambda item: -item[0])
    positives = sum(labels)
    hits, best, at = 0, 0.0, 0.5
    for count, (value, label) in enumerate(ordered, 1):
        hits += label
        following = ordered[count][0] if count < len(ordered) else 0.0
        score = 2 * hits / (count + positives) if positives else 0.0
        if following < value and score > best:
            best, at = score, (value + following) / 2
    return at, best


def folds(count: int, parts: int) -> list[list[int]]:
    """Places 0 to count - 1 dealt to so many folds in turn."""
    return [list(range(first, count, parts)) for first in range(parts)]
