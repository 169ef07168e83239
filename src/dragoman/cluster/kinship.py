"""Kinship: articles taken two at a time. An event gathers articles that fit its sum, and two look-alike happenings (two quakes of one
country, two trials of one kind) fit each other's sums when each has many words; by pairs they come apart, since pairs within a happening
agree better than pairs across. Average linkage after Sokal and Michener 1958 (UPGMA), cut where the two branches of its top are strangers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.cluster.group import Group
from dragoman.cluster.join import chance
from dragoman.cluster.seen import Seen

KIN = 0.25
"""Two events whose articles agree by pairs with this mean probability are one."""

STRANGE = 0.15
"""Two halves that agree with less are two."""

CONTRAST = 0.5
CLEAR = 0.5
"""So are two halves that agree less than half as well with each other as within themselves, and with less than `CLEAR`."""

HALF = 2
"""A half has two articles and more: one alone may be odd."""

Floats = npt.NDArray[np.floating[Any]]
Seat = tuple[Group, int]
"""An event and the place of an article in it."""


def matrix(seats: Sequence[Seat], seen: Seen) -> Floats:
    """Mean of the probabilities that either article of a pair would join the other alone: (n, n), symmetric, 0 on the diagonal."""
    found = np.zeros((len(seats), len(seats)))
    for one in range(len(seats)):
        for other in range(one):
            found[one, other] = found[other, one] = _pair(seats[one], seats[other], seen)
    return found


def across(ones: Sequence[Seat], others: Sequence[Seat], seen: Seen) -> float:
    """Mean over the pairs of two events."""
    return round(sum(_pair(one, other, seen) for one in ones for other in others) / (len(ones) * len(others)), 4)


def _pair(one: Seat, other: Seat, seen: Seen) -> float:
    (mine, here), (theirs, there) = one, other
    return (chance(mine.cards[here], theirs.alone(there), seen) + chance(theirs.cards[there], mine.alone(here), seen)) / 2


def strangers(between: float, *within: Floats) -> bool:
    """Whether two parts are two happenings, by how well they agree with each other (a mean) and within themselves (a matrix each)."""
    sizes = [len(part) for part in within]
    if min(sizes) < HALF:
        return False
    inside = sum(float(part.sum()) for part in within) / sum(size * (size - 1) for size in sizes)
    return between < STRANGE or between < min(CLEAR, round(CONTRAST * inside, 4))


def parted(kinship: Floats) -> list[list[int]]:
    """The places of the articles in as many parts as there are happenings, each in order, the part of the first one first."""
    waiting, done = [list(range(len(kinship)))], list[list[int]]()
    while waiting:
        part = waiting.pop()
        branches = _top(kinship, part) if len(part) >= 2 * HALF else None
        if branches is not None and _fall_apart(kinship, *branches):
            waiting += branches
        else:
            done.append(sorted(part))
    return sorted(done)


def _fall_apart(kinship: Floats, one: Sequence[int], other: Sequence[int]) -> bool:
    between = round(float(kinship[np.ix_(one, other)].mean()), 4)
    return strangers(between, kinship[np.ix_(one, one)], kinship[np.ix_(other, other)])


def _top(kinship: Floats, part: Sequence[int]) -> tuple[list[int], list[int]]:
    """The two branches of the top of the tree: what is nearest is joined, until two are left; ties go to what stands first."""
    near = kinship[np.ix_(part, part)].copy()
    np.fill_diagonal(near, -1.0)
    branches = [[place] for place in part]
    while len(branches) > 2:
        one, other = sorted(divmod(int(np.argmax(np.round(near, 6))), len(branches)))
        sizes = len(branches[one]), len(branches[other])
        near[one] = (near[one] * sizes[0] + near[other] * sizes[1]) / sum(sizes)
        near[:, one] = near[one]
        near[one, one] = -1.0
        near = np.delete(np.delete(near, other, axis=0), other, axis=1)
        branches[one] += branches.pop(other)
    return branches[0], branches[1]
