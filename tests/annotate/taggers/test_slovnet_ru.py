from __future__ import annotations

import sys

from dragoman.annotate.taggers.slovnet_ru import SlovnetRussian

TAGGER = SlovnetRussian()


def test_russian_names_are_tagged_with_their_offsets() -> None:
    text = "Глава МИД России Сергей Лавров прибыл в Москву."
    assert [(text[start:end], kind) for start, end, kind, _ in TAGGER.tag(text)] == [
        ("МИД", "organisation"),
        ("России", "place"),
        ("Сергей Лавров", "person"),
        ("Москву", "place"),
    ]


def test_the_model_is_found_without_importing_natasha() -> None:
    assert TAGGER.tag("") == []
    assert "natasha" not in sys.modules
