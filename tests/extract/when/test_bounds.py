from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.when import bounds
from dragoman.extract.when.bounds import Bound


def test_a_text_without_date_gets_an_interval_with_its_reasons() -> None:
    text = "大桥于2020年5月6日合龙。2019年3月1日曾经停工。\n\n按计划,6月9日至10日将举行通车仪式。"
    found = bounds.within([bounds.of_text(text, "zh")])
    assert (found.value, found.precision, found.earliest, found.latest) == (None, "unknown", "2020-05-06", "2020-06-09")
    assert "2020年5月6日" in found.evidence
    assert "6月9日" in found.evidence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge closed on December 30, 2020. It will open on January 9.", "en"),
        ("Мост закрыли 30 декабря 2020 года. Открытие состоится 9 января.", "ru"),
        ("Міст закрили 30 грудня 2020 року. Відкриття відбудеться 9 січня.", "uk"),
        ("Le pont a fermé le 30 décembre 2020. L'ouverture aura lieu le 9 janvier.", "fr"),
        ("Die Brücke schloss am 30. Dezember 2020. Die Öffnung ist geplant für den 9. Januar.", "de"),
        ("El puente cerró el 30 de diciembre de 2020. La apertura se celebrará el 9 de enero.", "es"),
        ("橋は2020年12月30日に閉鎖された。開通式は1月9日に開催される。", "ja"),
        ("大橋於2020年12月30日關閉。通車儀式將於1月9日舉行。", "zh"),
        ("O ponte fechou em 30 de dezembro de 2020. A abertura está marcada para 9 de janeiro.", "pt"),
        ("Il ponte ha chiuso il 30 dicembre 2020. L'apertura si terrà il 9 gennaio.", "it"),
        ("Most zamknięto 30 grudnia 2020. Otwarcie odbędzie się 9 stycznia.", "pl"),
        ("أغلق الجسر في 30 ديسمبر 2020. ومن المقرر افتتاحه في 9 يناير.", "ar"),
    ],
)
def test_an_announced_day_is_taken_after_the_last_past_one_in_every_language(text: str, language: str) -> None:
    found = bounds.of_text(text, language)
    assert (found.earliest, found.latest) == ("2020-12-30", "2021-01-09")


def test_a_text_without_any_date_bounds_nothing() -> None:
    found = bounds.of_text("The bridge will open on January 9.", "en")
    assert (found.earliest, found.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The offer is valid until 31 December 2031. It began on 6 May 2020.", "en"),
        ("Срок действия до 31 декабря 2031 года. Начало было 6 мая 2020 года.", "ru"),
        ("有效期至2031年12月31日。大桥于2020年5月6日合龙。", "zh"),
        ("Gültig bis zum 31. Dezember 2031. Beginn war am 6. Mai 2020.", "de"),
    ],
)
def test_the_end_of_a_term_is_no_past_day(text: str, language: str) -> None:
    assert bounds.of_text(text, language).earliest == "2020-05-06"


def test_the_address_bounds_by_its_month_and_its_year() -> None:
    month, year = bounds.of_address("https://example.org/2020/02/story"), bounds.of_address("https://example.org/2020/story")
    assert month is not None
    assert year is not None
    assert (month.earliest, month.latest) == ("2020-02-01", "2020-02-29")
    assert (year.earliest, year.latest) == ("2020-01-01", "2020-12-31")
    assert bounds.of_address("https://example.org/story") is None


def test_what_contradicts_an_earlier_bound_is_left_out_and_said() -> None:
    found = bounds.within([Bound("2020-02-01", "2020-02-29", "the address"), Bound("2021-05-06", None, "the text")])
    assert (found.earliest, found.latest) == ("2020-02-01", "2020-02-29")
    assert "not believed against that: the text" in found.evidence


DAYS = st.one_of(st.none(), st.dates().map(str))


@given(st.lists(st.tuples(DAYS, DAYS).map(lambda two: Bound(two[0], two[1], "reason")), max_size=5))
def test_no_interval_ends_before_it_begins(given_bounds: list[Bound]) -> None:
    found = bounds.within(given_bounds)
    assert found.value is None
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(
    st.lists(
        st.sampled_from(
            [
                "2020年5月6日",
                "按计划",
                "6 May 2020",
                " will ",
                "until ",
                "5月12日",
                "将于",
                "January 9",
                "3.4.2021",
                "。",
                ". ",
                "Mai",
                "состоится",
                "31.02.2020",
                "٢٠٢١-٠٥-٠٦",
            ]
        ),
        max_size=20,
    ).map("".join),
    st.sampled_from(("zh", "en", "ru", "de", "ar")),
)
def test_no_text_bounds_the_wrong_way_round(text: str, language: str) -> None:
    found = bounds.of_text(text, language)
    assert found.earliest is None or found.latest is None or found.earliest < found.latest
