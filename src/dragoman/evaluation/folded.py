"""Pairs judged by what was learned from the other pairs: cross-validation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.evaluation.fitting import best_f1, chances, fit, folds
from dragoman.evaluation.lessons import SIGNS

Floats = npt.NDArray[np.floating[Any]]
Learner = Callable[[Floats, Floats], Callable[[Floats], Floats]]
"""From rows and labels (1 or 0) to what gives rows their values."""

MIDDLE = 0.5


def joined(rows: Floats, labels: Floats) -> Callable[[Floats], Floats]:
    """A logistic score over the features of the join, each weight with the sign that it has there."""
    weights, bias = fit(rows, labels, SIGNS)
    return lambda others: chances(others, weights, bias)


def freely(rows: Floats, labels: Floats) -> Callable[[Floats], Floats]:
    """The same with any signs: what a set of one kind of text could gain by features that mean something else there."""
    weights, bias = fit(rows, labels, [0] * len(SIGNS))
    return lambda others: chances(others, weights, bias)


def as_is(rows: Floats, labels: Floats) -> Callable[[Floats], Floats]:
    """One value a row, of which only the threshold is learned."""
    return lambda others: others[:, 0]


def out_of_fold(rows: Floats, labels: Sequence[bool], parts: int, learner: Learner) -> list[float]:
    """A value a row from a learner that saw the other folds only, moved so that the threshold that suited those best (F1) lies at .5; its
    distance from it is halved, so that values between 0 and 1 stay there."""
    truth = np.asarray(labels, dtype=np.float64)
    found = [MIDDLE] * len(labels)
    for held in folds(len(labels), parts):
        kept = np.setdiff1d(np.arange(len(labels)), held)
        value = learner(rows[kept], truth[kept])
        threshold, _ = best_f1(value(rows[kept]).tolist(), [labels[at] for at in kept])
        for at, one in zip(held, value(rows[held]), strict=True):
            found[at] = MIDDLE + (float(one) - threshold) / 2
    return found
