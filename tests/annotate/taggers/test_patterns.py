from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.taggers.patterns import Patterns


def tagged(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Patterns(language).tag(text)]


def test_a_title_makes_a_person() -> None:
    assert ("Кулеба", "person") in tagged("Про це заявив міністр Кулеба у четвер.", "uk")


def test_a_given_name_makes_a_person_even_where_nouns_have_capitals() -> None:
    assert tagged("Am Montag sprach Angela Merkel mit der Presse.", "de") == [("Angela Merkel", "person")]


def test_a_body_word_makes_an_organisation() -> None:
    assert ("Commission du Danube", "organisation") in tagged("Selon la Commission du Danube, rien ne change.", "fr")


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert tagged("Переговори тривають. Сторони мовчать.", "uk") == []


def test_arabic_given_names_begin_a_person() -> None:
    assert ("فلاديمير بوتين", "person") in tagged("قال الرئيس فلاديمير بوتين اليوم", "ar")


def test_katakana_before_a_title_is_a_person() -> None:
    assert tagged("プーチン大統領は訪問した。", "ja") == [("プーチン", "person")]


@pytest.mark.parametrize("language", ["uk", "de", "ar", "ja", "tlh"])
@given(text=st.text(max_size=60))
def test_any_text_gives_spans_inside_it(language: str, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end, _, _ in Patterns(language).tag(text))


def test_a_function_word_at_the_head_of_a_sentence_is_no_part_of_a_name() -> None:
    found = tagged("Après Genève, rien. Selon Pékin, Karin Keller-Sutter a signé.", "fr")
    assert [name for name, kind in found if kind == "person"] == ["Karin Keller-Sutter"]
