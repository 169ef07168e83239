"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over many sequences at once: best paths and probabilities.

Scores are arrays (characters, tags), the sequences one after another; `transitions[i, j]` is what tag j after tag i adds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.annotate.taggers.gru import Layout, Matrix


class Crf:
    """The field of a matrix of transitions (tags, tags)."""

    def __init__(self, transitions: Matrix) -> None:
        self._into: list[list[float]] = transitions.T.tolist()
        self._steps: Matrix = np.exp(transitions - transitions.max())
        self._reach = 2 * float(transitions.max() - transitions.min())

    def path(self, scores: Matrix, ends: Sequence[int]) -> list[int]:
        """The best tag of each character by Viterbi, each sequence (they end before `ends`) by itself.

        A tag touches two transitions, so one whose score lies further below the best of its character than two transitions can differ is
        on no best path; mostly one tag is left, and the best path goes through it whatever stands before: only what lies between two
        such characters is searched."""
        can_win = scores >= scores.max(axis=1, keepdims=True) - self._reach
        several = can_win.sum(axis=1) > 1
        last = np.zeros(len(scores), dtype=bool)
        last[np.array(ends) - 1] = True
        first = np.roll(last, 1)
        starts = np.flatnonzero(several & (first | ~np.roll(several, 1)))
        stops = np.flatnonzero(several & (last | ~np.roll(several, -1)))
        path: list[int] = scores.argmax(axis=1).tolist()
        for start, stop in zip((starts - ~first[starts]).tolist(), (stops + ~last[stops] + 1).tolist(), strict=True):
            rows, columns = np.nonzero(can_win[start:stop])
            choices: list[list[tuple[int, float]]] = [[] for _ in range(start, stop)]
            for row, tag, value in zip(rows.tolist(), columns.tolist(), scores[start:stop][rows, columns].tolist(), strict=True):
                choices[row].append((tag, value))
            path[start:stop] = self._best(choices)
        return path

    def _best(self, choices: Sequence[Sequence[tuple[int, float]]]) -> list[int]:
        """The best path through the tags, with their scores, that each character may have."""
        sums_here = [value for _, value in choices[0]]
        back: list[list[int]] = []
        for before, here in pairwise(choices):
            steps: list[int] = []
            arrived: list[float] = []
            for column, value in here:
                into = self._into[column]
                sums = [total + into[old] for total, (old, _) in zip(sums_here, before, strict=True)]
                best = max(range(len(sums)), key=sums.__getitem__)
                steps.append(best)
                arrived.append(sums[best] + value)
            back.append(steps)
            sums_here = arrived
        at = max(range(len(sums_here)), key=sums_here.__getitem__)
        path = [choices[-1][at][0]]
        for steps, here in zip(reversed(back), reversed(choices[:-1]), strict=True):
            at = steps[at]
            path.append(here[at][0])
        return path[::-1]

    def likely(self, scores: Matrix, path: Sequence[int], laid: Layout) -> list[float]:
        """The probability of the path's tag at each character, by forward-backward."""
        tags, order, bounds = len(self._steps), laid.order[0], laid.bounds
        given = scores[order, :tags]
        given -= given.max(axis=1, keepdims=True)
        np.exp(given, out=given)
        ahead, behind = np.empty_like(given), np.ones_like(given)
        ahead[: bounds[1]] = given[: bounds[1]]
        for before, start, end in zip(bounds, bounds[1:], bounds[2:], strict=False):
            into = ahead[before : before + end - start] @ self._steps
            into *= given[start:end]
            np.divide(into, into.sum(axis=1, keepdims=True), out=ahead[start:end])
        for before, start, end in reversed(list(zip(bounds, bounds[1:], bounds[2:], strict=False))):
            out = (behind[start:end] * given[start:end]) @ self._steps.T
            np.divide(out, out.sum(axis=1, keepdims=True), out=behind[before : before + end - start])
        ahead *= behind
        chosen = ahead[np.arange(len(order)), np.array(path)[order]] / ahead.sum(axis=1)
        found: NDArray[np.float32] = np.empty(len(order), dtype=np.float32)
        found[order] = chosen
        return [float(value) for value in found.tolist()]
