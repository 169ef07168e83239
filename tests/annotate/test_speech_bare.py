"""Where a language has no words of saying, a quotation beside a name is all that counts as speech."""

from __future__ import annotations

import pytest

from dragoman.annotate.statements import Statements

PEOPLE = {"Petr Novák": "CZ", "Anna Rossi": None}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "words"),
    [
        (
            "cs",
            "„Musíme jednat rychle a společně,“ řekl včera v Praze ministr Petr Novák.",
            "Petr Novák",
            "„Musíme jednat rychle a společně,“",
        ),
        (
            "it",
            "Anna Rossi ha detto: «Non possiamo accettare queste condizioni.»",
            "Anna Rossi",
            "«Non possiamo accettare queste condizioni.»",
        ),
    ],
)
def test_words_in_marks_belong_to_the_person_named_beside_them(told, language: str, text: str, speaker: str, words: str) -> None:
    (said,) = Statements().annotate(told(language, text, PEOPLE)).statements
    assert said.speaker is not None
    assert (said.speaker.name, said.text, said.mode) == (speaker, words, "direct")
    assert said.sure <= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Film „Hoří, má panenko“ viděl Petr Novák.",
        "„Musíme jednat rychle a společně,“ stojí na plakátu. Včera přijel Petr Novák.",
        "Petr Novák přijel do Prahy a přivezl dary.",
    ],
)
def test_titles_and_names_of_other_sentences_are_no_speech(told, text: str) -> None:
    assert Statements().annotate(told("cs", text, PEOPLE)).statements == ()


def test_languages_with_words_of_saying_do_not_need_it(told) -> None:
    reading = told("en", "“We must act quickly and together,” reads the poster that Petr Novák holds.", PEOPLE)
    assert Statements().annotate(reading).statements == ()
