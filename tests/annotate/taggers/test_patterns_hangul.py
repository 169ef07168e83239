"""Sentences of our own in the style of news, names marked [P person], [O organisation], [L place]; written before the rules of their
language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mentions import spans_of
from dragoman.annotate.taggers.patterns_hangul import Hangul

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


@pytest.mark.parametrize(("code", "floor"), [("ko", 0.92)])
def test_most_names_of_our_sentences_are_found(code: str, floor: float) -> None:
    assert f1(code) >= floor


def tagged(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], kind) for start, end, kind, _ in Hangul("ko", frozenset()).tag(text)]


def test_a_name_before_an_office_is_a_person_without_its_particle() -> None:
    assert tagged("홍길동 시장은 말했다.") == [("홍길동", "person")]


def test_a_body_between_name_and_office_does_no_harm() -> None:
    assert tagged("홍길동 새벽은행 총재가 말했다.") == [("홍길동", "person"), ("새벽은행", "organisation")]


def test_a_country_before_an_office_is_no_person() -> None:
    assert tagged("프랑스 대통령이 말했다.") == []
