from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.words import folded, in_dictionary, pieces, words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


def test_chinese_is_segmented_and_latin_inside_it_stays_whole() -> None:
    assert cut("俄罗斯总统与NATO代表会谈。") == ["俄罗斯", "总统", "与", "NATO", "代表", "会谈"]


def test_spaced_scripts_are_cut_at_everything_that_is_no_letter_or_digit() -> None:
    assert cut("Talks—in Geneva, 2022") == ["Talks", "in", "Geneva", "2022"]


def test_kana_and_kanji_part_where_the_script_changes() -> None:
    assert cut("プーチン大統領は訪問した") == ["プーチン", "大統領", "は", "訪問", "した"]


def test_pieces_keep_punctuation_and_cut_unspaced_scripts_by_character() -> None:
    text = "U.S.与北约"
    assert [text[a:b] for a, b in pieces(text)] == ["U", ".", "S", ".", "与", "北", "约"]


def test_folding_makes_variants_equal() -> None:
    assert folded("Ёлка") == folded("елка")


def test_the_dictionary_knows_common_words() -> None:
    assert in_dictionary("美国")
    assert not in_dictionary("国美俄")


@given(st.text(max_size=50))
def test_spans_are_in_order_apart_and_never_empty(text: str) -> None:
    for spans in (words(text), pieces(text)):
        assert all(a < b for a, b in spans)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert all(not char.isspace() for a, b in spans for char in text[a:b])
