"""A story's statements stand in order of their saying, and a copy's words are shown once."""

from __future__ import annotations

from dragoman.brief.statements import statements
from dragoman.model.annotations import Speaker, Statement
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Copy


def said(article: str, text: str, start: int = 0, date: str | None = None, speaker: str = "person:a") -> Statement:
    who = Speaker(speaker, "A", None, 0, 1)
    return Statement(
        who, "RU", "state", "direct", None, text, start, start + len(text), date, Evidence(article, start, start + len(text), text)
    )


def reading(name: str, day: str, *spoken: Statement) -> Reading:
    article = Article(name, name, SourceRef("s", "S"), "T", "x", "en", LanguageEvidence("t", 1.0), published=Published(day, "day"))
    return Reading(article=article, statements=spoken)


def test_the_date_of_saying_goes_before_the_date_of_the_page() -> None:
    early = said("b", "what was said on Monday", date="2022-01-10")
    late = said("a", "what was said on the page")
    assert statements([reading("a", "2022-01-11", late), reading("b", "2022-01-12", early)]) == (early, late)


def test_words_that_a_copy_repeats_are_shown_from_the_original() -> None:
    original, copied = said("b", "We will not accept this, ever."), said("a", "We will not accept this – ever")
    shown = statements([reading("a", "2022-01-10", copied), reading("b", "2022-01-11", original)], [Copy("a", "b", "abridged", 0.9, None)])
    assert shown == (original,)


def test_the_same_short_word_may_be_said_twice() -> None:
    one, two = said("a", "Yes"), said("b", "Yes")
    assert statements([reading("a", "2022-01-10", one), reading("b", "2022-01-11", two)]) == (one, two)


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    one, two = said("a", "We agree on everything here"), said("b", "We agree on everything here", speaker="person:b")
    assert len(statements([reading("a", "2022-01-10", one), reading("b", "2022-01-11", two)])) == 2
