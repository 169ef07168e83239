"""Boosted decision trees (Friedman 2001) over the lines of a page, evaluated without walking the trees: every comparison that fails rules
out the leaves on one side of its node, so that a page needs a look-up a feature and line (QuickScorer, Lucchese et al. 2015), on whole
numbers as sets of leaves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import getitem

# Nodes [feature, threshold, node at or below it, node above it]; leaves [value].
Tree = Sequence[Sequence[float]]
# Leaves of a tree: as many as two bytes have bits.
LEAVES = 16
_BYTE = 8


class Forest:
    """The sum of trees, for all lines at once. Raises `ValueError` for trees of more than `LEAVES` leaves."""

    def __init__(self, names: Sequence[str], base: float, trees: Sequence[Tree]) -> None:
        self.base = base
        self.count = len(trees)
        self.all = (1 << (LEAVES * self.count)) - 1
        self.ones = sum(1 << (LEAVES * number) for number in range(self.count))
        self.values: list[dict[int, float]] = []
        splits: dict[int, list[tuple[float, int]]] = {feature: [] for feature in range(len(names))}
        for number, tree in enumerate(trees):
            leaves = list(_leaves(tree, 0))
            if len(leaves) > LEAVES:
                raise ValueError(f"a tree of {len(leaves)} leaves")
            for first in range(0, LEAVES, _BYTE):
                self.values.append({0: 0.0} | {1 << place: value for place, value in enumerate(leaves[first : first + _BYTE])})
            for feature, threshold, gone in _gone(tree):
                splits[feature].append((threshold, self.all ^ (gone << (LEAVES * number))))
        self.steps = [(names[feature], *self._steps(sorted(found))) for feature, found in splits.items() if found]

    def _steps(self, splits: Sequence[tuple[float, int]]) -> tuple[list[float], list[int]]:
        """The thresholds of a feature, and the leaves left by the number of them that a value is above."""
        left = [self.all]
        for _, mask in splits:
            left.append(left[-1] & mask)
        return [threshold for threshold, _ in splits], left

    def scores(self, columns: Mapping[str, Sequence[float]], count: int) -> list[float]:
        """One value a line."""
        found = [self.all] * count
        for name, thresholds, left in self.steps:
            sets = [left[bisect_left(thresholds, value)] for value in columns[name]]
            found = [one & other for one, other in zip(found, sets, strict=True)]
        known = {left: self._sum(left) for left in set(found)}
        return [known[left] for left in found]

    def _sum(self, left: int) -> float:
        """The values of the first leaf left of each tree, where it ends: the lowest bit of its part of the number. No part is empty."""
        first = left & ~(left - self.ones)
        return self.base + sum(map(getitem, self.values, first.to_bytes(len(self.values), "little")))


def _leaves(tree: Tree, place: int) -> Iterator[float]:
    """The values of the leaves below a node, from left to right."""
    node = tree[place]
    if len(node) == 1:
        yield node[0]
    else:
        yield from _leaves(tree, int(node[2]))
        yield from _leaves(tree, int(node[3]))


def _gone(tree: Tree) -> list[tuple[int, float, int]]:
    """For each comparison its feature, its threshold, and the leaves that nothing above the threshold reaches."""
    found, leaf = [], 0

    def walk(place: int) -> int:
        nonlocal leaf
        node = tree[place]
        if len(node) == 1:
            leaf += 1
            return 1 << (leaf - 1)
        feature, threshold, below, above = node
        left = walk(int(below))
        found.append((int(feature), threshold, left))
        return left | walk(int(above))

    walk(0)
    return found
