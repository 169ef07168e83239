import math

import pytest

from dragoman.cluster.card import Card
from dragoman.evaluation.crossing import nearest
from dragoman.evaluation.streams import Stream


def card(name, language, angle, day=738000, **names):
    """A card whose vector has an angle, in degrees."""
    vector = (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    return Card(name, name, "o", language, "", day, day, vector, {}, names, {}, {}, (), {})


def test_the_nearest_in_another_language_is_asked_for():
    cards = (card("a", "en", 0), card("b", "en", 1), card("c", "ru", 10), card("d", "ru", 90))
    assert nearest(Stream(cards, ("x", "y", "x", "z"))) == (0.5, 0.5)  # c is nearest to both, and b, of another event, nearest to c


def test_names_tell_which_of_the_near_ones_it_is():
    cards = (card("a", "en", 0, p=2.0, q=2.0, r=2.0), card("c", "ru", 60, s=2.0, t=2.0, u=2.0), card("d", "ru", 63, p=2.0, q=2.0, r=2.0))
    by_chance, by_vector = nearest(Stream(cards, ("x", "y", "x")))
    assert by_chance == 1.0
    assert by_vector == 0.5


@pytest.mark.parametrize("other", [card("b", "en", 0), card("b", "ru", 0, day=738004)])
def test_one_language_or_other_days_are_not_asked(other):
    assert nearest(Stream((card("a", "en", 0), other), ("x", "x"))) is None
