"""Fitted numbers are read by language and name; what is not there is None."""

from __future__ import annotations

from dragoman.languages.arrays import arrays


def test_fitted_numbers_are_found_by_any_form_of_the_code() -> None:
    held = arrays("zh-Hant", "spellings")
    assert held is not None
    assert held is not arrays("ru", "spellings")
    assert all(array.size for array in held.values())


def test_a_language_without_them_has_none() -> None:
    assert arrays("en", "spellings") is None
    assert arrays("tlh", "spellings") is None
