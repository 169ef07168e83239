from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.extract.lines.phrases import by_phrase
from dragoman.extract.lines.prose import SPARED, columns, odds, settled, terms

BODY = [
    "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic.",
    "Engineers had warned the council for months that the pillars of the bridge were moving, and last week they repeated the warning.",
    "The mayor said that the new bridge over the river would open in June, and that lorries would have to go through the hills until then.",
    "Residents of the hills, who had hoped for a quiet summer, asked the council to close the old bridge on weekends only.",
]
MENU = ["Home", "News", "Sport", "Weather", "Contact us", "About us", "Privacy policy"]


def read(lines: list[str]) -> list[float]:
    return odds(lines, [by_phrase(line) for line in lines])


def test_paragraphs_read_like_the_article_and_menus_do_not() -> None:
    found = read([*MENU, *BODY, *MENU])
    inside = found[len(MENU) : len(MENU) + len(BODY)]
    assert min(inside) > 0 > max(found[: len(MENU)] + found[-len(MENU) :])


def test_a_line_of_broken_white_space_does_not_matter() -> None:
    assert read(BODY) == read([f"   {line}  " for line in BODY])


def test_every_feature_that_the_trees_ask_for_is_there_once_a_line() -> None:
    found = columns(BODY, [None] * len(BODY))
    table = languages.table(languages.NEUTRAL, "prose")
    assert set(table["features"]) <= set(found)
    assert {len(column) for column in found.values()} == {len(BODY)}
    places = {node[0] for tree in table["trees"] for node in tree if len(node) > 1}
    assert places == set(range(len(table["features"])))


def test_words_are_pairs_of_characters_where_none_are_set_apart() -> None:
    assert terms("The Bridge") == {"the", "bridge"}
    assert terms("新大桥") == {"新大", "大桥"}


def test_no_lines_have_no_odds() -> None:
    assert odds([], []) == []


@given(st.lists(st.text(min_size=1, max_size=60), max_size=15))
def test_any_lines_have_finite_odds_and_the_same_each_time(lines: list[str]) -> None:
    found = read(lines)
    assert len(found) == len(lines)
    assert all(math.isfinite(value) for value in found)
    assert found == read(lines)


def test_teasers_far_behind_the_article_are_trusted_less_and_lines_close_to_it_as_before() -> None:
    article, foot, teaser = [3.0] * 8, [-4.0] * (SPARED + 10), 1.0
    found = settled([-4.0, *article, -4.0, 1.0, *foot, teaser])
    assert found[:11] == [-4.0, *article, -4.0, 1.0]
    assert found[-1] < -2


def test_a_few_lines_of_furniture_within_an_article_part_nothing() -> None:
    values = [3.0] * 4 + [-4.0] * SPARED + [3.0]
    assert settled(values) == values


@given(st.lists(st.floats(-8, 8), max_size=40))
def test_settling_raises_no_odds(values: list[float]) -> None:
    found = settled(values)
    assert len(found) == len(values)
    assert all(one <= other for one, other in zip(found, values, strict=True))
