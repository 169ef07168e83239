from __future__ import annotations

import pytest

from dragoman.text.scripts import main_script, script, unspaced


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("я", "Cyrl"),
        ("中", "Hani"),
        ("の", "Hira"),
        ("ロ", "Kana"),
        ("ー", "Kana"),
        ("ع", "Arab"),
        ("한", "Hang"),
    ],
)
def test_a_letter_belongs_to_its_script(char: str, code: str) -> None:
    assert script(char) == code


@pytest.mark.parametrize("char", [" ", "1", "。", "-", "·"])
def test_what_is_no_letter_has_no_script(char: str) -> None:
    assert script(char) == ""


def test_chinese_and_kana_are_written_without_spaces() -> None:
    assert unspaced("中")
    assert unspaced("ロ")
    assert not unspaced("я")


def test_the_main_script_is_that_of_most_letters() -> None:
    assert main_script("NATO 与俄罗斯理事会") == "Hani"
    assert main_script("123 .") == ""
