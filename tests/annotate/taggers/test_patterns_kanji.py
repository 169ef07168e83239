"""Sentences of our own in the style of news, names marked [P person], [O organisation], [L place]; written before the rules of their
language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mentions import spans_of
from dragoman.annotate.taggers.patterns_kanji import Kanji

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


@pytest.mark.parametrize(("code", "floor"), [("ja", 0.92)])
def test_most_names_of_our_sentences_are_found(code: str, floor: float) -> None:
    assert f1(code) >= floor


def tagged(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Kanji("ja").tag(text)]


def test_kanji_and_kana_before_an_office_are_persons() -> None:
    assert tagged("田中市長とミューラー外相が会談した。") == [("田中", "person"), ("ミューラー", "person")]


def test_an_office_with_a_country_in_front_is_no_person() -> None:
    assert tagged("米大統領と会談した。") == []


def test_the_last_characters_tell_a_body_and_a_place() -> None:
    assert tagged("若葉銀行は緑山市に支店を開いた。") == [("若葉銀行", "organisation"), ("緑山市", "place")]
