from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.link.sounds import SOUNDS, sounds, syllables, transliteration


@pytest.mark.parametrize(
    ("name", "language", "like"),
    [
        ("Shcherbakov", "en", "Serbakov"),
        ("Щербаков", "ru", "Serbakov"),
        ("ジョンソン", "ja", "Jonson"),
        ("Chen", "en", "Cen"),
        ("陈", "zh", "Cen"),
    ],
)
def test_spellings_of_any_script_become_sounds(name: str, language: str, like: str) -> None:
    assert sounds(name, language) == like


@given(st.text(), st.sampled_from(["zh", "en", "ru", "ar", "ja", "xx", "ko"]))
def test_only_sounds_come_out(text: str, language: str) -> None:
    assert set(sounds(text, language)) <= set(SOUNDS)
    assert transliteration(text, language).isascii()


def test_every_table_spells_with_known_sounds() -> None:
    for code, table in languages.tables("sounds").items():
        assert all(set(sound) <= set(SOUNDS) for sound in table["spellings"].values()), code
    costs = languages.table("xx", "sounds")
    assert all(len(pair) == 2 and set(pair) <= set(SOUNDS) for pair in costs["alike"])
    assert set(costs["lost"]) <= set(SOUNDS)


@pytest.mark.parametrize(
    ("name", "language", "count"),
    [
        ("普京", "zh", 2),
        ("Putin", "en", 2),
        ("Лавров", "ru", 2),
        ("Zelensky", "en", 3),
        ("حداد", "ar", 2),
        ("김정은", "ko", 3),
        ("", "en", 0),
    ],
)
def test_syllables_are_about_right(name: str, language: str, count: int) -> None:
    assert syllables(name, language) == count
