import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.search.tokens import bases, folded, lemmas, segmented, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Élysée Palace's 2nd", "elysee palace s 2nd"),
        ("北约峰会", "北约 约峰 峰会 会"),
        ("北約", "北约 约"),
        ("北约30国", "北约 约 30 国"),
        ("Ёлка и йод", "елка и йод"),
        ("ＮＡＴＯ", "nato"),
        ("İstanbul", "istanbul"),
        ("会談コース", "会谈 谈コ コー ース ス"),
        ("--- !!", ""),
    ],
)
def test_words_are_cut_and_folded(text, expected):
    assert segmented(text) == expected


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_words_without_spaces_at_places_that_exist(text):
    last = 0
    for word, start, end in tokens(text):
        assert word
        assert not any(character.isspace() or character == '"' for character in word)
        assert last <= start < end <= len(text)
        last = start


def test_a_letter_of_its_own_keeps_its_mark():
    assert folded("Київ") == "київ"
    assert folded("Zürich") == "zurich"


def test_base_forms_are_indexed_beside_the_words():
    assert "meet" in lemmas("Ministers met in Vienna", "en").split()
    assert "переговоры" in lemmas("О переговорах в Вене", "ru").split()
    assert lemmas("各国外长会谈", "zh") == ""


def test_a_word_of_a_question_gets_its_base_forms():
    assert "meet" in bases("met", ("en", "zh"))
    assert bases("会谈", ("en", "zh")) == ()
