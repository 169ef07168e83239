from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.annotate.sentences import Sentences, split
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def cut(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


def reading(text: str, language: str) -> Reading:
    return Reading(Article("a", "u", SourceRef("s", "s"), "", text, language, LanguageEvidence("test", 1.0)))


def test_a_chinese_quotation_stays_with_the_words_that_introduce_it() -> None:
    assert cut("发言人说：“我们欢迎对话。我们也有底线。”随后会议结束。", "zh")[0] == "发言人说：“我们欢迎对话。我们也有底线。”"


def test_an_english_quotation_of_several_sentences_stays_with_its_speaker() -> None:
    text = "“We will not sign. We will not leave,” the minister said. Nobody answered."
    assert cut(text, "en") == ["“We will not sign. We will not leave,” the minister said.", "Nobody answered."]


def test_a_question_in_quotes_goes_on_with_a_lower_case_frame() -> None:
    assert cut("“Is it over?” asked the envoy. It was.", "en") == ["“Is it over?” asked the envoy.", "It was."]


def test_a_russian_quotation_stays_whole() -> None:
    text = "«Мы готовы. Мы ждём», — сказал министр. Встреча прошла."
    assert cut(text, "ru") == ["«Мы готовы. Мы ждём», — сказал министр.", "Встреча прошла."]


def test_a_date_with_an_abbreviated_month_is_not_cut() -> None:
    assert cut("Переговоры начались 9 янв. 2022 г. в Женеве. Они шли долго.", "ru")[0] == "Переговоры начались 9 янв. 2022 г. в Женеве."


def test_a_chinese_full_stop_before_a_digit_ends_the_sentence() -> None:
    assert cut("代表随后离开。2.5万人留了下来。", "zh") == ["代表随后离开。", "2.5万人留了下来。"]


def test_paragraphs_are_borders_even_without_full_stop() -> None:
    assert cut("First line\n\nSecond line", "en") == ["First line", "Second line"]


def test_an_unclosed_quotation_does_not_swallow_the_next_paragraph() -> None:
    assert cut("He said “we agree. That was all.\n\nThe talks ended.", "en")[-1] == "The talks ended."


def test_sentences_say_who_made_them() -> None:
    made = Sentences().annotate(reading("Talks began. They ended.", "en")).sentences
    assert [item.by for item in made] == ["sentences@1", "sentences@1"]


@given(st.text(alphabet='ab. “”"«»。！：他说\n?A1', max_size=60), st.sampled_from(["en", "zh", "ru", "ar", "tlh"]))
def test_spans_are_in_order_apart_and_trimmed_and_cover_every_letter(text: str, language: str) -> None:
    spans = split(text, language)
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_the_same_reading_gives_the_same_sentences() -> None:
    given_reading = reading("发言人说：“好。”会议结束。", "zh")
    assert Sentences().annotate(given_reading) == Sentences().annotate(replace(given_reading))


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert split(text, "en") == []
