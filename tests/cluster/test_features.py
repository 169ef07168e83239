from datetime import date

import pytest

from dragoman.cluster.card import card
from dragoman.cluster.features import FEATURES, SHORT, details, distance, rare, values
from dragoman.cluster.group import Group
from dragoman.cluster.seen import Seen, Weighed

TALKS = "Negotiators of both sides met behind closed doors to discuss missiles, exercises and the limits of the alliance on Monday."


def group(*readings):
    made = Group("s1")
    for reading in readings:
        made.add(card(reading))
    return made


def found(reading, story):
    return dict(zip(FEATURES, values(card(reading), story, Seen()), strict=True))


def test_the_same_article_has_everything_in_common(made):
    facts = {"entities": ("NATO",), "places": ("geneva",), "day": "2022-01-10", "days": ("2022-01-12",), "figures": ((12.0, "person"),)}
    one = made("a1", "Talks in Geneva", TALKS, **facts)
    same = found(made("a2", "Talks in Geneva", TALKS, **facts), group(one))
    full = {"vector", "names", "places", "same days"}
    assert {name: value for name, value in same.items() if name in full} == pytest.approx(dict.fromkeys(full, 1.0), abs=1e-4)
    assert min(same["rare words"], same["days"], same["figures"]) > 0.5
    assert same["vector across languages"] == same["other language"] == same["undated"] == same["apart"] == 0.0
    assert [same[name] for name in ("names differ", "places differ")] == pytest.approx([0, 0], abs=1e-4)


def test_what_is_not_known_says_so_and_speaks_against_nothing(made):
    unknown = found(made("a2", "会谈", "会谈", "zh"), group(made("a1", "Talks", TALKS)))
    assert (unknown["other language"], unknown["undated"]) == (1.0, 1.0)
    assert (unknown["names differ"], unknown["places differ"], unknown["apart"]) == (0.0, 0.0, 0.0)


def test_that_nothing_is_shared_says_more_of_many_names_than_of_one(made):
    one = found(made("a2", "", "Waltzes", entities=("person:a",)), group(made("a1", "", "Storm", entities=("person:b",))))
    four = ("person:a", "person:c", "DE", "NATO"), ("person:b", "person:d", "FR", "EU")
    many = found(made("a4", "", "Waltzes", entities=four[0]), group(made("a3", "", "Storm", entities=four[1])))
    assert 0 < one["names differ"] < many["names differ"] < 1


def test_names_in_one_script_are_shared_across_languages(made):
    story = group(made("a1", "Nishiya wins gold in Ariake", "Nishiya wins gold in Ariake"))
    shared = found(made("a2", "Nishiya gana el oro en Ariake", "Nishiya gana el oro en Ariake", "es"), story)["rare words"]
    assert shared > found(made("a3", "Horigome gana el oro", "Horigome gana el oro", "es"), story)["rare words"]


def test_rare_words_are_a_share_of_the_shorter_text():
    mine, theirs = Weighed({"a": 2.0, "b": 1.0}, 1.0, 3.0), Weighed({"a": 3.0, "c": 5.0}, 1.0, 8.0)
    assert rare(mine, theirs) == pytest.approx(2 / (3 + SHORT))
    assert rare(mine, Weighed({"c": 1.0}, 1.0, 1.0)) == 0.0


def test_time_is_counted_in_minutes_where_both_sides_know_them(made):
    published = {"value": "2022-01-10T12:00", "precision": "minute"}
    story = group(made("a1", "Talks", TALKS, **published))
    assert distance(card(made("a2", "Talks", TALKS, value="2022-01-10T18:00", precision="minute")), story) == pytest.approx(0.25, abs=1e-3)
    assert distance(card(made("a3", "Talks", TALKS, day="2022-01-10")), story) == 0.0
    assert distance(card(made("a4", "Talks", TALKS)), story) is None


def test_every_feature_can_be_told_in_words(made):
    one = made("a1", "Talks in Geneva", TALKS, entities=("NATO",), places=("geneva",), day="2022-01-10", days=("2022-01-12",))
    told = details(card(one), group(one), Seen())
    assert set(told) == set(FEATURES)
    assert told["names"] == "NATO"
    assert date(2022, 1, 12).isoformat() in told["days"]
