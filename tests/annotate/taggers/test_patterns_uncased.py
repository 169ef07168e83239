"""Sentences of our own in the style of news, names marked [P person], [O organisation], [L place]; written before the rules of their
language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mentions import spans_of
from dragoman.annotate.taggers.patterns_uncased import Uncased

SENTENCES = Path(__file__).parent / "sentences"
KINDS = {"P": "person", "O": "organisation", "L": "place"}


def f1(code: str) -> float:
    right = found = wanted = 0
    for line in (SENTENCES / f"{code}.txt").read_text("utf-8").splitlines():
        text, gold, at = "", set(), 0
        for match in re.finditer(r"\[([POL]) ([^\]]+)\]", line):
            text += line[at : match.start()]
            gold.add((len(text), len(text) + len(match[2]), KINDS[match[1]]))
            text, at = text + match[2], match.end()
        spans = {(one.start, one.end, one.type) for one in spans_of(prepared(text + line[at:], code)) if one.type in KINDS.values()}
        right, found, wanted = right + len(gold & spans), found + len(spans), wanted + len(gold)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize(("code", "floor"), [("ar", 0.86), ("fa", 0.9)])
def test_most_names_of_our_sentences_are_found(code: str, floor: float) -> None:
    assert f1(code) >= floor


def tagged(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Uncased(language, frozenset({"إن", "با"})).tag(text)]


def test_a_clitic_stays_outside_of_a_name() -> None:
    assert tagged("وسمير الحداد", "ar") == [("سمير الحداد", "person")]


def test_a_body_takes_the_definite_words_behind_it() -> None:
    assert tagged("لجنة الصيد البحري", "ar") == [("لجنة الصيد البحري", "organisation")]


def test_a_persian_name_ends_at_a_function_word() -> None:
    assert tagged("بهروز نادری با", "fa") == [("بهروز نادری", "person")]
