from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.extract.when import calendar


def test_months_have_the_languages_names_and_english_ones() -> None:
    assert calendar.months("ru")["мая"] == calendar.months("ru")["may"] == 5
    assert calendar.months("ar")["كانون الثاني"] == 1
    assert calendar.months("xx")["mayo"] == 5


def test_locales_tell_the_order_of_numbers_where_they_have_one() -> None:
    assert (calendar.order_of("en-US"), calendar.order_of("en-GB"), calendar.order_of("fr")) == ("mdy", "dmy", "dmy")
    assert (calendar.order_of("en"), calendar.order_of("zh"), calendar.order_of("zz-ZZ")) == (None, None, None)
    assert calendar.begins_with_year("ja")
    assert not calendar.begins_with_year("de")


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二一", 2021), ("一一〇", 110), ("十二", 12), ("二十三", 23), ("卅一", 31), ("元", 1), ("7", 7), ("x", None), ("", None)],
)
def test_chinese_numerals_are_numbers(text: str, value: int | None) -> None:
    assert calendar.number(text) == value


@pytest.mark.parametrize(
    ("before", "behind", "kind"),
    [
        ("发布时间：", "", "published"),
        ("Last updated: ", "", "modified"),
        ("Published on ", "", "published"),
        ("Опубликовано: ", "", "published"),
        ("Zuletzt aktualisiert am ", "", "modified"),
        ("今天是", "", "other"),
        ("Member since ", "", "other"),
        ("报名截止：", "", "other"),
        ("", "更新 来源：", "modified"),
        ("the republished ", "", None),
        ("Jane Example ", "", None),
    ],
)
def test_words_beside_a_date_say_what_it_is_the_date_of(before: str, behind: str, kind: str | None) -> None:
    assert calendar.label(before, behind) == kind


@given(
    st.sampled_from(
        [
            (code, mark)
            for code in (*languages.codes(), "xx")
            for mark in ((languages.own_table(code, "calendar") or {}).get("copyright", {}).get("marks", ()))
        ]
    )
)
def test_every_languages_copyright_marks_are_known(pair: tuple[str, str]) -> None:
    assert calendar.is_copyright(f"Example {pair[1]} 2020-05-06")


def test_every_language_with_a_folder_names_labels_and_announcements() -> None:
    for code in languages.codes():
        table = languages.own_table(code, "calendar")
        assert table is not None, code
        assert table["labels"]["published"], code
        assert table["labels"]["modified"], code
        assert table["scheduled"]["cues"], code
