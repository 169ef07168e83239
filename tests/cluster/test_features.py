import math
from datetime import date

import pytest

from dragoman.cluster.card import card
from dragoman.cluster.features import FEATURES, details, distance, rare, same_runs, values
from dragoman.cluster.group import Group
from dragoman.cluster.seen import Seen

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
    full = {"vector nearest", "vector mean", "words", "names", "places", "same day", "same days", "same runs"}
    assert {name: value for name, value in same.items() if name in full} == pytest.approx(dict.fromkeys(full, 1.0), abs=1e-4)
    assert min(same["rare words"], same["days"], same["figures"]) > 0.5
    assert not any(same[name] for name in ("other language", "no names", "no places", "undated", "apart"))


def test_what_is_not_known_says_so_and_is_no_zero(made):
    unknown = found(made("a2", "会谈", "会谈", "zh"), group(made("a1", "Talks", TALKS)))
    assert [unknown[name] for name in ("other language", "no names", "no places", "undated")] == [1.0, 1.0, 1.0, 1.0]


def test_names_in_one_script_are_shared_across_languages(made):
    story = group(made("a1", "Nishiya wins gold in Ariake", "Nishiya wins gold in Ariake"))
    shared = found(made("a2", "Nishiya gana el oro en Ariake", "Nishiya gana el oro en Ariake", "es"), story)["rare words"]
    assert shared > found(made("a3", "Horigome gana el oro", "Horigome gana el oro", "es"), story)["rare words"]


def test_rare_words_count_by_the_lesser_weight():
    assert rare({"a": 2.0, "b": 1.0}, {"a": 3.0, "c": 1.0}) == pytest.approx(math.log(3))


def test_time_is_counted_in_minutes_where_both_sides_know_them(made):
    published = {"value": "2022-01-10T12:00", "precision": "minute"}
    story = group(made("a1", "Talks", TALKS, **published))
    assert distance(card(made("a2", "Talks", TALKS, value="2022-01-10T18:00", precision="minute")), story) == pytest.approx(0.25, abs=1e-3)
    assert distance(card(made("a3", "Talks", TALKS, day="2022-01-10")), story) == 0.0
    assert distance(card(made("a4", "Talks", TALKS)), story) is None


def test_copies_share_runs_of_words(made):
    a, b, other = (card(made(name, "", text)) for name, text in (("a1", TALKS * 3), ("a2", TALKS * 2), ("a3", TALKS[::-1] * 3)))
    assert same_runs(a, b) == 1.0
    assert same_runs(a, other) == 0.0


def test_every_feature_can_be_told_in_words(made):
    one = made("a1", "Talks in Geneva", TALKS, entities=("NATO",), places=("geneva",), day="2022-01-10", days=("2022-01-12",))
    told = details(card(one), group(one), Seen())
    assert set(told) == set(FEATURES)
    assert told["names"] == "NATO"
    assert date(2022, 1, 12).isoformat() in told["days"]
