from __future__ import annotations

from datetime import date

import pytest

from dragoman.annotate.time_values import Context, Resolved, base_day, clock, duration_value, set_value, unit_span

DAY = date(2022, 1, 12)


@pytest.mark.parametrize(
    ("unit", "value", "precision"),
    [
        ("D", "2022-01-12", "day"), ("W", "2022-W02", "week"), ("WE", "2022-W02-WE", "week"), ("M", "2022-01", "month"), ("Q", "2022-Q1", "quarter"),
        ("HY", "2022-H1", "part of year"), ("Y", "2022", "year"), ("DE", "202", "decade"), ("CE", "20", "century"),
    ],
)  # fmt: skip
def test_the_unit_around_a_day_has_its_timex_value(unit: str, value: str, precision: str) -> None:
    found = unit_span(DAY, unit, {})
    assert found is not None
    assert (found.value, found.precision) == (value, precision)
    assert found.span is not None
    assert found.span[0] <= found.span[1]


def test_a_part_keeps_the_value_and_narrows_the_days() -> None:
    found = unit_span(DAY, "M", {"part": "START"})
    assert found == Resolved("2022-01", "part of month", span=(date(2022, 1, 1), date(2022, 1, 10)))


def test_the_narrations_day_is_the_base_only_where_the_words_say_so() -> None:
    told = Context(doc=DAY, ref=Resolved("2021-12-30", "day", span=(date(2021, 12, 30), date(2021, 12, 30))))
    assert base_day({"base": "ref"}, told) == date(2021, 12, 30)
    assert base_day({}, told) == DAY


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({"hour": 9, "ampm": "PM", "minute": 30}, "2022-01-12T21:30"), ({"hour": 12, "ampm": "AM"}, "2022-01-12T00:00"),
        ({"daypart": "EV"}, "2022-01-12TEV"), ({"hour": 9, "daypart": "NI"}, "2022-01-12T21:00"), ({"hour": 3, "daypart": "MO"}, "2022-01-12T03:00"),
    ],
)  # fmt: skip
def test_clock_times_are_read_on_24_hours(fields: dict[str, object], value: str) -> None:
    assert clock(fields, Resolved("2022-01-12", "day", span=(DAY, DAY))).value == value


def test_durations_and_sets_have_their_values() -> None:
    assert duration_value({"n": 6, "unit": "H"}) == "PT6H"
    assert duration_value({"n": "X", "unit": "Y"}) == "PXY"
    assert set_value({"weekday": 4}) == "XXXX-WXX-4"
    assert set_value({"unit": "W"}) == "P1W"
