from __future__ import annotations

from datetime import date

import pytest

from dragoman.annotate.time_resolve import resolve
from dragoman.annotate.time_values import Context, Resolved

DOC = date(2022, 1, 12)


@pytest.mark.parametrize(
    ("fields", "tense", "value"),
    [
        ({"month": 12, "day": 7}, "none", "2021-12-07"), ({"month": 1, "day": 20}, "future", "2022-01-20"),
        ({"month": 12, "day": 7}, "future", "2022-12-07"), ({"month": 1, "day": 13}, "past", "2022-01-13"),
        ({"month": 1, "day": 20}, "past", "2022-01-20"), ({"weekday": 1}, "past", "2022-01-10"), ({"weekday": 3}, "past", "2022-01-12"),
        ({"month": 5, "day": 9}, "past", "2021-05-09"),
        ({"weekday": 5}, "future", "2022-01-14"), ({"weekday": 5, "shift": -1}, "none", "2022-01-07"),
        ({"weekday": 5, "unit": "W", "shift": -1}, "none", "2022-01-07"), ({"unit": "M", "shift": -1}, "none", "2021-12"),
        ({"unit": "Y", "shift": -1, "month": 11, "part": "END"}, "none", "2021-11"), ({"unit": "W", "shift": 0}, "none", "2022-W02"),
        ({"n": 2, "unit": "W", "dir": -1}, "none", "2021-W52"), ({"n": "X", "unit": "Y", "dir": -1}, "none", "PAST_REF"),
        ({"quarter": 4}, "past", "2021-Q4"), ({"season": "SU", "year": 2021}, "none", "2021-SU"), ({"decade": 1990}, "none", "199"),
        ({"century": 20}, "none", "19"), ({"year": 2008}, "none", "2008"), ({"day": 31}, "past", "2021-12-31"), ({"yy": 98, "month": 5}, "none", "1998-05"),
    ],
)  # fmt: skip
def test_fields_become_the_date_that_a_reader_would_take(fields: dict[str, object], tense: str, value: str) -> None:
    found = resolve(fields, Context(doc=DOC, tense=tense))  # type: ignore[arg-type]
    assert found is not None
    assert found.value == value


def test_without_any_date_to_go_by_the_year_stays_unknown() -> None:
    found = resolve({"month": 12, "day": 7}, Context(doc=None))
    assert found is not None
    assert found.value == "XXXX-12-07"
    assert found.span is None


def test_the_narrations_month_serves_the_same_month() -> None:
    told = Resolved("2021-12-30", "day", span=(date(2021, 12, 30), date(2021, 12, 30)), written_year=True)
    found = resolve({"unit": "M", "shift": 0, "base": "ref", "day": 7}, Context(doc=None, ref=told))
    assert found is not None
    assert found.value == "2021-12-07"


def test_a_clock_time_narrows_its_day() -> None:
    found = resolve({"weekday": 3, "hour": 10, "ampm": "PM"}, Context(doc=DOC))
    assert found is not None
    assert (found.value, found.precision, found.type) == ("2022-01-12T22:00", "minute", "time")


def test_a_date_that_can_be_read_two_ways_keeps_both_as_an_interval() -> None:
    found = resolve({"either": (12, 10), "year": 2021}, Context(doc=DOC))
    assert found is not None
    assert found.value is None
    assert found.span == (date(2021, 10, 12), date(2021, 12, 10))


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"n": 50, "unit": "MIN"}, "PT50M"),
        ({"n": 30, "unit": "Y"}, "P30Y"),
        ({"n": "X", "unit": "M"}, "PXM"),
        ({"n": 0.5, "unit": "H"}, "PT0.5H"),
    ],
)
def test_durations_have_iso_values(fields: dict[str, object], value: str) -> None:
    found = resolve({"type": "duration", **fields}, Context(doc=DOC))
    assert found is not None
    assert (found.value, found.type) == (value, "duration")


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert resolve({"year": 2021, "month": 11, "day": 31}, Context(doc=DOC)) is None
