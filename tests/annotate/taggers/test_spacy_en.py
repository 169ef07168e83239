from __future__ import annotations

from dragoman.annotate.taggers.spacy_en import SpacyEnglish


def test_english_names_are_tagged_with_their_offsets() -> None:
    text = "Angela Merkel met officials in Paris."
    assert [(text[start:end], kind) for start, end, kind, _ in SpacyEnglish().tag(text)] == [
        ("Angela Merkel", "person"),
        ("Paris", "place"),
    ]
