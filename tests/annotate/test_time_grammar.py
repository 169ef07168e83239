from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.annotate.time_grammar import grammar, lower


@pytest.mark.parametrize("code", [*languages.codes(), "xx", "pl"])
def test_every_language_has_a_grammar_that_finds_iso_dates(code: str) -> None:
    text = "x 2022-01-12 y"
    assert [text[m.start : m.end] for m in grammar(code).find(text)] == ["2022-01-12"]


def test_a_capital_tells_a_month_from_a_verb() -> None:
    assert not list(grammar("en").find("it may rain, they march on"))
    assert len(list(grammar("en").find("it rained in May"))) == 1


def test_both_ends_of_a_range_are_read() -> None:
    (match,) = grammar("en").find("on January 9-10, they met")
    assert (match.first["month"], match.first["day"]) == (1, 9)
    assert match.second == {"day": 10}


def test_a_number_that_no_calendar_has_is_no_date() -> None:
    assert not list(grammar("zh").find("13月45日"))


def test_numeric_dates_follow_the_order_of_the_language() -> None:
    assert next(grammar("en").find("12/10/2021")).first == {"year": 2021, "month": 12, "day": 10}
    assert next(grammar("ru").find("12.10.2021")).first == {"year": 2021, "month": 10, "day": 12}
    assert next(grammar("xx").find("12.10.2021")).first == {"year": 2021, "either": (12, 10)}
    assert next(grammar("xx").find("25.10.2021")).first == {"year": 2021, "month": 10, "day": 25}


def test_lowering_keeps_offsets() -> None:
    text = "İSTANBUL Monday ẞ"
    assert len(lower(text)) == len(text)


@given(st.text(max_size=200))
def test_matches_stand_in_order_and_never_overlap(text: str) -> None:
    for code in ("en", "zh", "ru"):
        spans = [(m.start, m.end) for m in grammar(code).find(text)]
        assert all(start < end for start, end in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
