from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Talks resume in Geneva on Monday", "en"),
        ("Президент сообщил о новых переговорах", "ru"),
        ("Президент повідомив про нові переговори", "uk"),
        ("两国将于下周举行会谈", "zh"),
        ("日本の首相は来週会談する", "ja"),
        ("Les pourparlers reprendront lundi à Genève", "fr"),
        ("ستستأنف المحادثات يوم الاثنين في جنيف", "ar"),
        ("회담은 월요일에 재개된다", "ko"),
    ],
)
def test_a_headline_tells_its_language(text: str, code: str) -> None:
    assert identify(text).code == code


def test_a_chinese_text_with_latin_names_stays_chinese() -> None:
    assert identify("北约（NATO）与欧盟（EU）周三在布鲁塞尔举行会谈，双方没有取得进展。" * 5).code == "zh"


def test_a_long_text_is_read_beyond_its_beginning() -> None:
    assert identify("12 34 NATO " + "Правительство обсудило бюджет на следующий год и приняло решение. " * 20).code == "ru"


def test_no_letters_mean_no_language() -> None:
    assert identify(" 123 !!").code == "und"


@given(st.text(max_size=200))
def test_any_text_gets_a_code_and_a_score_between_0_and_1(text: str) -> None:
    found = identify(text)
    assert found.code
    assert 0 <= found.score <= 1
