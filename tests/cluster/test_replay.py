from dragoman.cluster.card import card
from dragoman.cluster.replay import Record, days, run
from dragoman.cluster.state import State
from dragoman.model.filing import Chained, Placed
from dragoman.model.story import Member


def test_days_come_in_order_with_each_article_once(made):
    cards = [card(made(name, day=day)) for name, day in (("b", "2022-01-11"), ("c", None), ("a", "2022-01-10"), ("b", "2022-01-11"))]
    assert [[one.article for one in held] for _, held in days(cards)] == [["a"], ["b"], ["c"]]


def test_an_article_dated_twice_counts_on_its_earlier_day_whatever_comes_first(made):
    cards = [card(made("b", day="2022-01-12")), card(made("b", day="2022-01-11"))]
    for order in (cards, cards[::-1]):
        ((_, held),) = days(order)
        assert held == [cards[1]]


def test_what_a_day_changed_is_told_once(made):
    state, record = State(), Record()
    day, held = next(days([card(made("a1", "Missile talks", day="2022-01-10"))]))
    placed, chained = record.changes(state, day, run(state, day, held, "me"))
    (key,) = state.groups
    assert [(one.article, one.day, one.event) for one in placed] == [("a1", day, key)]
    assert chained == [Chained(key, day, key)]
    assert record.changes(state, day) == ([], [])


def test_a_record_says_in_which_story_each_article_is():
    record = Record(
        [Placed("a1", 5, "0000005 a1 a1", Member("a1", 1.0)), Placed("r", 5, "", Member("r", 1.0))],
        [Chained("0000005 a1 a1", 5, "0000002 a0 a0")],
    )
    assert set(record.homes()) == {"a1"}
    record.take([], [Chained("0000005 a1 a1", 6, "0000005 a1 a1")])
    assert record.homes()["a1"] != Record(record.placed.values(), [Chained("0000005 a1 a1", 5, "0000002 a0 a0")]).homes()["a1"]
