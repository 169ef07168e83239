from __future__ import annotations

from dragoman.annotate.mention_again import cased
from dragoman.annotate.mention_spans import Span


def found(text: str, *rows: tuple[str, str]) -> list[tuple[str, str]]:
    spans = [Span(text.index(surface), text.index(surface) + len(surface), kind) for surface, kind in rows]
    return [(text[span.start : span.end], span.type) for span in cased(text, spans, "en") if span not in spans]


def test_a_name_seen_once_is_found_again() -> None:
    assert found("Waldorf grew. Then Waldorf fell.", ("Waldorf", "organisation")) == [("Waldorf", "organisation")]


def test_an_ordinary_word_is_left_alone() -> None:
    assert found("The firm Apple grew. Apple trees grew.", ("Apple", "organisation")) == []


def test_a_part_of_a_longer_name_is_left_alone() -> None:
    assert found("Waldorf grew. The Waldorf Orlina Trust fell.", ("Waldorf", "place")) == []


def test_an_office_beside_the_name_does_no_harm() -> None:
    assert found("Orlić left. Then President Orlić came.", ("Orlić", "person")) == [("Orlić", "person")]
