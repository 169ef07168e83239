from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.edits import coded, costs, distances, similarity, unit_costs
from dragoman.link.sounds import SOUNDS


@given(st.text("abc", max_size=6), st.lists(st.text("abc", max_size=6), min_size=1, max_size=4))
def test_with_unit_costs_the_distance_is_levenshteins(query: str, others: list[str]) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    found, _ = distances(coded([query], letters)[0], coded(others, letters), *unit_costs())
    assert [round(float(one)) for one in found] == [_plain(query, other) for other in others]


def _plain(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        last, row = row, [at]
        for place, letter in enumerate(other, 1):
            row.append(min(last[place] + 1, row[-1] + 1, last[place - 1] + (char != letter)))
    return row[-1]


@given(st.text(SOUNDS, max_size=8), st.lists(st.text(SOUNDS, max_size=8), max_size=4))
def test_similarity_is_between_nothing_and_one(query: str, others: list[str]) -> None:
    found = similarity(query, [*others, query])
    assert all(0.0 <= one <= 1.0 for one in found)
    assert found[-1] == pytest.approx(1.0 if query else 0.0)


def test_costs_are_symmetric_and_vowels_are_cheap() -> None:
    swap, lost = costs()
    assert (swap == swap.T).all()
    assert lost[SOUNDS.index("a")] < lost[SOUNDS.index("k")]
