from __future__ import annotations

import pytest

from dragoman.annotate.mention_kinds import typed
from dragoman.annotate.mention_spans import Span


def kind(text: str, surface: str, tagged: str) -> str:
    at = text.index(surface)
    return typed(text, [Span(at, at + len(surface), tagged)], "en")[0].type


@pytest.mark.parametrize(
    ("text", "surface", "tagged", "wanted"),
    [
        ("He works at Zenica University.", "Zenica University", "person", "organisation"),
        ("He works at the Institute of Zenica.", "Institute of Zenica", "place", "organisation"),
        ("They met on Zenica Street.", "Zenica Street", "organisation", "place"),
        ("They climbed Mount Orlić.", "Mount Orlić", "person", "place"),
        ("Mr. Orlić left.", "Orlić", "organisation", "person"),
        ("Then Anna Orlić left.", "Anna Orlić", "organisation", "person"),
        ("Tihana Orlić, 43, left.", "Tihana Orlić", "organisation", "person"),
        ("The Zenit newspaper wrote it.", "Zenit", "person", "organisation"),
        ("The city of Zenica was quiet.", "Zenica", "organisation", "place"),
        ("The ZKB was quiet.", "ZKB", "person", "organisation"),
        ("It was quiet in Zenica all day.", "Zenica", "person", "place"),
        ("He came with his wife, Lara.", "Lara", "organisation", "person"),
        ("Nakamura said nothing.", "Nakamura", "organisation", "person"),
        ("After the Zenica War it was quiet.", "Zenica War", "organisation", "event"),
        ("Zenica was quiet.", "Zenica", "organisation", "organisation"),
    ],
)
def test_the_words_in_and_beside_a_name_tell_its_type(text: str, surface: str, tagged: str, wanted: str) -> None:
    assert kind(text, surface, tagged) == wanted


def test_what_the_tables_say_stays() -> None:
    span = Span(0, 6, "organisation", by="actors")
    assert typed("Anna Orlić", [span], "en") == [span]
