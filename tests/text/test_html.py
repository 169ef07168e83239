from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.html import has_markup, plain, strip_tags, unescape


def test_a_fragment_becomes_its_words() -> None:
    assert plain("<p>One &amp; two</p><p>three<!-- not this --></p>").split() == ["One", "&", "two", "three"]


def test_entities_encoded_twice_are_resolved() -> None:
    assert unescape("a &amp;quot;b&amp;quot;") == 'a "b"'


def test_a_comparison_is_no_tag() -> None:
    assert strip_tags("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2"
    assert has_markup("<b>x</b>")
    assert not has_markup("1 < 2")


@given(st.text(alphabet="<>!-/ab&;#'\" "))
def test_any_text_is_stripped_without_failing(text: str) -> None:
    assert isinstance(plain(text), str)


def test_hostile_text_comes_out_bounded() -> None:
    hostile = "<" * 200_000 + "<!--" * 20_000 + "&" * 100_000
    assert len(plain(hostile)) <= len(hostile)
