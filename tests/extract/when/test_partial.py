from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.when import partial
from dragoman.extract.when.calendar import Order


@pytest.mark.parametrize(
    ("text", "language", "order", "value"),
    [
        ("05.06.21", "de", None, "2021-06-05"),
        ("05.06.21 10:05", "ru", None, "2021-06-05T10:05"),
        ("18-03-08 23:16", "zh", None, "2018-03-08T23:16"),
        ("18-03-0823:16", "zh", None, "2018-03-08T23:16"),
        ("5/16/21", "en", None, "2021-05-16"),
        ("5/6/21", "en", "mdy", "2021-05-06"),
        ("5/6/21", "en-GB", None, "2021-06-05"),
    ],
)
def test_years_of_two_digits_are_read_where_the_order_is_known(text: str, language: str, order: Order | None, value: str) -> None:
    assert [one.value for one in partial.short(text, language, order)] == [value]


@pytest.mark.parametrize("text", ["5/6/21", "10.0.0.1", "12:30:45", "1.2.3", "99/99/99", "2020-05-06", "5/6/2021"])
def test_other_numbers_are_no_short_dates(text: str) -> None:
    assert partial.short(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("05-12 10:20", "zh", (5, 12, "10:20")),
        ("5月12日 10:20", "zh", (5, 12, "10:20")),
        ("发布时间：05-12", "zh", (5, 12, None)),
        ("May 12, 10:20", "en", (5, 12, "10:20")),
        ("12 мая, 10:20", "ru", (5, 12, "10:20")),
        ("12.05. 10:20", "de", (5, 12, "10:20")),
    ],
)
def test_days_without_year_are_read_with_their_clock(text: str, language: str, day: tuple[int, int, str | None]) -> None:
    assert [(one.month, one.day, one.clock) for one in partial.yearless(text, language, numbers=True)] == [day]


@pytest.mark.parametrize("text", ["2021年5月12日", "12 May 2021", "won 3-2 in May", "05-12", "31.02. 10:20"])
def test_full_dates_scores_and_days_that_are_none_are_no_days_without_year(text: str) -> None:
    assert partial.yearless(text, "zh", numbers=True) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("March 2021", "en"),
        ("2021年3月", "zh"),
        ("二〇二一年三月", "zh"),
        ("Март 2021", "ru"),
        ("marzo de 2021", "es"),
        ("03/2021", "pl"),
        ("2021-03", "en"),
    ],
)
def test_months_with_their_year_are_read(text: str, language: str) -> None:
    found = partial.month(text, language)
    assert found is not None
    assert (found.value, found.precision) == ("2021-03", "month")


def test_data_may_give_a_month_or_a_year() -> None:
    assert partial.read("2021-03") == ("2021-03", "month")
    assert partial.read("2021") == ("2021", "year")
    assert partial.read("1970") is None
    assert partial.read("3000 words in March 2021") is None


def test_what_lacks_its_year_is_completed_by_the_address_or_the_change_only() -> None:
    lines = ["Home", "发布时间：05-06 10:20"]
    by_address = partial.completed(lines, "zh", None, (2020, 5), None)
    assert by_address is not None
    assert (by_address.value, by_address.evidence) == ("2020-05-06T10:20", "line of the page: 发布时间：05-06 10:20, year by the address")
    by_change = partial.completed(lines, "zh", None, None, "2021-05-06")
    assert by_change is not None
    assert by_change.value == "2021-05-06T10:20"
    assert partial.completed(lines, "zh", None, (2020, 6), "2021-05-07") is None
    timed = partial.clock(lines, "2020-05-06", "zh", None)
    assert timed is not None
    assert timed.value == "2020-05-06T10:20"
    assert partial.clock(lines, "2020-05-07", "zh", None) is None


def test_an_issue_is_a_month_alone_in_its_line_or_a_labelled_one() -> None:
    found = partial.issue(["Home", "March 2021"], True, "en")
    assert found is not None
    assert (found.value, found.latest) == ("2021-03", "2021-03-31")
    assert partial.issue(["March 2021", "April 2021"], True, "en") is None
    assert partial.issue(["March 2021"], False, "en") is None
    assert partial.issue(["Published: March 2021"], False, "en") is not None


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from((4, 7, 10)))
def test_a_day_lies_within_the_bounds_of_any_cut_of_it(day: datetime.date, cut: int) -> None:
    earliest, latest = partial.bounds(day.isoformat()[:cut])
    assert earliest <= day.isoformat() <= latest
    assert partial.published(day.isoformat()[:cut], "day", "x").earliest == earliest


@given(st.text(alphabet="0123456789-/.: 年月日May", max_size=40))
def test_any_text_is_searched_without_failing(text: str) -> None:
    for one in partial.short(text, "en"):
        assert 0 <= one.start < one.end <= len(text)
    for day in partial.yearless(text, "zh", numbers=True):
        assert 1 <= day.month <= 12
    found = partial.month(text, "en")
    assert found is None or len(found.value) == 7
