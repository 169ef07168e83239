from __future__ import annotations

import re

import pytest

from dragoman import languages
from dragoman.extract.lines.phrases import by_phrase, notices, offered_keywords

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


def test_one_line_may_be_several_notices() -> None:
    line = "声明：本文仅代表作者观点，不代表本站立场，文章来源于网络，如有侵权请联系删除。"
    assert {"takedown", "reprint"} <= set(notices(line))


def test_keywords_of_machines_are_told_from_tags_of_editors() -> None:
    assert offered_keywords("关键词：桥梁")
    assert not offered_keywords("标签：桥梁")


@pytest.mark.parametrize("code", languages.codes())
def test_every_table_of_furniture_compiles_and_names_its_reasons(code: str) -> None:
    table = languages.own_table(code, "furniture")
    assert table is not None
    assert all(entry["kind"] and entry["why"] for entry in table.get("line", ()))
    assert all(re.compile(pattern) for entry in table.get("line", ()) for pattern in entry.get("patterns", ()))


def test_a_rule_of_korean_pages_needs_korean_letters() -> None:
    assert by_phrase("reporter@example.org") is None
