from __future__ import annotations

from dragoman.brief import likeness
from dragoman.web import terms, words


def test_a_marked_message_is_the_message():
    assert terms.later("names") == "names"


def test_every_reason_of_likeness_has_its_words():
    assert set(likeness.ENOUGH) <= set(terms.LIKENESS)
    assert words.term("likeness", "only one") == terms.LIKENESS["only one"]
