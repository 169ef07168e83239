from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.keyword_words import empty, generic, rarity, rules, stopwords


def test_function_words_numbers_and_marks_are_empty() -> None:
    assert empty("the", "en")
    assert empty("2022", "en")
    assert empty("的", "zh")
    assert not empty("grain", "en")


def test_a_language_without_a_file_uses_the_common_lists() -> None:
    assert "der" in stopwords("de")
    assert stopwords("tlh") == frozenset()


def test_generic_words_are_known_in_any_form() -> None:
    assert generic("officials", "en")
    assert generic("понедельника", "ru")
    assert not generic("зерно", "ru")


def test_rare_words_are_rarer_than_common_ones() -> None:
    assert rarity("ultimatum", "en") > rarity("house", "en") > rarity("the", "en")
    assert rarity("foo", "tlh") <= 1.0


@pytest.mark.parametrize("code", [*languages.codes(), languages.NEUTRAL])
def test_every_table_of_keywords_fits(code: str) -> None:
    assert rules(code).generic is not None
