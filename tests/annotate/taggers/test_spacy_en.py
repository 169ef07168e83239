from __future__ import annotations

from dragoman.annotate.taggers.spacy_en import SpacyEnglish

TAGGER = SpacyEnglish()


def test_english_names_are_tagged_with_their_offsets() -> None:
    text = "Angela Merkel met officials in Paris."
    assert [(text[start:end], kind) for start, end, kind, _ in TAGGER.tag(text)] == [("Angela Merkel", "person"), ("Paris", "place")]


def test_a_very_long_text_keeps_its_offsets() -> None:
    text = "The talks went on and on.\n" * 1000 + "Angela Merkel went to Paris."
    assert [text[start:end] for start, end, _, _ in TAGGER.tag(text)][-2:] == ["Angela Merkel", "Paris"]


def test_nothing_gives_nothing() -> None:
    assert TAGGER.tag("") == []
