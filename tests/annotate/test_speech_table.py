from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.speech_table import any_of, speech


@pytest.mark.parametrize("code", [*languages.codes(), "xx"])
def test_every_language_compiles(code: str) -> None:
    table = speech(code)
    assert all(cue.frame in ("clause", "object", "quote") for cue in table.cues)
    assert bool(table.cues) == (code in languages.tables("speech") and code != "xx")


@pytest.mark.parametrize("code", ["zh", "en", "ru"])
def test_the_main_languages_know_every_act(code: str) -> None:
    assert {cue.act for cue in speech(code).cues} == {
        "state",
        "demand",
        "reject",
        "accept",
        "offer",
        "warn",
        "deny",
        "promise",
        "appeal",
        "question",
    }


def test_spaced_languages_match_whole_words_and_an_empty_list_matches_nothing() -> None:
    assert any_of(["says"], spaced=True).search("essays") is None
    assert any_of(["says"], spaced=False).search("essays")
    assert any_of([], spaced=True).search("") is None
