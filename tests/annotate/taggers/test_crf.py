from __future__ import annotations

from itertools import accumulate, pairwise, product

import numpy as np

from dragoman.annotate.taggers.crf import Crf
from dragoman.annotate.taggers.gru import Matrix, layout

CHANCE = np.random.default_rng(3)


def weight(path: tuple[int, ...], scores: Matrix, transitions: Matrix) -> float:
    return float(sum(scores[at, tag] for at, tag in enumerate(path)) + sum(transitions[one, two] for one, two in pairwise(path)))


def test_paths_and_probabilities_are_those_of_all_paths_counted() -> None:
    lengths, tags = [4, 1, 5, 3], 3
    for spread in (0.5, 2.0, 6.0):
        transitions = CHANCE.normal(0, 1, (tags, tags)).astype(np.float32)
        scores = CHANCE.normal(0, spread, (sum(lengths), tags)).astype(np.float32)
        field, ends = Crf(transitions), list(accumulate(lengths))
        path = field.path(scores, ends)
        sures = field.likely(scores, path, layout(lengths))
        for end, length in zip(ends, lengths, strict=True):
            here = scores[end - length : end]
            every = {one: weight(one, here, transitions) for one in product(range(tags), repeat=length)}
            best = max(every, key=every.__getitem__)
            assert tuple(path[end - length : end]) == best
            total = sum(np.exp(value) for value in every.values())
            for at, tag in enumerate(best):
                share = sum(np.exp(value) for one, value in every.items() if one[at] == tag) / total
                assert abs(sures[end - length + at] - share) < 1e-4
