from __future__ import annotations

import pytest

from dragoman.annotate.mention_gazetteer import find, find_demonyms, forms, prepared
from dragoman.annotate.mention_spans import Span


def found(text: str, language: str) -> list[tuple[str, str, str | None]]:
    return [(text[span.start : span.end], span.type, span.entity) for span in find(prepared(text, language))]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("In Russia and elsewhere", "en", ("Russia", "place", "RU")),
        ("Переговоры с Россией идут", "ru", ("Россией", "place", "RU")),
        ("Переговори з Росією тривають", "uk", ("Росією", "place", "RU")),
        ("对俄罗斯的制裁", "zh", ("俄罗斯", "place", "RU")),
        ("對俄羅斯的制裁", "zh-Hant", ("俄羅斯", "place", "RU")),
        ("Les sanctions contre l'Ukraine", "fr", ("Ukraine", "place", "UA")),
        ("Die Regierung Russlands schweigt", "de", ("Russlands", "place", "RU")),
        ("ウクライナの首都", "ja", ("ウクライナ", "place", "UA")),
        ("NATO 成员国", "zh", ("NATO", "organisation", "NATO")),
    ],
)
def test_a_known_name_is_found_in_its_forms(text: str, language: str, name: tuple[str, str, str]) -> None:
    assert name in found(text, language)


def test_the_longest_name_wins() -> None:
    assert [item[0] for item in found("the United Nations Security Council met", "en")] == ["United Nations Security Council"]


def test_acronyms_keep_their_capitals() -> None:
    assert found("She asked who told us.", "en") == []


def test_a_name_does_not_end_inside_a_katakana_word() -> None:
    assert "ロシア" not in [item[0] for item in found("ロシアン料理", "ja")]


def test_a_short_name_does_not_cut_a_dictionary_word() -> None:
    assert "中国" not in [item[0] for item in found("发展中国家的代表", "zh")]


def test_a_common_word_at_the_start_of_a_sentence_is_no_name() -> None:
    text = "Turkey is served cold."
    assert find(prepared(text, "en"), frozenset({0})) == []


def test_demonyms_know_their_country() -> None:
    text = "Russian minister Foo"
    assert [(span.entity, span.start, span.end) for span in find_demonyms(prepared(text, "en"), [Span(17, 20, "person")])] == [("RU", 0, 7)]


def test_forms_hold_the_word_itself_first() -> None:
    assert forms("России", "ru")[:2] == ("россии", "россия")
