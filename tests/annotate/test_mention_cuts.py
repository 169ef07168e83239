from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.mention_cuts import closed, cut, grow
from dragoman.annotate.mention_spans import Span


def spans(text: str, *rows: tuple[str, str]) -> list[Span]:
    return [Span(text.index(surface), text.index(surface) + len(surface), kind) for surface, kind in rows]


def shown(text: str, found: list[Span]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type) for span in found]


def test_a_person_behind_an_office_is_parted_from_the_body_in_front() -> None:
    text = "Zenica Governor Mehdi Orlić spoke."
    assert shown(text, cut(text, spans(text, ("Zenica Governor Mehdi Orlić", "other")), "en")) == [
        ("Zenica", "other"),
        ("Mehdi Orlić", "person"),
    ]


def test_a_person_behind_a_body_is_parted_from_it() -> None:
    text = "The head of the Ministry of Health Anna Weber spoke."
    found = cut(text, spans(text, ("Ministry of Health Anna Weber", "organisation")), "en")
    assert shown(text, found) == [("Ministry of Health", "organisation"), ("Anna Weber", "person")]


def test_an_office_alone_is_no_name() -> None:
    text = "The Prime Minister left."
    assert cut(text, spans(text, ("Prime Minister", "person")), "en") == []


def test_words_of_an_office_in_front_of_its_head_are_no_name() -> None:
    text = "Chief Cabinet Secretary Kenji Abo spoke."
    assert shown(text, cut(text, spans(text, ("Cabinet", "person"), ("Kenji Abo", "person")), "en")) == [("Kenji Abo", "person")]


def test_a_given_name_and_what_is_behind_it_are_one_person_whatever_the_tagger_took_them_for() -> None:
    text = "Marta Zubiri, the deputy minister, left for Marta, a town, and Bilbao."
    found = grow(text, spans(text, ("Marta", "place"), ("Zubiri", "place"), ("Bilbao", "place")), "en", frozenset({0}))
    assert shown(text, found) == [("Marta Zubiri", "person"), ("Bilbao", "place")]


def test_two_places_are_two_and_a_firm_with_and_in_its_name_is_one() -> None:
    text = "In Zabinje and Kohi, Smith and Sons worked."
    found = cut(text, spans(text, ("Zabinje and Kohi", "place"), ("Smith and Sons", "organisation")), "en")
    assert shown(text, found) == [("Zabinje", "place"), ("Kohi", "place"), ("Smith and Sons", "organisation")]


def test_a_dash_and_a_number_end_a_name() -> None:
    text = "Zenica Rovers - while Weber 47.3 percent"
    found = cut(text, spans(text, ("Zenica Rovers - while", "organisation"), ("Weber 47.3 percent", "person")), "en")
    assert shown(text, found) == [("Zenica Rovers", "organisation"), ("Weber", "person")]


def test_given_and_family_names_left_out_are_taken_in() -> None:
    text = "He met Anna Orlić and Regina M. Weber."
    found = grow(text, spans(text, ("Orlić", "person"), ("M. Weber", "person")), "en", set())
    assert shown(text, found) == [("Anna Orlić", "person"), ("Regina M. Weber", "person")]


def test_a_demonym_or_a_title_is_not_taken_in() -> None:
    text = "American Weber met President Orlić."
    found = grow(text, spans(text, ("Weber", "person"), ("Orlić", "person")), "en", set())
    assert shown(text, found) == [("Weber", "person"), ("Orlić", "person")]


def test_the_stop_of_an_abbreviation_belongs_to_the_name() -> None:
    text = "Zenica Steel Corp. grew."
    assert shown(text, closed(text, spans(text, ("Zenica Steel Corp", "organisation")), "en")) == [("Zenica Steel Corp.", "organisation")]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_span_of_any_text_is_cut_inside_it(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    if start < end:
        for kind in ("person", "organisation", "place"):
            found = grow(text, cut(text, [Span(start, end, kind)], "en"), "en", set())
            assert all(0 <= span.start < span.end <= len(text) for span in found)
