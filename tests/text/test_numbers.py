from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.numbers import digits, number

WORDS = {"two": 2, "twenty": 20, "five": 5, "hundred": 100, "thousand": 1000, "million": 1e6}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10,000", 10_000), ("1.5", 1.5), ("1,500,000", 1_500_000), ("10 000", 10_000), ("３１", 31), ("٢٠٢٢", 2022),
        ("三十五", 35), ("十", 10), ("二十一", 21), ("二〇二一", 2021), ("10万", 100_000), ("1亿3000万", 130_000_000), ("三万五千", 35_000),
        ("两百", 200), ("2.5万", 25_000), ("一万亿", 1e12),
        ("two hundred thousand", 200_000), ("twenty-five", 25), ("twenty two", 22), ("1.5 million", 1_500_000), ("five", 5),
    ],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    assert number(text, WORDS) == value


@pytest.mark.parametrize("text", ["", "abc", "12 apples", "third", "十个"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert number(text, WORDS) is None


def test_the_decimal_sign_is_the_languages_own() -> None:
    assert number("1,500", {}, ".") == 1500
    assert number("1,500", {}, ",") == 1.5
    assert digits("1.234,5", ",") == 1234.5
    assert digits("3,5", ".") == 3.5


@given(st.integers(0, 10**12))
def test_grouping_does_not_change_a_number(value: int) -> None:
    assert number(f"{value:,}") == value


@given(st.text(max_size=30))
def test_any_text_is_read_without_failing(text: str) -> None:
    assert number(text, WORDS) is None or number(text, WORDS) is not None
