from __future__ import annotations

import pytest

from dragoman.annotate.speech_scene import scene
from dragoman.annotate.speech_subjects import after, before, governed, resolve

PEOPLE = {"Hanna Roos": "EE", "Paul Tan": "SG"}


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("On Monday in Japan Hanna Roos said", "said", "Hanna Roos"),
        ("Hanna Roos, who met Paul Tan in Japan, said", "said", "Hanna Roos"),
        ("Hanna Roos met Paul Tan and said", "said", "Hanna Roos"),
        ("The envoy, Hanna Roos, said", "said", "Hanna Roos"),
        ("Hanna Roos, director of the Tallinn Institute, said", "said", "Hanna Roos"),
    ],
)
def test_the_subject_is_found_through_appositions_clauses_and_joined_verbs(told, text: str, cue: str, subject: str) -> None:
    voice = before(scene(told("en", text, PEOPLE)), 0, text.index(cue))
    assert voice is not None
    assert voice.name == subject


def test_the_subject_may_follow_its_cue(told) -> None:
    text = "«Да», — сказал министр Hanna Roos в Париже."
    voice = after(scene(told("ru", text, PEOPLE)), text.index("сказал") + 6, len(text))
    assert voice is not None
    assert voice.name == "Hanna Roos"


def test_prepositions_and_possessives_govern(told) -> None:
    laid = scene(told("en", "in Japan Peru’s port Chile"))
    assert [governed(laid, voice) for voice in laid.voices if voice.named] == [True, True, False]


def test_a_pronoun_takes_over_entity_and_party(told) -> None:
    laid = scene(told("en", "Hanna Roos left. She said yes.", PEOPLE))
    roos, she = laid.voices
    assert (resolve(laid, she, [roos]).entity, resolve(laid, she, []).party) == (roos.entity, "EE")


def test_a_pronoun_without_antecedent_stays_as_it_is(told) -> None:
    laid = scene(told("en", "He said yes."))
    assert resolve(laid, laid.voices[0], []) == laid.voices[0]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Western governments say that Norway has massed troops. They warned of a war.", "Western governments"),
        ("Swedish officials said Norway agreed. They left.", "Swedish officials"),
        ("Norway closed the border with Sweden. They said so.", "They"),
    ],
)
def test_they_are_the_last_plural_speakers_and_never_a_country(told, text: str, subject: str) -> None:
    laid = scene(told("en", text))
    spoken = [voice for voice in laid.voices if voice.kind == "group"]
    they = next(voice for voice in laid.voices if voice.pronoun == "group")
    assert resolve(laid, they, spoken).name == subject
