from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.when import clocks
from dragoman.extract.when.stated import Date

STAMP = Date("2020-05-06T03:00+00:00", "minute", "JSON-LD", "Z")


def test_a_stamp_of_greenwich_is_shown_on_the_outlets_clock() -> None:
    found = clocks.localised(STAMP, Date("2020-05-05T22:00", "minute", "beside the title", "EST"))
    assert found is not None
    assert (found.value, found.zone) == ("2020-05-05T22:00-05:00", "EST")
    assert "beside the title" in found.where
    assert "JSON-LD" in found.where


def test_other_minutes_and_clocks_further_apart_than_zones_explain_nothing() -> None:
    assert clocks.localised(STAMP, Date("2020-05-05T22:01", "minute", "x")) is None
    assert clocks.localised(STAMP, Date("2020-05-04T22:00", "minute", "x")) is None
    assert clocks.localised(Date("2020-05-06T03:00+02:00", "minute", "x", "+02:00"), Date("2020-05-05T22:00", "minute", "x")) is None


def test_a_day_alone_is_believed_where_the_stamp_falls_on_it_somewhere() -> None:
    yesterday = clocks.localised(STAMP, Date("2020-05-05", "day", "shown"))
    assert yesterday is not None
    assert (yesterday.value, yesterday.precision) == ("2020-05-05", "day")
    assert clocks.localised(STAMP, Date("2020-05-07", "day", "shown")) is None


def test_the_zone_is_the_one_written_and_greenwich_is_the_machines() -> None:
    assert clocks.outlets_zone(STAMP) is None
    assert clocks.outlets_zone(Date("2020-05-06T10:05", "minute", "x", "PT")) == "America/Los_Angeles"
    assert clocks.outlets_zone(Date("2020-05-06T10:05+08:00", "minute", "x", "+08:00")) == "+08:00"
    assert clocks.outlets_zone(Date("2020-05-06T10:05", "minute", "x", "IST")) == "IST"
    assert clocks.outlets_zone(Date("2020-05-06", "day", "x")) is None


def test_a_stamp_in_a_zone_of_its_own_is_the_same_moment_as_that_of_greenwich() -> None:
    assert clocks.same_moment(Date("2020-05-05T22:00-05:00", "minute", "x"), STAMP)
    assert not clocks.same_moment(STAMP, STAMP)


@given(st.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2040, 1, 1)), st.integers(-56, 56).filter(bool))
def test_any_moment_shown_in_any_zone_is_recognised(moment: datetime.datetime, quarters: int) -> None:
    local = moment + datetime.timedelta(minutes=15 * quarters)
    stamp = Date(f"{moment:%Y-%m-%dT%H:%M}+00:00", "minute", "data", "Z")
    found = clocks.localised(stamp, Date(f"{local:%Y-%m-%dT%H:%M}", "minute", "shown"))
    assert found is not None
    assert datetime.datetime.fromisoformat(found.value) == datetime.datetime.fromisoformat(stamp.value)
