from __future__ import annotations

import re

import pytest

from dragoman.text.firsts import firsts


@pytest.mark.parametrize(
    ("pattern", "chars"),
    [
        ("abc|de", "ad"), ("a?bc", "ab"), ("(?:x|y*)z", "xyz"), ("[a-c]d", "abc"), (r"(?<=in )(?:to|of)", "to"), (r"\.a", "."),
        ("(?:on )?(?:mon|tue)", "omt"), ("a{0,2}b", "ab"), ("(?!x)(q)+", "q"), (r"[\]x]", "]x"),
    ],
)  # fmt: skip
def test_every_match_begins_with_one_of_the_characters(pattern: str, chars: str) -> None:
    assert firsts(pattern) == frozenset(chars)
    assert re.compile(pattern)


@pytest.mark.parametrize("pattern", ["a?", r"\w+", "[^a]", ".", "a|"])
def test_a_pattern_that_can_begin_anyhow_says_so(pattern: str) -> None:
    assert firsts(pattern) is None


def test_digits_of_other_scripts_count_as_digits() -> None:
    assert {"0", "３", "٣"} <= (firsts(r"\d+") or set())


@pytest.mark.parametrize("pattern", ["a)", "(a"])
def test_an_open_bracket_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"group|bracket"):
        firsts(pattern)
