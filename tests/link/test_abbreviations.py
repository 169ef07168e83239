from __future__ import annotations

import pytest

from dragoman.link.abbreviations import is_short_form, long_form


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("JRB", "He joined the Joint River Board ", "Joint River Board"),
        ("JBRT", "the Joint Board of River Towns ", "Joint Board of River Towns"),
        ("HMM", "found in heat shock transcription factor, hidden Markov model ", "hidden Markov model"),
        ("NATO", "the North Atlantic Treaty Organization", "North Atlantic Treaty Organization"),
        ("ОБСЕ", "Организацией по безопасности и сотрудничеству в Европе", "Организацией по безопасности и сотрудничеству в Европе"),
        ("XYZ", "the Joint River Board", None),
        ("left", "the Joint River Board", None),
        ("A", "the Alliance", None),
    ],
)
def test_the_long_form_is_the_shortest_stretch_with_the_letters_in_order(short: str, before: str, long: str | None) -> None:
    assert long_form(short, before) == long


def test_without_spaces_characters_stand_for_words() -> None:
    assert long_form("欧安组织", "他在欧洲安全与合作组织", spaced=False) == "欧洲安全与合作组织"


def test_a_mark_ends_the_stretch() -> None:
    assert long_form("JRB", "Joint, River Board") is None


@pytest.mark.parametrize(("text", "fits"), [("JRB", True), ("G7", True), ("7", False), ("12", False), ("left wing of it", False)])
def test_a_short_form_is_short_and_has_a_letter(text: str, fits: bool) -> None:
    assert is_short_form(text) is fits
