"""Is one of two texts in different languages a translation of the other? Their sentences are aligned in order, as in Vecalign (Thompson and
Koehn 2019): translations align in order and nearly throughout, two accounts of one happening here and there and in any order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from dragoman.cluster.copies import weights

Matrix = npt.NDArray[np.float32]

MOST = 40
"""Sentences of a text that are looked at: a copy shows itself in its first ones."""

NEIGHBOURS = 4
"""The margin of a pair is its cosine beside the mean of each side's nearest so many (Artetxe and Schwenk 2019)."""

LEAST, MOST_ALIKE, ABOVE = 0.25, 0.5, 0.22
"""Cosine from which two sentences are taken to say the same: so much above the median of all pairs of sentences of the two texts, within
bounds. An encoder sees less likeness in languages that it hardly knows, and the median sinks with it. Less likeness costs nothing: a
sentence may have no counterpart."""


class Bead(Struct, frozen=True):
    """Sentences from `a` up to `a_end` say what those from `b` up to `b_end` do; `score` is their cosine."""

    a: int
    a_end: int
    b: int
    b_end: int
    score: float


class Alignment(Struct, frozen=True):
    """How two texts align. Shares are of 1: `shared` of the shorter text aligned in order, `holding` of the longer (`shares` of the first
    and the second text), `alike` mean cosine of
    what is aligned, `margin` by how much it stands out from neighbours, `ordered` how much of the likeness there is keeps the order,
    `numbers` of the shorter's numbers that stand in the other. `sentences` is the count of the shorter."""

    shared: float
    holding: float
    alike: float
    margin: float
    ordered: float
    numbers: float
    sentences: int
    even: float = 0.0
    shares: tuple[float, float] = (0.0, 0.0)
    beads: tuple[Bead, ...] = ()


def aligned(a: Matrix, b: Matrix, lengths: tuple[Sequence[int], Sequence[int]], numbers: tuple[Counter[str], Counter[str]]) -> Alignment:
    """The alignment of two texts: unit vectors and lengths (code points) of their sentences, and the numbers that stand in them."""
    one, two = a[:MOST], b[:MOST]
    sizes = [np.asarray(side[:MOST], dtype=np.float32) for side in lengths]
    if not len(one) or not len(two):
        return Alignment(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0)
    cosines = one @ two.T
    even = min(MOST_ALIKE, max(LEAST, float(np.median(cosines)) + ABOVE))
    beads = _path(_gains(one, two, cosines), even)
    weights = [float(sizes[0][bead.a : bead.a_end].sum()) for bead in beads], [float(sizes[1][bead.b : bead.b_end].sum()) for bead in beads]
    shares = [sum(side) / max(1.0, float(size.sum())) for side, size in zip(weights, sizes, strict=True)]
    total = sum(weights[0]) or 1.0
    margins = _margins(cosines)
    return Alignment(
        shared=max(shares),
        holding=min(shares),
        alike=sum(bead.score * weight for bead, weight in zip(beads, weights[0], strict=True)) / total,
        margin=float(np.mean([margins[bead.a : bead.a_end, bead.b : bead.b_end].max() for bead in beads])) if beads else 0.0,
        ordered=_ordered(cosines, beads, even),
        numbers=_numbers(*numbers),
        sentences=min(len(one), len(two)),
        even=even,
        shares=(shares[0], shares[1]),
        beads=beads,
    )


def features(like: Alignment) -> dict[str, float]:
    """What the logistic weighs: `excess` is the cosine above the one taken as even, `few` stands for how little there is to go by."""
    return {
        "shared": like.shared,
        "holding": like.holding,
        "excess": max(0.0, like.alike - like.even),
        "margin": max(0.0, like.margin - 1),
        "ordered": like.ordered,
        "numbers": like.numbers,
        "few": 1 / math.sqrt(max(1, like.sentences)),
    }


def probability(like: Alignment) -> float:
    """Probability (0 to 1) that one is a translation of the other, whole or in part."""
    return round(weights.odds("translated", features(like)), 4) if like.beads else 0.0


def _gains(a: Matrix, b: Matrix, cosines: Matrix) -> dict[tuple[int, int], Matrix]:
    """What a bead of so many sentences of each side is alike, by its first sentences."""
    return {(1, 1): cosines, (1, 2): a @ _joined(b).T, (2, 1): _joined(a) @ b.T}


def _joined(vectors: Matrix) -> Matrix:
    """Each two neighbours as one; the last stands alone at the end so that sizes hold."""
    pairs = vectors.copy()
    pairs[:-1] += vectors[1:]
    norms = np.linalg.norm(pairs, axis=1, keepdims=True)
    made: Matrix = pairs / np.maximum(norms, 1e-6)
    return made


def _path(gains: dict[tuple[int, int], Matrix], even: float) -> tuple[Bead, ...]:
    """The alignment in order that gains most; beads of two sentences count for both."""
    rows, columns = gains[1, 1].shape
    best = np.zeros((rows + 1, columns + 1), dtype=np.float32)
    moves = np.zeros((rows + 1, columns + 1), dtype=np.int8)
    steps = ((1, 1), (1, 2), (2, 1))
    tables = [(gains[step] - even) * (sum(step) / 2) for step in steps]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            value, move = best[i - 1, j], 3
            if best[i, j - 1] > value:
                value, move = best[i, j - 1], 4
            for number, (down, right) in enumerate(steps):
                if i >= down and j >= right:
                    reached = best[i - down, j - right] + tables[number][i - down, j - right]
                    if reached > value:
                        value, move = reached, number
            best[i, j], moves[i, j] = value, move
    beads, i, j = [], rows, columns
    while i > 0 and j > 0:
        move = int(moves[i, j])
        if move == 3:
            i -= 1
        elif move == 4:
            j -= 1
        else:
            down, right = steps[move]
            beads.append(Bead(i - down, i, j - right, j, round(float(gains[down, right][i - down, j - right]), 4)))
            i, j = i - down, j - right
    return tuple(reversed(beads))


def _margins(cosines: Matrix) -> Matrix:
    rows = np.sort(cosines, axis=1)[:, -NEIGHBOURS:].mean(axis=1, keepdims=True)
    columns = np.sort(cosines, axis=0)[-NEIGHBOURS:].mean(axis=0, keepdims=True)
    made: Matrix = cosines / np.maximum((rows + columns) / 2, 1e-3)
    return made


def _ordered(cosines: Matrix, beads: Sequence[Bead], even: float) -> float:
    """What the alignment in order gains, of what each sentence's best counterpart would gain in any order."""
    free = max(float(np.maximum(cosines.max(axis=1) - even, 0).sum()), float(np.maximum(cosines.max(axis=0) - even, 0).sum()))
    return min(1.0, sum((bead.score - even) * (bead.a_end - bead.a + bead.b_end - bead.b) / 2 for bead in beads) / free) if free else 0.0


def _numbers(a: Counter[str], b: Counter[str]) -> float:
    """Share of the numbers of the side with fewer that stand in the other; a half where one has none."""
    few = min(sum(a.values()), sum(b.values()))
    return sum((a & b).values()) / few if few else 0.5
