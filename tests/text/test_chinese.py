from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.chinese import simplified, traditional


def test_traditional_characters_become_simplified_ones() -> None:
    assert simplified("維也納與烏克蘭總統") == "维也纳与乌克兰总统"


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30))
def test_offsets_hold(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_simplified_characters_become_traditional_ones_word_by_word() -> None:
    assert traditional("头发与发展") == "頭髮與發展"
    assert traditional("NATO") == "NATO"
