from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.link.letters import LONGEST, halves, han, latin, rows, units


@pytest.mark.parametrize(
    ("name", "plain"), [("Škvorecký", "shkvorecky"), ("O'Neill", "oneill"), ("Núñez", "nunyez"), ("Лавров", "lavrov"), ("", "")]
)
def test_latin_letters_are_made_plain(name: str, plain: str) -> None:
    assert latin(name) == plain


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("安德", "zh", ("an", "de")),
        ("フィッ", "ja", ("フィ", "ッ")),
        ("ふぃっ", "ja", ("フィ", "ッ")),
        ("צ'ר", "he", ("צ'", "ר")),
        ("Юрий", "ru", ("ю", "р", "и", "й")),
    ],
)
def test_a_name_comes_apart_into_what_its_writing_is_made_of(name: str, language: str, expected: tuple[str, ...]) -> None:
    assert units(name, language) == expected


def test_hangul_blocks_come_apart_without_the_silent_letter() -> None:
    assert len(units("안", "ko")) == 2


def test_syllables_have_halves() -> None:
    assert halves("zhuang") == ("zh", "uang")
    assert halves("er") == ("", "er")


def test_traditional_characters_are_simplified() -> None:
    assert han("費舍爾") == "费舍尔"


@given(st.text(), st.sampled_from(["zh", "ja", "ko", "ru", "ar", "he"]))
def test_any_text_comes_apart(text: str, language: str) -> None:
    found = rows(text, language)
    assert len(found) == len(units(text, language)) <= LONGEST
    assert set(latin(text)) <= set("abcdefghijklmnopqrstuvwxyz")
