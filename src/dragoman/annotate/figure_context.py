"""Whose a figure is, where it holds and as of when: read from the names and times of its sentence."""

from __future__ import annotations

from dragoman import actors, languages
from dragoman.annotate.event_lexicon import lexicon
from dragoman.annotate.figure_grammar import Quantity, QuantityGrammar
from dragoman.annotate.figure_slots import Thing
from dragoman.annotate.speech_parties import parties
from dragoman.model.annotations import Mention, Sentence
from dragoman.model.reading import Reading

_CUTS = {"minute": 10, "part of day": 10, "day": 10, "week": 10, "part of month": 7, "month": 7, "quarter": 7, "part of year": 4, "year": 4}
"""How much of the first day of a time is a date at its precision."""


def party(reading: Reading, grammar: QuantityGrammar, low: str, quantity: Quantity, counted: Thing, sentence: Sentence) -> str | None:
    """Whose the counted things are: named between the number and the noun, hung on the noun, or the last one named before who does not
    only tell of them; of the dead and injured only what is said of them, because who is named before may have struck. How long talks
    last is nobody's."""
    language = reading.article.language
    if counted.kind.startswith("duration"):
        return None
    inside = parties(reading.article.text[quantity.end : counted.end], language)
    if inside:
        return inside[-1].party
    hung = grammar.of.match(low, counted.end, sentence.end)
    named = [
        (mention, whose) for mention in reading.mentions if sentence.start <= mention.start < sentence.end and (whose := _whose(mention))
    ]
    for mention, whose in named:
        if hung and mention.start == hung.end():
            return whose
    telling = lexicon(language).sign("reporting.words")
    before = [
        whose
        for mention, whose in named
        if mention.end <= quantity.start and not (mention.type == "person" and telling.search(low, mention.end, quantity.start))
    ]
    return before[-1] if before and not counted.fate else None


def _whose(mention: Mention) -> str | None:
    found = actors.party(mention.entity) if mention.entity else None
    return found or mention.party


def place(reading: Reading, counted: Thing, sentence: Sentence) -> str | None:
    """Where people came to harm: the place of the sentence named nearest to the words that say so."""
    if not counted.fate:
        return None
    named = [one for one in reading.mentions if one.type == "place" and one.entity and sentence.start <= one.start < sentence.end]
    near = min(named, key=lambda one: (max(one.start - counted.end, counted.start - one.end), one.start), default=None)
    return near.entity if near else None


def as_of(reading: Reading, clause: tuple[int, int], at: int, sentence: Sentence) -> str | None:
    """The date that a figure at `at` holds for: one of its clause, else the last one before it in the sentence; cut to its precision,
    None where there is none. What a later clause dates is something else ("..., which expired in 2009")."""
    dated = [
        time
        for time in reading.times
        if sentence.start <= time.start < sentence.end
        and time.earliest
        and time.type in ("date", "time")
        and time.precision in _CUTS
        and (time.start < at or clause[0] <= time.start < clause[1])
    ]
    if not dated:
        return None
    dense = not languages.get(reading.article.language).spaced
    time = min(dated, key=lambda one: (not clause[0] <= one.start < clause[1], dense and one.start > at, abs(one.start - at)))
    return (time.earliest or "")[: _CUTS[time.precision]]
