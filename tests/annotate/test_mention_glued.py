from __future__ import annotations

import pytest

from dragoman import languages
from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mention_glued import repaired, rules_of, sure_enough
from dragoman.annotate.mention_spans import Span
from dragoman.annotate.mentions import spans_of


def named(text: str, language: str = "zh") -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.type) for span in spans_of(prepared(text, language))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("据印度空军介绍，演习将持续三天。", ("印度空军", "organisation")),
        ("巴西女子排球队以三比一战胜对手。", ("巴西女子排球队", "organisation")),
        ("瑞典议会周三投票通过了法案。", ("瑞典议会", "organisation")),
        ("展览将于五月在波兰国家博物馆开幕。", ("波兰国家博物馆", "place")),
    ],
)
def test_what_a_place_and_a_body_word_make_is_typed_by_the_word(text: str, name: tuple[str, str]) -> None:
    assert name in named(text)


def test_the_title_of_a_work_names_nothing_else() -> None:
    found = named("他最近在读《伦敦的冬天》一书。")
    assert ("伦敦的冬天", "other") in found
    assert ("伦敦", "place") not in found


def test_a_surname_before_an_office_is_the_mention() -> None:
    found = named("座谈会上，吴教授介绍了研究成果。")
    assert ("吴", "person") in found


def test_somebody_of_whom_only_the_surname_is_told_is_no_mention() -> None:
    assert [name for name in named("家住附近的张女士告诉记者，她不知道此事。") if name[1] == "person"] == []


def test_a_city_is_a_club_where_the_text_is_about_matches() -> None:
    assert ("罗马", "organisation") in named("联赛第三轮，罗马主场迎战都灵。")
    assert ("罗马", "place") in named("代表团昨天抵达罗马。")


def test_names_the_tagger_hardly_believes_in_are_left_out() -> None:
    unsure, sure = Span(0, 2, "place", 0.1), Span(2, 4, "place", 0.9)
    assert sure_enough([unsure, sure], "zh") == [sure]
    assert sure_enough([unsure, sure], "en") == [unsure, sure]


def test_a_language_without_rules_is_left_alone() -> None:
    spans = [Span(0, 2, "place", 0.1)]
    assert repaired(prepared("ab", "en"), spans, []) == spans


def test_every_table_of_glued_names_is_read() -> None:
    for code in languages.tables("glued"):
        assert rules_of(code).inside
