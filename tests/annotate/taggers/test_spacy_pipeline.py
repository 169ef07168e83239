from __future__ import annotations

from dragoman.annotate.taggers.spacy_en import SpacyEnglish

TAGGER = SpacyEnglish()


def test_a_very_long_text_keeps_its_offsets() -> None:
    text = "The talks went on and on.\n" * 1000 + "Angela Merkel went to Paris."
    assert [text[start:end] for start, end, _, _ in TAGGER.tag(text)][-2:] == ["Angela Merkel", "Paris"]


def test_nothing_gives_nothing() -> None:
    assert TAGGER.tag("") == []


def test_money_and_days_are_no_names() -> None:
    assert TAGGER.tag("It cost $5 million on Tuesday, 3 May 2022.") == []
