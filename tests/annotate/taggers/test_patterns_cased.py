"""Sentences of our own in the style of news, names marked [P person], [O organisation], [L place]; written before the rules of their
language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mentions import spans_of
from dragoman.annotate.taggers.patterns_cased import Cased

SENTENCES = Path(__file__).parent / "sentences"
KINDS = {"P": "person", "O": "organisation", "L": "place"}


def parsed(line: str) -> tuple[str, set[tuple[int, int, str]]]:
    text, gold, at = "", set(), 0
    for match in re.finditer(r"\[([POL]) ([^\]]+)\]", line):
        text += line[at : match.start()]
        gold.add((len(text), len(text) + len(match[2]), KINDS[match[1]]))
        text, at = text + match[2], match.end()
    return text + line[at:], gold


def f1(code: str) -> float:
    right = found = wanted = 0
    for line in (SENTENCES / f"{code}.txt").read_text("utf-8").splitlines():
        text, gold = parsed(line)
        spans = {(span.start, span.end, span.type) for span in spans_of(prepared(text, code)) if span.type in KINDS.values()}
        right, found, wanted = right + len(gold & spans), found + len(spans), wanted + len(gold)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize(("code", "floor"), [("de", 0.93), ("es", 0.87), ("it", 0.93), ("pt", 0.93), ("pl", 0.93)])
def test_most_names_of_our_sentences_are_found(code: str, floor: float) -> None:
    assert f1(code) >= floor


def tagged(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Cased(language, frozenset({"nel", "la", "il", "der", "die", "w"})).tag(text)]


def test_a_german_noun_is_no_name() -> None:
    assert tagged("Am Abend sprach die Regierung über Sicherheitslage und Wirtschaftspolitik.", "de") == []


def test_the_adjective_of_a_body_belongs_to_it() -> None:
    assert tagged("La Corte costituzionale tace.", "it") == [("Corte costituzionale", "organisation")]


def test_a_person_behind_a_body_is_another_name() -> None:
    found = tagged("Nel Partito Azzurro di Anna Verdi si litiga.", "it")
    assert found == [("Partito Azzurro", "organisation"), ("Anna Verdi", "person")]


def test_an_inflected_given_name_begins_a_person() -> None:
    assert tagged("Zdaniem Tomasza Zielonki to prawda.", "pl") == [("Tomasza Zielonki", "person")]
