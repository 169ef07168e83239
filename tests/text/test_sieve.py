from __future__ import annotations

import re
import sys
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import languages
from dragoman.text.sieve import Sieve, fold, required

PATTERNS = sorted(
    {
        pattern
        for table in languages.tables("furniture").values()
        for entry in table.get("line", ())
        for pattern in entry.get("patterns", ())
    }
)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("read more", {"read more"}),
        (r".{0,40}\b(?:newsletter|podcast)\b.{0,9}", {"newsletter", "podcast"}),
        ("colou?r of paint", {"r of paint"}),
        ("(?:ab)?cdef", {"cdef"}),
        ("(?:abc)+", {"abc"}),
        ("[:：]x{0,3}", {":", "："}),
        ("责任编辑.{2,9}", {"责任编辑"}),
        (r"x(?=later)\w+", {"later"}),
    ],
)
def test_what_a_pattern_must_hold_is_read_from_it(pattern: str, literals: set[str]) -> None:
    assert required(re.compile(pattern)) == literals


@pytest.mark.parametrize("pattern", [r"\d{1,4}", "a*", "(?:abc|)", r"[a-z]{3,}", "(?!never)", "."])
def test_a_pattern_that_needs_no_letters_is_always_tried(pattern: str) -> None:
    assert required(re.compile(pattern)) is None
    assert Sieve([(re.compile(pattern), 1)]).sift("zzz")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_text_that_a_pattern_matches_is_kept_from_it(data: st.DataObject) -> None:
    pattern = re.compile(data.draw(st.sampled_from(PATTERNS)), re.IGNORECASE)
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert pattern.pattern in [value for _, value in _furniture().sift(fold(text))]


def test_entries_keep_their_order() -> None:
    sieve = Sieve([(re.compile("later.*"), 1), (re.compile(r"\w+"), 2), (re.compile("sooner or later"), 3)])
    assert [value for _, value in sieve.sift("sooner or later")] == [1, 2, 3]
    assert [value for _, value in sieve.sift("neither")] == [2]


def test_letters_that_patterns_take_for_equal_fold_to_the_same() -> None:
    for letter in map(chr, range(sys.maxunicode + 1)):
        others = {letter.lower(), letter.upper()} - {letter}
        for other in others:
            if len(other) == 1 and re.fullmatch(re.escape(other), letter, re.IGNORECASE):
                assert fold(other) == fold(letter), (letter, other)


@cache
def _furniture() -> Sieve[str]:
    return Sieve((re.compile(pattern, re.IGNORECASE), pattern) for pattern in PATTERNS)
