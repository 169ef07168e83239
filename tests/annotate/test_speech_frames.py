from __future__ import annotations

import pytest

from dragoman.annotate.speech_frames import attributions, negated
from dragoman.annotate.speech_scene import scene

ROOS = {"Hanna Roos": "EE", "Roos": "EE"}


@pytest.mark.parametrize(
    ("text", "how", "contents"),
    [
        ("Roos said the port is open.", "plain", ["the port is open"]),
        ("“The port,” Roos said, “is open.”", "inverted", ["“The port,”", "“is open.”"]),
        ("The port is open, Roos said on Monday.", "inverted", ["The port is open"]),
        ("According to Roos, the port is open.", "according", ["the port is open"]),
        ("Hanna Roos: “The port is open.”", "colon", ["“The port is open.”"]),
    ],
)
def test_each_frame_gives_its_words(told, text: str, how: str, contents: list[str]) -> None:
    laid = scene(told("en", text, ROOS))
    (found,) = attributions(laid, laid.units[0])
    assert (found.how, [text[start:end] for start, end in found.contents]) == (how, contents)


def test_a_second_subject_with_a_cue_ends_the_words_of_the_first(told) -> None:
    text = "Roos said the port is open, but Japan denied the report."
    laid = scene(told("en", text, ROOS))
    assert [text[slice(*one.contents[0])] for one in attributions(laid, laid.units[0])] == ["the port is open", "the report"]


def test_passives_are_not_said_by_their_subject(told) -> None:
    laid = scene(told("en", "Roos was accused of fraud.", ROOS))
    assert attributions(laid, laid.units[0]) == []


def test_negated_looks_right_before_the_cue(told) -> None:
    text = "Roos did not really say"
    laid = scene(told("en", text, ROOS))
    assert (negated(laid, 0, text.index(" really")), negated(laid, 0, text.index("say"))) == (True, False)
