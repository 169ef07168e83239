from __future__ import annotations

import pytest

from dragoman.web.marks import Span
from dragoman.web.portions import chosen, portions

TEXT = "aaaa\n\nbbbb\n\ncccc"


def test_parts_are_whole_paragraphs_and_join_to_the_text():
    assert portions(TEXT, 8) == (Span(0, 12), Span(12, 16))
    assert portions(TEXT, 1) == (Span(0, 6), Span(6, 12), Span(12, 16))
    assert portions(TEXT) == (Span(0, 16),)
    assert portions("") == (Span(0, 0),)
    assert len(portions("北约北约\n\n北约北约", 12)) == 2


@pytest.mark.parametrize(
    ("asked", "at", "number"), [("", None, 1), ("2", None, 2), ("9", None, 1), ("0", 13, 2), ("", 3, 1), ("x", 99, 1), ("²", None, 1)]
)
def test_the_part_is_the_one_asked_for_or_the_one_with_the_words(asked, at, number):
    assert chosen(portions(TEXT, 8), asked, at) == number
