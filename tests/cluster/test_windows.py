from datetime import date

from dragoman.cluster.card import card
from dragoman.cluster.windows import MONTH, UNDATED, article_of, began, canonical, day_of, event_of, key_of, story_of, until
from dragoman.model.ids import story_id


def test_an_article_stands_from_its_first_possible_day_to_its_last(made):
    day = date(2022, 1, 10).toordinal()
    assert (day_of(card(made("a", day="2022-01-10"))), until(card(made("a", day="2022-01-10")))) == (day, day)
    loose = card(made("a", earliest="2022-01-10", latest="2022-01-20"))
    assert (day_of(loose), until(loose)) == (day, day + 10)
    assert until(card(made("a", earliest="2022-01-10", latest="2023-01-10"))) == day + MONTH


def test_articles_of_unknown_date_come_last(made):
    known, unknown = card(made("b", day="2022-01-10")), card(made("a"))
    assert day_of(unknown) == until(unknown) == UNDATED
    assert sorted([unknown, known], key=canonical) == [known, unknown]


def test_keys_sort_in_canonical_order_and_tell_what_they_are_made_of(made):
    cards = [card(made(name, day=day)) for name, day in (("a9", "2022-01-10"), ("a1", "2022-01-11"), ("a2", "2022-01-11"), ("a0", None))]
    keys = [key_of(one) for one in cards]
    assert sorted(keys) == keys
    assert (began(keys[0]), article_of(keys[0])) == (day_of(cards[0]), "a9")
    assert story_of(keys[0]) == story_id(cards[0].url)
    assert event_of(keys[0])[1:] == story_of(keys[0])[1:]
