from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import languages
from dragoman.extract.lines.furniture import Line
from dragoman.extract.when import daylines
from dragoman.extract.when.daylines import Reader

ZH, EN = Reader("zh"), Reader("en")
PROSE = "The council closed the old bridge to heavy traffic after engineers had found cracks in it on Monday."
MARKS = sorted(
    {
        mark
        for code in (*languages.codes(), "xx")
        for mark in (languages.own_table(code, "calendar") or {}).get("copyright", {}).get("marks", ())
    }
)


def test_a_labelled_line_is_believed_before_others_and_a_copyright_line_never() -> None:
    lines = ["2001年1月1日 © 示例", "2019年1月2日", "发布时间：2020年5月6日", "更新时间：2020年5月7日 10:00"]
    found = daylines.best(daylines.dated(lines, ZH))
    assert found is not None
    assert found.found.value == "2020-05-06"
    assert "发布时间" in found.evidence
    assert daylines.dated(["© 2020-01-01 Example"], EN) == []


def test_a_time_of_day_tells_more_than_a_day_and_a_change_less() -> None:
    found = daylines.best(daylines.dated(["5 May 2020", "6 May 2020, 10:05", "Updated 7 May 2020"], EN))
    assert found is not None
    assert found.found.value == "2020-05-06T10:05"


def test_the_day_of_a_change_is_not_that_of_publication() -> None:
    assert daylines.best(daylines.dated(["Updated 7 May 2020"], EN)) is None


def test_a_line_with_both_days_gives_that_of_publication() -> None:
    line = "Published Wednesday 5 May 2020 at 18:20 - Updated Thursday 6 May 2020 at 07:55"
    found = daylines.best([one for one in daylines.dated([line], EN) if one.alone])
    assert found is not None
    assert (found.found.value, found.label) == ("2020-05-05T18:20", "published")


def test_a_label_before_another_time_is_not_that_of_the_date_ahead_of_it() -> None:
    assert [one.label for one in daylines.dated(["5 May 2020 10:05 Updated 3 hours ago"], EN)] == [None]


@pytest.mark.parametrize(
    "line", ["今天是2020年5月6日", "注册时间：2020-05-06", "报名截止时间：2020-05-06 10:00", "回复于 2020-05-06 10:00"]
)
def test_dates_of_other_things_never_count(line: str) -> None:
    assert daylines.best(daylines.dated([line], ZH)) is None


def test_a_label_may_stand_in_the_line_before() -> None:
    assert [one.label for one in daylines.dated(["发布日期：", "2020年5月6日"], ZH)] == ["published"]
    assert [one.label for one in daylines.dated(["成文日期：", "2020年5月6日"], ZH)] == ["other"]
    assert [one.label for one in daylines.dated(["Mise en ligne", "6 mai 2020"], Reader("fr"))] == ["published"]


def test_short_years_are_read_where_they_surely_are_dates() -> None:
    assert [one.found.value for one in daylines.dated(["发布时间：18-03-08 23:16"], ZH)] == ["2018-03-08T23:16"]
    assert daylines.dated(["Chapter 05.06.21 of the rules on bridges"], Reader("de")) == []


def test_only_a_lone_telling_date_is_taken_from_anywhere() -> None:
    def lone(*lines: str) -> str | None:
        found = daylines.lone(daylines.dated(lines, EN))
        return found.found.day if found else None

    assert lone("Posted: 6 May 2020") == "2020-05-06"
    assert lone("6 May 2020") is None
    assert lone("Posted: 6 May 2020", "Posted: 7 May 2020") is None
    assert lone("6 May 2020 10:00", "6 May 2020 11:00", "6 May 2020 12:00") is None


def test_the_lines_at_the_headline_end_with_the_first_paragraph() -> None:
    lines = [
        Line("Old bridge closed", linked=True),
        Line("Home"),
        Line("Old bridge closed", "h"),
        Line("6 May 2020"),
        Line(PROSE),
        Line("7 May 2020"),
    ]
    assert [line.text for line in daylines.around(lines, "Old bridge closed")] == ["Home", "6 May 2020"]
    assert daylines.around(lines, "Something else altogether") == []


def test_a_standfirst_set_as_a_heading_is_no_paragraph() -> None:
    lines = [Line("Old bridge closed", "h"), Line(PROSE, "h"), Line("6 May 2020"), Line(PROSE)]
    assert [line.text for line in daylines.around(lines, "Old bridge closed")] == [PROSE, "6 May 2020"]


def test_the_page_tells_how_it_writes_numbers() -> None:
    assert daylines.order_of(["5/6/2020", "5/16/2020"], ()) == "mdy"
    assert daylines.order_of(["16/5/2020"], ()) == "dmy"
    assert daylines.order_of(["16/5/2020", "5/16/2020"], ()) is None
    assert daylines.order_of(["5/6/2020"], ("2020-06-05",)) == "dmy"
    assert daylines.order_of(["5/6/2020"], ()) is None


def test_a_date_that_may_be_two_is_known_to_be_one_of_them() -> None:
    assert daylines.readings(["发布日期：7/5/2020"], ZH) == ("2020-05-07", "2020-07-05", "发布日期：7/5/2020")
    assert daylines.readings(["7/5/2020", "8/5/2020"], ZH) is None


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31)), st.sampled_from(MARKS), st.booleans())
def test_no_date_ever_comes_from_a_line_with_a_copyright_mark(day: datetime.date, mark: str, first: bool) -> None:
    line = f"{mark} Published: {day} 10:05" if first else f"Published: {day} 10:05 {mark}"
    assert daylines.dated([line], EN) == []
