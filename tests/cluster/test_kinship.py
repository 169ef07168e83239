import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.cluster import kinship
from dragoman.cluster.card import card
from dragoman.cluster.group import Group
from dragoman.cluster.seen import Seen


def blocks(*sizes, inside=0.8, between=0.2):
    """Happenings of these sizes: `inside` within, `between` across."""
    total = sum(sizes)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    found = np.where(owner[:, None] == owner[None, :], inside, between)
    found[np.arange(total), np.arange(total)] = 0.0
    return found


def test_look_alikes_come_apart_where_they_agree_far_less_than_within_themselves():
    assert kinship.parted(blocks(3, 4)) == [[0, 1, 2], [3, 4, 5, 6]]
    assert kinship.parted(blocks(2, 3, 2)) == [[0, 1], [2, 3, 4], [5, 6]]


def test_one_happening_told_in_many_ways_stays_whole():
    assert kinship.parted(blocks(3, 4, inside=0.4, between=0.3)) == [list(range(7))]
    assert kinship.parted(blocks(3, 4, inside=0.95, between=0.6)) == [list(range(7))]


def test_a_single_odd_article_is_no_happening():
    assert kinship.parted(blocks(5, 1)) == [list(range(6))]
    assert not kinship.strangers(0.0, np.zeros((1, 1)), blocks(4))


def test_what_hardly_agrees_at_all_is_two():
    assert kinship.strangers(kinship.STRANGE - 0.01, blocks(2, inside=0.2), blocks(2, inside=0.2))
    assert not kinship.strangers(kinship.STRANGE + 0.01, blocks(2, inside=0.2), blocks(2, inside=0.2))


@given(st.integers(0, 12), st.randoms(use_true_random=False))
def test_every_place_is_in_one_part_whatever_the_numbers(size, chance):
    found = np.zeros((size, size))
    for one in range(size):
        for other in range(one):
            found[one, other] = found[other, one] = round(chance.random(), 2)
    parts = kinship.parted(found) if size else []
    assert sorted(place for part in parts for place in part) == list(range(size))
    assert all(part == sorted(part) for part in parts)
    assert len(parts) <= 1 or min(map(len, parts)) >= kinship.HALF


def test_the_matrix_is_of_pairs_alone_and_symmetric(made):
    story, seen = Group("s"), Seen()
    for number, topic in enumerate(
        (
            ("Talks in Geneva", "Negotiators met in Geneva."),
            ("Talks in Geneva end", "Negotiators left Geneva."),
            ("Waltzes", "An orchestra."),
        )
    ):
        held = replace(card(made(f"a{number}", *topic, day="2022-01-10")), vector=(1.0, 0.0) if number < 2 else (0.0, 1.0))
        seen.add(held)
        story.add(held)
    seats = [(story, at) for at in range(3)]
    found = kinship.matrix(seats, seen)
    assert (found == found.T).all()
    assert (np.diagonal(found) == 0).all()
    assert found[0, 1] > found[0, 2]
    assert kinship.across(seats[:1], seats[1:], seen) == pytest.approx(found[0, 1:].mean(), abs=1e-4)
