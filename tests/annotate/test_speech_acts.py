from __future__ import annotations

import pytest

from dragoman.annotate.speech_acts import act_of, date_of, mode_of
from dragoman.annotate.speech_scene import scene
from dragoman.model.annotations import TimeExpression


@pytest.mark.parametrize(
    ("language", "words", "act"),
    [
        ("en", "that is a nonstarter", "reject"),
        ("en", "Japan needs written guarantees", "demand"),
        ("en", "Japan should wait", "appeal"),
        ("en", "will Japan wait?", "question"),
        ("en", "the sky is blue", "state"),
        ("zh", "这种做法不可接受", "reject"),
        ("zh", "对方必须撤军", "demand"),
        ("ru", "это неприемлемо", "reject"),
        ("ru", "войска должны уйти", "demand"),
    ],
)
def test_plain_cues_take_the_act_of_the_words(told, language: str, words: str, act: str) -> None:
    laid = scene(told(language, words))
    assert act_of(laid, "state", words) == act
    assert act_of(laid, "deny", words) == "deny"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("said “we will go home today”", "direct"),
        ("said they will surely “go home today” at last", "mixed"),
        ("said the “open” door stays as it is", "indirect"),
    ],
)
def test_the_share_of_quotation_decides_the_mode(told, text: str, mode: str) -> None:
    assert mode_of(scene(told("en", text)), 5, len(text), 4) == mode


def test_only_a_single_day_in_the_frame_is_a_date() -> None:
    day = TimeExpression(0, 3, "Mon", "2024-05-06", "day", "date", "2024-05-06", "2024-05-06")
    week = TimeExpression(5, 9, "week", "2024-W19", "week", "date", "2024-05-06", "2024-05-12")
    assert date_of([week, day], [(0, 20)]) == "2024-05-06"
    assert date_of([week, day], [(4, 20)]) is None
