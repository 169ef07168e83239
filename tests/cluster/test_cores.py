import numpy as np
from msgspec.structs import replace

from dragoman.cluster.card import card
from dragoman.cluster.cores import NAMES, core
from dragoman.cluster.group import Group
from dragoman.cluster.windows import key_of


def test_a_core_says_what_its_articles_agree_on(made):
    one = card(made("a1", "Talks in Geneva", day="2022-01-10", entities=("person:x", "RU")))
    two = card(made("a2", "Talks in Geneva", day="2022-01-11", entities=("person:x",)))
    found = core(key_of(one), [one, two], two.earliest)
    assert (found.first, found.until) == (one.earliest, two.earliest)
    assert found.published == {one.earliest, two.earliest}
    assert found.names["person:x"] > found.names["RU"]
    assert set(found.words) == {"en"}
    assert abs(float(np.linalg.norm(found.vector)) - 1) < 1e-5


def test_a_core_keeps_only_the_weightiest_keys(made):
    many = replace(card(made("a1")), entities={f"n{number:02}": 1.0 + number for number in range(50)})
    found = core("0000005 a1 x", [many], 5)
    assert len(found.names) == NAMES
    assert "n49" in found.names


def test_articles_without_vectors_or_with_unlike_ones_have_no_common_vector(made):
    bare = replace(card(made("a1")), vector=())
    assert core("0000005 a1 x", [bare], 5).vector is None
    assert core("0000005 a1 x", [replace(bare, vector=(1.0,)), replace(bare, vector=(1.0, 0.0))], 5).vector is None


def test_a_middle_that_is_known_is_the_one_that_would_be_made(made):
    cards = [card(made(f"a{number}", title)) for number, title in enumerate(("Talks in Geneva", "Talks in Vienna", "Storm"))]
    group = Group("0000005 a1 x")
    for one in cards:
        group.add(one)
    given, found = (core(group.story, cards, 5, middle) for middle in (group.centroid(), None))
    assert np.array_equal(given.vector, found.vector)
