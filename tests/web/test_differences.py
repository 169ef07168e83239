from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.differences import Piece, blocks, paragraphs, pieces, words

TEXTS = st.text(st.sampled_from("ab c北约あ.\n -"), max_size=60)


def bare(text: str) -> str:
    return "".join(text.split())


@given(TEXTS)
def test_cutting_loses_nothing(text):
    assert "".join(words(text)) == text.lstrip() or "".join(words(text)) == text


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_off(old, new):
    found = [piece for block in blocks(old, new) for piece in block.pieces]
    assert bare("".join(piece.text for piece in found if piece.kind != "new")) == bare(old)
    assert bare("".join(piece.text for piece in found if piece.kind != "gone")) == bare(new)


def test_words_that_changed_are_named():
    assert pieces("on 12 January", "on 13 January") == (
        Piece("same", "on "),
        Piece("gone", "12 "),
        Piece("new", "13 "),
        Piece("same", "January"),
    )


def test_chinese_is_compared_character_by_character():
    assert pieces("双方的官员举行会谈", "双方的代表举行会谈") == (
        Piece("same", "双方的"),
        Piece("gone", "官员"),
        Piece("new", "代表"),
        Piece("same", "举行会谈"),
    )


def test_a_single_character_between_two_changes_belongs_to_them():
    assert [piece.kind for piece in pieces("甲乙的丙丁", "戊己的庚辛")] == ["gone", "new"]


def test_paragraphs_are_aligned_before_words():
    found = blocks("One stays.\n\nTwo goes away.", "One stays.\n\nA third one that is quite different came.")
    assert [block.kind for block in found] == ["same", "new", "gone"]
    assert [block.kind for block in blocks("a b c d", "a b c e")] == ["changed"]
    assert blocks("", "") == ()


def test_what_is_too_long_to_align_is_shown_whole():
    assert [piece.kind for piece in pieces("a " * 2000, "b " * 2000)] == ["gone", "new"]


@pytest.mark.parametrize("text", ["a\n\n\n b ", "a\n \nb"])
def test_blank_lines_part_paragraphs(text):
    assert paragraphs(text) == ["a", "b"]
