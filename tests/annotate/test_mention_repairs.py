from __future__ import annotations

from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mention_repairs import compounds, extended, merged, trimmed, without_titles
from dragoman.annotate.mention_spans import Span


def cut(text: str, spans: list[Span]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type) for span in spans]


def span(text: str, surface: str, kind: str, by: str = "tagger") -> Span:
    start = text.index(surface)
    return Span(start, start + len(surface), kind, by=by)


def test_articles_quotes_and_possessives_are_trimmed() -> None:
    text = "“the Soviet Union’s ” collapse"
    assert cut(text, trimmed(text, [span(text, "the Soviet Union’s ”", "place")], "en")) == [("Soviet Union", "place")]


def test_the_stop_of_an_abbreviation_stays() -> None:
    text = "in the U.S. today"
    assert cut(text, trimmed(text, [span(text, "U.S.", "place")], "en")) == [("U.S.", "place")]


def test_junk_is_dropped() -> None:
    text = "Advertisement"
    assert trimmed(text, [span(text, text, "person")], "en") == []


def test_an_office_glued_to_a_country_is_taken_off() -> None:
    text = "美国国务卿布林肯"
    assert cut(text, without_titles(text, [span(text, "美国国务卿", "place")], "zh")) == [("美国", "place")]


def test_an_office_cut_in_two_by_the_tagger_is_taken_off() -> None:
    text = "副国务卿纽兰"
    assert cut(text, without_titles(text, [span(text, "卿纽兰", "person")], "zh")) == [("纽兰", "person")]


def test_letters_that_only_look_like_countries_are_left() -> None:
    assert compounds(prepared("这是中华民族的美德。", "zh"), [], []) == []
    assert [found.entity for found in compounds(prepared("俄美关系", "zh"), [], [])] == ["RU", "US"]


def test_a_known_name_wins_over_a_part_of_it() -> None:
    text = "欧安组织会议"
    known = [span(text, "欧安组织", "organisation", "actors")]
    assert cut(text, merged(text, [span(text, "欧安", "organisation")], known)) == [("欧安组织", "organisation")]


def test_glued_places_are_parted() -> None:
    text = "在奥地利维也纳"
    known = [span(text, "奥地利", "place", "actors"), span(text, "维也纳", "place", "actors")]
    assert cut(text, merged(text, [span(text, "奥地利维也纳", "place")], known)) == [("奥地利", "place"), ("维也纳", "place")]


def test_a_body_keeps_the_country_in_its_name() -> None:
    text = "俄罗斯外交部"
    known = [span(text, "俄罗斯", "place", "actors")]
    assert cut(text, merged(text, [span(text, text, "organisation")], known)) == [(text, "organisation")]


def test_two_names_and_a_body_word_are_one_body() -> None:
    text = "the France-Germany Council"
    spans = [span(text, "France", "place"), span(text, "Germany", "place")]
    assert cut(text, extended(text, spans, "en")) == [("France-Germany Council", "organisation")]
