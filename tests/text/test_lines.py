from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.lines import bare, ends_sentence, letters, lines_of, slug, squeeze, unspaced, weight


def test_white_space_of_any_kind_becomes_one_space_and_the_invisible_goes() -> None:
    assert squeeze(" a\u3000b\u00a0\u200b c\n") == "a b c"
    assert lines_of("one\n\n  two \n\u200b\n") == ["one", "two"]


@given(st.text())
def test_squeezing_twice_changes_nothing(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


def test_two_characters_weigh_as_much_as_one_word() -> None:
    assert weight("two words") == 2
    assert weight("四个汉字") == 2
    assert unspaced("全是汉字")
    assert not unspaced("words only")


def test_closing_quotes_and_brackets_do_not_hide_the_end_of_a_sentence() -> None:
    assert all(ends_sentence(text) for text in ("He left.", "“走吧。”", "Уходим!»", "(Why?)"))
    assert not any(ends_sentence(text) for text in ("A headline", "标题", ""))


def test_phrases_are_compared_without_case_and_marks() -> None:
    assert bare("【 ADVERTISEMENT: 】") == "advertisement"
    assert letters("A－B, c!") == "abc"
    assert slug("The Daily News") == "the-daily-news"
    assert slug("某某日报") == "某某日报"


def test_joiners_that_spell_a_word_stay_and_others_go() -> None:
    assert squeeze("باغ\u200cها") == "باغ\u200cها"
    assert squeeze("fer\u200cry \u200d") == "ferry"


def test_a_word_with_vowel_signs_is_one_word() -> None:
    assert weight("मीरा चतुर्वेदी") == 2
    assert slug("प्रभात संदेश") == "प्रभात-संदेश"
