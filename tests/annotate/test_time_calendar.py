from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate import time_calendar as cal


def test_a_date_that_the_calendar_lacks_is_none() -> None:
    assert cal.make(2022, 2, 30) is None
    assert cal.make(2022, 13, 1) is None
    assert cal.make(2024, 2, 29) == date(2024, 2, 29)


def test_cut_iso_dates_begin_on_their_first_day() -> None:
    assert cal.parse("2022") == date(2022, 1, 1)
    assert cal.parse("2022-03") == date(2022, 3, 1)
    assert cal.parse("2022-03-04T10:00+01:00") == date(2022, 3, 4)
    assert cal.parse(None) is None
    assert cal.parse("soon") is None


def test_the_last_ten_days_of_a_month_run_to_its_end() -> None:
    assert cal.part_of(cal.month_of(2021, 11), "END") == (date(2021, 11, 21), date(2021, 11, 30))
    assert cal.part_of(cal.month_of(2021, 11), "START") == (date(2021, 11, 1), date(2021, 11, 10))
    assert cal.part_of(cal.year_of(2022), "END") == (date(2022, 10, 1), date(2022, 12, 31))


def test_moving_by_months_keeps_inside_the_month() -> None:
    assert cal.move(date(2022, 1, 31), "M", 1) == date(2022, 2, 28)
    assert cal.move(date(2022, 1, 12), "W", -1) == date(2022, 1, 5)
    assert cal.move(date(2022, 1, 12), "Y", 20_000) is None


def test_iso_weeks_belong_to_their_thursday() -> None:
    assert cal.week_value(date(2022, 1, 1)) == "2021-W52"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(cal.PARTS))
def test_a_part_lies_in_its_whole(day: date, part: str) -> None:
    for whole in (cal.month_of(day.year, day.month), cal.year_of(day.year), cal.week_of(day), (day, day)):
        low, high = cal.part_of(whole, part)
        assert whole[0] <= low <= high <= whole[1]


@pytest.mark.parametrize("code", ["SP", "SU", "FA", "WI"])
def test_every_season_begins_before_it_ends(code: str) -> None:
    low, high = cal.season_of(2021, code)
    assert low < high
