import itertools
import random

import pytest

from dragoman.cluster.copies.tree import arborescence, nearly


def _best(nodes, costs):
    """The least sum by trying all."""
    sums = []
    for parents in itertools.product(range(nodes), repeat=nodes - 1):
        tree = dict(enumerate(parents, 1))
        if all((parent, child) in costs for child, parent in tree.items()) and all(_reaches(child, tree) for child in tree):
            sums.append(sum(costs[parent, child] for child, parent in tree.items()))
    return min(sums)


def _reaches(child, tree):
    seen = set()
    while child in tree and child not in seen:
        seen.add(child)
        child = tree[child]
    return child == 0


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_costs_least(seed):
    chance = random.Random(seed)
    nodes = chance.randint(2, 5)
    arcs = [(a, b) for a in range(nodes) for b in range(1, nodes) if a != b and (a == 0 or chance.random() < 0.7)]
    costs = {arc: float(chance.choice((1, 2, 3, 5, 8))) for arc in arcs}
    tree = arborescence(costs)
    assert all(_reaches(child, tree) for child in range(1, nodes))
    assert sum(costs[parent, child] for child, parent in tree.items()) == _best(nodes, costs)


def test_a_circle_that_costs_less_than_its_ways_in_is_broken():
    assert arborescence({(0, 1): 10.0, (0, 2): 10.5, (1, 2): 0.0, (2, 1): 0.0}) == {1: 0, 2: 1}
    assert arborescence({}) == {}


def test_a_large_family_gets_a_tree_without_circles():
    costs = {(0, 1): 10.0, (0, 2): 10.1, (0, 3): 10.2, (1, 2): 0.1, (2, 1): 0.0, (2, 3): 0.5, (3, 2): 0.4}
    assert nearly(costs) == {1: 2, 2: 3, 3: 0}
    assert nearly({}) == {}
