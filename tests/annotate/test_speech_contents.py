from __future__ import annotations

import pytest

from dragoman.annotate.speech_contents import is_short, skip, trimmed
from dragoman.annotate.speech_scene import scene


@pytest.mark.parametrize(
    ("text", "cue", "rest"),
    [
        ("He told reporters this week that talks failed", "told", "that talks failed"),
        ("He said on Friday in a statement that talks failed", "said", "that talks failed"),
        ("He said talks failed", "said", "talks failed"),
    ],
)
def test_hearers_and_adjuncts_are_no_words_said(told, text: str, cue: str, rest: str) -> None:
    laid = scene(told("en", text))
    assert text[skip(laid, text.index(cue) + len(cue), len(text)) :].strip() == rest


def test_trimmed_keeps_marks_inside_quotations(told) -> None:
    text = ", “Go!” . "
    laid = scene(told("en", text))
    assert trimmed(laid, 0, len(text)) == (2, 7)
    assert trimmed(laid, 0, 2) is None


def test_shortness_counts_characters_where_words_are_not_spaced(told) -> None:
    assert is_short(scene(told("en", "x")), "one two", 3, 0)
    assert not is_short(scene(told("zh", "字")), "三个字", 9, 3)
