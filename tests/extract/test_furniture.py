from __future__ import annotations

import re

import pytest

from dragoman import languages
from dragoman.extract.furniture import CAPTURED, Line, by_phrase, is_prose, label_body, notices, offered_keywords

PROSE = "The committee met on Tuesday and agreed that the budget of the coming year would be discussed once more before the summer."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "ad"),
        ("STORY CONTINUES BELOW ADVERTISEMENT", "ad"),
        ("Реклама", "ad"),
        ("【广告】", "ad"),
        ("Publicité", "ad"),
        ("إعلان", "ad"),
        ("Читайте также: новый мост открыт для движения", "related"),
        ("相关阅读", "related"),
        ("Lesen Sie auch", "related"),
        ("Lea también: el puente abre el lunes", "related"),
        ("関連記事", "related"),
        ("您的位置：首页 > 新闻 > 正文", "navigation"),
        ("Вы здесь: Главная / Новости", "navigation"),
        ("验证码", "form"),
        ("责任编辑：王小明", "credit"),
        ("Теги: мост, город", "tags"),
        ("标签：桥梁 城市", "tags"),
        ("© 2020 The Example Gazette", "disclaimer"),
        ("未经授权，不得转载", "disclaimer"),
        ("2021-05-04 10:20 来源：示例日报", "byline"),
        ("Subscribe to continue reading", "paywall"),
        ("加入會員 閱讀更多", "ad"),
        ("登入會員 解鎖全文", "paywall"),
        ("延伸閱讀", "related"),
        ("会員登録で続きを読む", "paywall"),
        ("あなたにおすすめ", "related"),
        ("Nur für Abonnenten", "paywall"),
        ("Jetzt App herunterladen", "ad"),
        ("Réservé à nos abonnés", "paywall"),
        ("Inicia sesión para seguir leyendo", "paywall"),
        ("اشترك لمتابعة القراءة", "paywall"),
        ("Войдите, чтобы читать дальше", "paywall"),
        ("Доступно лише для передплатників", "paywall"),
        ("Join the conversation", "navigation"),
        ("ArrowRight", "debris"),
        ("* * *", "debris"),
    ],
)
def test_furniture_of_many_languages_is_known_by_its_phrases(line: str, kind: str) -> None:
    label = by_phrase(line)
    assert label is not None
    assert label.kind == kind
    assert label.why


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "他说，广告收入去年增长了两成，预计今年还会继续增长。",
        "Реклама лекарств будет запрещена, сообщил министр на встрече с журналистами в понедельник вечером.",
        "瑞典和芬兰有望成为会员国，看来没有人反对。",
        "乌克兰希望加入该组织成为会员国。",
        "英国《示例报》2004年10月6日报道，联合考古队宣布在草原上找到了一座古老的宫殿，并将于明年继续发掘。",
        "サービスの会員登録は十六日から始まる。",
        "Donald Example habló el lunes con los periodistas en la capital.",
        "Read the minutes, she told them, and they did so the whole night without a word of complaint.",
    ],
)
def test_paragraphs_that_only_speak_of_such_things_are_left_alone(line: str) -> None:
    assert by_phrase(line) is None


def test_a_headline_between_paragraphs_is_another_story_and_a_short_one_a_subhead() -> None:
    lines = [
        Line(text) for text in (PROSE, "Mayor rejects the plan for a second bridge over the river", PROSE, "What comes next", PROSE, PROSE)
    ]
    assert [label.kind for label in label_body(lines)] == ["body", "related", "body", "subhead", "body", "body"]


def test_between_whole_paragraphs_of_a_capture_a_shorter_headline_is_another_story() -> None:
    lines = [Line(text) for text in (PROSE, PROSE, "What the mayor wants from the council", PROSE, "She said so twice.", PROSE)]
    assert [label.kind for label in label_body(lines)][2] == "subhead"
    assert [label.kind for label in label_body(lines, CAPTURED)][2] == "related"


def test_a_line_that_ends_as_only_headlines_do_is_another_story() -> None:
    lines = [Line(text) for text in (PROSE, PROSE, "The bridge, explained", PROSE, PROSE)]
    assert [label.kind for label in label_body(lines)] == ["body", "body", "related", "body", "body"]


def test_a_list_under_read_more_lasts_until_prose_goes_on() -> None:
    lines = [Line(text) for text in (PROSE, "Read more:", "Mayor opens bridge", "Who pays for it?", PROSE)]
    assert [label.kind for label in label_body(lines)] == ["body", "related", "related", "related", "body"]


def test_lines_that_are_links_are_related_stories() -> None:
    assert label_body([Line("A story elsewhere", linked=True, href="/x")])[0].kind == "related"


def test_verse_is_left_alone() -> None:
    lines = [Line(f"a line of verse that never ends with any mark number {number}") for number in range(6)]
    assert {label.kind for label in label_body(lines)} == {"body"}


def test_one_line_may_be_several_notices() -> None:
    line = "声明：本文仅代表作者观点，不代表本站立场，文章来源于网络，如有侵权请联系删除。"
    assert {"takedown", "reprint"} <= set(notices(line))


def test_prose_is_told_from_headlines() -> None:
    assert is_prose(PROSE)
    assert not is_prose("How did we get here?")


def test_keywords_of_machines_are_told_from_tags_of_editors() -> None:
    assert offered_keywords("关键词：桥梁")
    assert not offered_keywords("标签：桥梁")


@pytest.mark.parametrize("code", languages.codes())
def test_every_table_of_furniture_compiles_and_names_its_reasons(code: str) -> None:
    table = languages.own_table(code, "furniture")
    assert table is not None
    assert all(entry["kind"] and entry["why"] for entry in table["line"])
    assert all(re.compile(pattern) for entry in table["line"] for pattern in entry.get("patterns", ()))
