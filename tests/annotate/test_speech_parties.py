from __future__ import annotations

import pytest

from dragoman.annotate.speech_parties import parties


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "U.S. and Japan’s envoys met NATO in Paris.", ["US", "JP", "NATO", "FR"]),
        ("en", "let us go", []),
        ("ru", "требование России к американским войскам и Белому дому", ["RU", "US", "US"]),
        ("zh", "俄外长与日方会谈", ["RU", "JP"]),
        ("zh", "这项法律", []),
        ("und", "Russia", []),
    ],
)
def test_names_demonyms_and_metonyms_point_to_parties(language: str, text: str, wanted: list[str]) -> None:
    assert [party.party for party in parties(text, language)] == wanted


def test_a_demonym_is_no_noun_and_a_possessive_is_not_part_of_the_name() -> None:
    russian, japan = parties("Russian talks on Japan’s ports", "en")
    assert (russian.noun, japan.noun, japan.end - japan.start) == (False, True, 5)
