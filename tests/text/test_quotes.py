from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.quotes import outermost, quotations

ENGLISH = (("“", "”"), ('"', '"'), ("‘", "’"))
RUSSIAN = (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"'))


def words(text: str, marks: tuple[tuple[str, str], ...]) -> list[str]:
    return [text[quoted.start : quoted.end] for quoted in quotations(text, marks)]


def test_pairs_nested_quotations_and_knows_apostrophes() -> None:
    text = "He said “don’t ‘go’ there,” and left."
    found = quotations(text, ENGLISH)
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in found] == [("don’t ‘go’ there,", 0), ("go", 1)]
    assert [text[q.start : q.end] for q in outermost(found)] == ["“don’t ‘go’ there,”"]


def test_straight_marks_open_and_close_by_what_stands_around_them() -> None:
    assert words('"Yes," he said. "We "really" go."', ENGLISH) == ['"Yes,"', '"We "really" go."', '"really"']


def test_a_quotation_of_several_paragraphs_ends_with_each_and_goes_on() -> None:
    found = quotations("“One.\n\n“Two,” he said.", ENGLISH)
    assert [(q.goes_on, q.whole) for q in found] == [(True, False), (False, True)]


def test_one_closing_mark_may_close_two_russian_quotations() -> None:
    assert words("Блок «Да — за союз «Север» сообщил «нет».", RUSSIAN) == ["«Да — за союз «Север»", "«Север»", "«нет»"]


def test_a_missing_opening_mark_is_put_at_the_begin_of_the_paragraph() -> None:
    (found,) = quotations("Мы готовы», — сказал он.", RUSSIAN)
    assert (found.start, found.whole) == (0, False)


@pytest.mark.parametrize("marks", [ENGLISH, RUSSIAN])
@given(text=st.text(alphabet='ab “”«»„"‘’\n.,', max_size=60))
def test_any_text_gives_ordered_spans_inside_it(marks: tuple[tuple[str, str], ...], text: str) -> None:
    found = quotations(text, marks)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    assert all(0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    top = outermost(found)
    assert all(left.end <= right.start for left, right in pairwise(top))


def test_a_quotation_may_run_over_single_line_breaks() -> None:
    assert words("«Мы идём.\nМы готовы», — сказал он.", RUSSIAN) == ["«Мы идём.\nМы готовы»"]
    assert words("«Мы идём.\n\nОни готовы.", RUSSIAN) == ["«Мы идём."]
