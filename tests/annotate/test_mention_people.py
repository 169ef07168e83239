from __future__ import annotations

from dragoman.annotate.mention_people import again, foreign, latin, majority, surnames
from dragoman.annotate.mention_spans import Span


def cut(text: str, spans: list[Span]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type) for span in spans]


def test_a_bare_surname_is_added_or_retyped() -> None:
    text = "Jeanne Moreau spoke. Moreau left. Critics of Moreau stayed."
    spans = [Span(0, 13, "person"), Span(21, 27, "organisation")]
    assert cut(text, surnames(text, spans, "en")) == [("Jeanne Moreau", "person"), ("Moreau", "person"), ("Moreau", "person")]


def test_inflected_surnames_are_met() -> None:
    text = "Сергей Лавров прибыл. О Лаврове спорят."
    assert ("Лаврове", "person") in cut(text, surnames(text, [Span(0, 13, "person")], "ru"))


def test_one_surface_has_one_type_where_most_agree() -> None:
    text = "Foo Foo Foo Foo"
    spans = [Span(0, 3, "person"), Span(4, 7, "person"), Span(8, 11, "person"), Span(12, 15, "place")]
    assert {span.type for span in majority(text, spans)} == {"person"}


def test_a_foreign_name_after_a_title_is_found_everywhere() -> None:
    text = "副国务卿纽兰、司长某某。后来纽兰离开。"
    assert cut(text, foreign(text, [], "zh")) == [("纽兰", "person"), ("纽兰", "person")]


def test_a_foreign_name_with_a_dot_is_found_without_title() -> None:
    text = "当天，卡雅·卡拉斯出席。"
    assert cut(text, foreign(text, [], "zh")) == [("卡雅·卡拉斯", "person")]


def test_a_person_is_found_again_where_the_tagger_missed_it() -> None:
    text = "格拉西莫夫说。格拉西莫夫又说。"
    assert cut(text, again(text, [Span(0, 5, "person")], "zh")) == [("格拉西莫夫", "person")]


def test_latin_words_alone_are_no_person() -> None:
    text = "记者用 Windows 写稿，Jane Roe 在场。"
    assert cut(text, latin(text, [], "zh")) == [("Jane Roe", "person")]


def test_a_given_name_in_front_of_a_surname_met_before_belongs_to_it() -> None:
    text = "Victor Zuban spoke. Igor Zuban did not. Then Zuban left."
    found = surnames(text, [Span(0, 12, "person")], "en")
    assert [text[span.start : span.end] for span in found] == ["Victor Zuban", "Igor Zuban", "Zuban"]
