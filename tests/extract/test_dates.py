from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract import dates


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2020-05-06 00:00:00.0", "zh", "2020-05-06"),
        ("2020年5月6日 10:05", "zh", "2020-05-06T10:05"),
        ("2020-05-06T10:05:00+08:00", "zh", "2020-05-06T10:05+08:00"),
        ("2020-05-06T10:05:00Z", "en", "2020-05-06T10:05+00:00"),
        ("6 мая 2020, 10:05", "ru", "2020-05-06T10:05"),
        ("6 мая 2020 г.", "ru", "2020-05-06"),
        ("May 6, 2020 at 4:05 p.m.", "en", "2020-05-06T16:05"),
        ("6 May 2020", "en", "2020-05-06"),
        ("6 de mayo de 2020", "es", "2020-05-06"),
        ("6. Mai 2020", "de", "2020-05-06"),
        ("06.05.2020", "de", "2020-05-06"),
        ("le 6 février 2020 à 10h05", "fr", "2020-02-06T10:05"),
        ("06/05/2020", "fr", "2020-05-06"),
        ("Wed, 06 May 2020 10:05:00 GMT", "en", "2020-05-06T10:05"),
    ],
)
def test_dates_are_read_as_sites_write_them(text: str, language: str, value: str) -> None:
    stamp = dates.read(text, language)
    assert stamp is not None
    assert stamp[0] == value


@pytest.mark.parametrize("text", ["03/04/2020", "May 2020", "yesterday", "2020-13-45", "1.2.3", "v2020.1", "5 apples 2020"])
def test_what_is_no_full_date_or_may_be_two_is_none(text: str) -> None:
    assert dates.find(text, "en") == []


def test_an_address_may_carry_the_day() -> None:
    assert dates.in_url("https://example.org/2020/05/06/story.html") == ("2020-05-06", "day")
    assert dates.in_url("https://example.org/news/20200506_1.html") == ("2020-05-06", "day")
    assert dates.in_url("https://example.org/2020/story") is None


def test_a_labelled_line_is_believed_before_others_and_a_copyright_line_never() -> None:
    lines = ["2001年1月1日 © 示例", "2019年1月2日", "发布时间：2020年5月6日", "更新时间：2020年5月7日 10:00"]
    found = dates.in_lines(lines, "zh")
    assert found is not None
    assert found.value == "2020-05-06"
    assert "发布时间" in found.evidence
    assert dates.in_lines(["© 2020-01-01 Example"], "en") is None


def test_a_text_without_date_gets_an_interval_with_its_reasons() -> None:
    text = "大桥于2020年5月6日合龙。2019年3月1日曾经停工。\n\n按计划,6月9日至10日将举行通车仪式。"
    found = dates.from_text(text, "zh")
    assert (found.value, found.precision, found.earliest, found.latest) == (None, "unknown", "2020-05-06", "2020-06-09")
    assert "2020年5月6日" in found.evidence
    assert "6月9日" in found.evidence


def test_an_announced_day_before_new_year_is_taken_after_it() -> None:
    found = dates.from_text("The bridge closed on December 30, 2020. It will open on January 9.", "en")
    assert (found.earliest, found.latest) == ("2020-12-30", "2021-01-09")


def test_a_text_without_any_date_bounds_nothing() -> None:
    found = dates.from_text("The bridge will open on January 9.", "en")
    assert (found.value, found.earliest, found.latest) == (None, None, None)


@given(st.text(alphabet="0123456789-/.年月日: TZ+May", max_size=40))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for found in dates.find(text, "en"):
        assert 0 <= found.start < found.end <= len(text)
        assert dates.EARLIEST_YEAR <= int(found.value[:4]) <= dates.LATEST_YEAR
