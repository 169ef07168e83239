from __future__ import annotations

import pytest

from dragoman.annotate import run
from dragoman.annotate.mention_gazetteer import prepared
from dragoman.annotate.mention_glued import repaired, sure_enough
from dragoman.annotate.mention_spans import Span
from dragoman.annotate.mentions import Mentions, spans_of
from dragoman.annotate.sentences import Sentences
from dragoman.model.article import Article, LanguageEvidence, SourceRef


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("代表团下周访华。", [("华", "place")]),
        ("英媒称，俄总统将出席会议。", [("英", "place"), ("俄", "place")]),
        ("中国驻智利大使馆发布通知。", [("中国驻智利大使馆", "organisation")]),
        ("各部门要加以重视。", []),
        ("挪威召回了常驻欧盟代表团。", [("挪威", "place"), ("欧盟", "organisation")]),
        ("加拿大海军和挪威空军参加演习。", [("加拿大海军", "organisation"), ("挪威空军", "organisation")]),
    ],
)
def test_letters_and_bodies_of_countries(text: str, names: list[tuple[str, str]]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("法國總統馬克龍抵達維也納。", {("法國", "place"), ("馬克龍", "person"), ("維也納", "place")}),
        ("印度空軍昨天證實了消息。", {("印度空軍", "organisation")}),
        ("他在《倫敦的冬天》裏寫道。", {("倫敦的冬天", "other")}),
    ],
)
def test_traditional_characters_follow_the_same_rules(text: str, names: set[tuple[str, str]]) -> None:
    article = Article("a", "u", SourceRef("s", "s"), "", text, "zh-Hant", LanguageEvidence("test", 1.0))
    assert names <= {(item.text, item.type) for item in run(article, [Sentences(), Mentions()]).mentions}


def test_a_body_speaks_for_the_country_in_its_name() -> None:
    spans = spans_of(prepared("印度空军昨天证实了消息。", "zh"))
    assert [span.party for span in spans] == ["IN"]
