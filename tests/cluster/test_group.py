import numpy as np
import pytest
from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.group import NEIGHBOURS, Group
from dragoman.cluster.seen import Seen


def group(*readings):
    made = Group("s1")
    for reading in readings:
        made.add(card(reading))
    return made


def test_the_middle_is_the_unit_mean_of_the_members(made):
    two = group(made("a1", "Talks in Geneva"), made("a2", "Concert in Vienna"))
    mean = np.mean([np.asarray(member.vector) for member in two.cards], axis=0)
    assert two.centroid() == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)
    assert Group("empty").centroid() is None


def test_neighbours_come_nearest_first(made):
    titles = ["Talks in Geneva", "Concert in Vienna", "Talks in Geneva on missiles", "Storm", "Strike", "Vote"]
    many = group(*(made(f"a{number}", title) for number, title in enumerate(titles)))
    _, near = many.near(many.cards[0], Seen())
    assert [near[0][1].article, near[1][1].article] == ["a0", "a2"]
    assert len(near) == NEIGHBOURS
    assert [value for value, _ in near] == sorted((value for value, _ in near), reverse=True)


def test_what_all_vectors_of_a_desk_share_brings_no_two_together(made):
    seen = Seen()
    for number in range(200):
        seen.add(card(made(f"x{number}", "Games in Tokyo")))
    alike = group(made("a1", "Games in Tokyo: swimming"))
    other = card(made("a2", "Games in Tokyo: judo"))
    assert alike.near(other, seen)[0] < alike.near(other, Seen())[0] - 0.2


def test_without_vectors_the_latest_members_are_the_neighbours(made):
    many = group(*(made(f"a{number}", "Talks") for number in range(6)))
    bare = replace(many.cards[0], vector=())
    assert [member.article for _, member in many.near(bare, Seen())[1]] == ["a5", "a4", "a3", "a2"]


def test_one_member_weighs_as_its_card_does(made):
    seen, one = Seen(), made("a1", "Talks in Geneva", entities=("RU",), places=("geneva",))
    ready = seen.ready(card(one))
    alone = group(one)
    assert alone.languages == {"en"}
    assert (alone.names(seen), alone.sites(seen)) == (ready.names, ready.places)


def test_bounds_widen_with_each_member(made):
    both = group(made("a1", day="2022-01-10"), made("a2", day="2022-01-08"))
    assert both.last - both.first == 2
    assert both.alone(1).first == both.first


def test_what_a_card_holds_stays_as_it_is(made):
    first, second = (card(made(f"a{number}", "Talks", entities=("RU",), places=("geneva",))) for number in range(2))
    before = (dict(first.terms), dict(first.entities), dict(first.places))
    both = Group("s1")
    both.add(first)
    both.add(second)
    assert both.entities["RU"] == 2 * first.entities["RU"]
    assert (first.terms, first.entities, first.places) == before
