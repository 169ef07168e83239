from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.event_lexicon import CODED, formats, lexicon, masked, pattern, triggers


def named(text: str, language: str, coded: bool = False) -> list[tuple[str, str, str | None]]:
    return [(text[one.start : one.end], one.type, one.format) for one in triggers(text, lexicon(language), coded=coded)]


def test_the_longer_word_names_the_event() -> None:
    assert named("两国外长举行电话会谈。", "zh") == [("电话会谈", "consult", "telephone")]
    assert named("They held a video conference.", "en") == [("video conference", "consult", "video")]


def test_stems_take_any_ending_and_gaps_a_few_words() -> None:
    assert pattern(["встреч*"], True).fullmatch("встречами")
    assert pattern(["recalled .. ambassador"], True).search("Chad recalled its new ambassador")
    assert not pattern(["recalled .. ambassador"], True).search("Chad recalled it, said the ambassador")


def test_whole_words_only_where_words_are_spaced() -> None:
    assert not pattern(["met"], True).search("comet metre")
    assert pattern(["会谈"], False).search("两轮会谈后")


def test_blocked_phrases_and_names_name_nothing() -> None:
    assert named("He told a press conference.", "en") == []
    text = "Summit Bank reported a profit."
    assert triggers(text, lexicon("en"), taken=[(0, 11)]) == []


def test_words_of_relations_are_asked_for() -> None:
    assert named("Chad urged restraint.", "en") == []
    assert named("Chad urged restraint.", "en", coded=True) == [("urged", "request", CODED)]


def test_masking_keeps_offsets() -> None:
    assert masked("on 3 May they", [(3, 8)]) == "on       they"


def test_formats_come_with_their_words() -> None:
    assert [name for name, words in formats(lexicon("en")) if words.search("spoke by phone")] == ["telephone"]


def test_an_empty_list_matches_nothing() -> None:
    assert not pattern([], True).search("anything")


@pytest.mark.parametrize("code", [*languages.codes(), languages.NEUTRAL])
def test_every_language_has_a_table_that_compiles(code: str) -> None:
    book = lexicon(code)
    assert book.triggers
    assert not book.sign("no.such").search("anything")
