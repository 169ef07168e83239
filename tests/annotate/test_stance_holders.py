from __future__ import annotations

import pytest

from dragoman.annotate.speech_scene import scene
from dragoman.annotate.stance_holders import agent, possessor, speaking, subject_holder, toward
from dragoman.annotate.stance_table import stance_table
from dragoman.annotate.statements import Statements


@pytest.mark.parametrize(
    ("language", "text", "noun", "party"),
    [
        ("en", "Russia’s main demand", "demand", "RU"),
        ("en", "the demands of Japan", "demands", "JP"),
        ("zh", "日方的要求", "要求", "JP"),
        ("ru", "требование Анкары", "требование", "TR"),
        ("en", "Japan, on a demand", "demand", None),
    ],
)
def test_a_noun_belongs_to_its_possessor(told, language: str, text: str, noun: str, party: str | None) -> None:
    laid = scene(told(language, text))
    start = text.index(noun)
    owner = possessor(laid, stance_table(language), laid.units[0], start, start + len(noun))
    assert (owner.party if owner else None) == party


def test_what_is_said_is_held_by_the_speaker_unless_another_party_is_its_subject(told) -> None:
    text = "Hanna Roos said she would go and Japan would stay."
    reading = Statements().annotate(told("en", text, {"Hanna Roos": "EE"}))
    laid, statement = scene(reading), reading.statements[0]
    own = subject_holder(laid, laid.units[0], text.index("would go"), statement, [])
    other = subject_holder(laid, laid.units[0], text.index("would stay"), statement, [])
    assert own is not None
    assert other is not None
    assert (own.party, own.speaker, other.party, other.speaker) == ("EE", "Hanna Roos", "JP", None)
    assert speaking(reading.statements, text.index("go")) == statement
    assert speaking(reading.statements, 0) is None


def test_a_passive_is_held_by_its_agent(told) -> None:
    text = "The plan was rejected by Japan."
    laid = scene(told("en", text))
    found = agent(laid, stance_table("en"), laid.units[0], text.index(" by"))
    assert found is not None
    assert found.party == "JP"


def test_toward_is_the_first_other_party(told) -> None:
    text = "Japan asks Peru and Chile"
    assert toward(scene(told("en", text)), 0, len(text), "JP") == "PE"
