from __future__ import annotations

import pytest

from dragoman.annotate.speech_acts import act_of, clause_of, mode_of
from dragoman.annotate.speech_scene import scene


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


def test_an_act_is_about_the_clause_that_shows_it(told) -> None:
    laid = scene(told("en", "x"))
    words = "talks will go on, the tariffs are unacceptable, and the border stays open"
    assert clause_of(laid, "reject", words) == " the tariffs are unacceptable"
    assert clause_of(laid, "warn", words) == words
