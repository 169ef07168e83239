from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.lines.forest import LEAVES, Forest, Tree

NAMES = ["words", "place", "links"]
VALUES = st.floats(-4, 4, allow_nan=False)


def walked(tree: Tree, row: list[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        node = tree[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
    return node[0]


@st.composite
def trees(draw: st.DrawFn) -> list[list[float]]:
    """Any tree of at most `LEAVES` leaves: leaves are split one after the other."""
    tree: list[list[float]] = [[draw(VALUES)]]
    for _ in range(draw(st.integers(0, LEAVES - 1))):
        place = draw(st.sampled_from([place for place, node in enumerate(tree) if len(node) == 1]))
        tree[place] = [draw(st.integers(0, len(NAMES) - 1)), draw(VALUES), len(tree), len(tree) + 1]
        tree += [[draw(VALUES)], [draw(VALUES)]]
    return tree


@given(st.lists(trees(), min_size=1, max_size=5), st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=6), VALUES)
def test_the_forest_says_what_walking_its_trees_says(grown: list[Tree], rows: list[tuple[float, ...]], base: float) -> None:
    columns = {name: [row[place] for row in rows] for place, name in enumerate(NAMES)}
    expected = [base + sum(walked(tree, list(row)) for tree in grown) for row in rows]
    assert Forest(NAMES, base, grown).scores(columns, len(rows)) == pytest.approx(expected)


def test_a_value_at_the_threshold_goes_below_it() -> None:
    forest = Forest(["x"], 0.0, [[[0, 1.5, 1, 2], [-1.0], [1.0]]])
    assert forest.scores({"x": [1.4, 1.5, 1.6]}, 3) == [-1.0, -1.0, 1.0]


def test_larger_trees_are_refused() -> None:
    tree: list[list[float]] = [[0.0]]
    for leaf in range(LEAVES):
        tree[-1] = [0, float(leaf), len(tree), len(tree) + 1]
        tree += [[float(leaf)], [9.0]]
    with pytest.raises(ValueError, match=f"{LEAVES + 1} leaves"):
        Forest(["x"], 0.0, [tree])
