from __future__ import annotations

from dragoman.annotate.event_clauses import Clause
from dragoman.annotate.event_labels import label_of
from dragoman.annotate.event_lexicon import Trigger, lexicon


def label(text: str, word: str) -> str:
    at = text.index(word)
    start, end = label_of(text, Clause(0, len(text), 0), Trigger(at, at + len(word), "consult", None), None, lexicon("en"))
    return text[start:end]


def test_a_short_clause_is_its_own_label_without_its_marks() -> None:
    assert label(" Chad and Niger met, ", "met") == "Chad and Niger met"


def test_a_long_clause_loses_what_hangs_on_it() -> None:
    text = "Chad and Niger met amid mounting pressure from their neighbours and from a great many donors to end the long war"
    assert label(text, "met") == "Chad and Niger met"


def test_a_very_long_clause_is_cut_at_words_around_its_event_word() -> None:
    text = "word " * 60 + "met " + "word " * 60
    found = label(text, "met")
    assert len(found) <= 160
    assert "met" in found.split()
    assert set(found.split()) == {"word", "met"}


def test_a_joining_word_at_the_head_is_left_out() -> None:
    assert label("and Chad met Niger", "met") == "Chad met Niger"


def test_a_cut_label_keeps_its_head_and_no_loose_end() -> None:
    text = "Leaders of Chad met the envoys " + "w" * 118 + " word with nine of their neighbours"
    assert label(text, "met").startswith("Leaders of Chad met")
    assert not label(text, "met").endswith((" with", " of"))
