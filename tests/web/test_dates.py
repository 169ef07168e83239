from __future__ import annotations

from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.annotations import Event
from dragoman.model.article import Published
from dragoman.web import dates, zones

EN, ZH = Locale("en"), Locale("zh")


def say(message: str) -> str:
    return message


def event(start, end, precision, **more) -> Event:
    return Event("e", "meet", "x", start, end, precision, "held", None, (), (), None, (), **more)


def test_a_day_never_shows_a_clock():
    for value in ("2031-03-10", "2031-03-10T00:00:00"):
        shown = dates.published(Published(value, "day", "meta"), EN, say)
        assert shown.text == "Mar 10, 2031"
        assert shown.machine == "2031-03-10"
        assert not shown.inferred


def test_a_minute_keeps_the_offset_that_the_page_gave():
    shown = dates.published(Published("2031-03-10T09:30+01:00", "minute"), EN, say)
    assert shown.text == "Mar 10, 2031 09:30 +01:00"
    assert shown.machine == "2031-03-10T09:30+01:00"
    assert dates.published(Published("2031-03-10T09:30", "minute"), ZH, say).text == "2031年3月10日 09:30"


def test_a_clock_is_shown_in_the_readers_zone_named_with_the_given_time_beside():
    moscow = zones.find("Europe/Moscow")
    shown = dates.published(Published("2031-03-10T23:30+01:00", "minute", "meta"), Locale("ru"), say, moscow)
    assert " ".join(shown.text.split()) == "11 мар. 2031 г. 01:30 (Москва)"
    assert (shown.machine, shown.evidence) == ("2031-03-10T23:30+01:00", "meta")
    assert " ".join(shown.given.split()) == "10 мар. 2031 г. 23:30 +01:00"
    assert dates.iso("2031-03-10T09:30", EN, moscow) == dates.When("Mar 10, 2031 09:30", "2031-03-10T09:30")
    assert dates.iso("2031-03-10", EN, moscow) == dates.When("Mar 10, 2031", "2031-03-10")
    assert dates.iso("0001-01-01T00:00+14:00", EN, zones.find("Pacific/Pago_Pago")).text == "0001-01-01T00:00+14:00"


def test_an_offset_keeps_its_sign_in_front_among_text_from_right_to_left():
    assert dates.iso("2031-03-10T09:30-05:00", Locale("ar")).text == "10 مارس 2031 \u206609:30 -05:00\u2069"


def test_months_and_years_stay_months_and_years():
    assert dates.published(Published("2031-03", "month"), ZH, say).text == "2031年3月"
    assert dates.published(Published("2031", "year"), ZH, say).text == "2031年"
    assert dates.published(Published("2031", "year"), EN, say).text == "2031"


def test_an_unknown_date_is_an_inferred_interval_with_its_reason():
    shown = dates.published(Published(None, "unknown", "latest past date", "2031-03-09", "2031-03-14"), ZH, say)
    assert shown == dates.When("2031年3月9日至14日", None, True, "latest past date")
    assert dates.published(Published(None, "unknown", "", "2031-03-09"), EN, say).text == "not before Mar 9, 2031"
    assert dates.published(Published(None, "unknown", "", None, "2031-03-09"), EN, say).text == "not after Mar 9, 2031"
    assert dates.published(Published(), EN, say) == dates.When("no date")


def test_events_show_days_ranges_and_parts_of_periods():
    assert dates.event(event("2031-03-14", "2031-03-14", "day"), EN, say).text == "Mar 14, 2031"
    assert dates.event(event("2031-03-14", "2031-03-15", "day"), ZH, say).text == "2031年3月14日至15日"
    part = event("2031-01", None, "part of month", earliest="2031-01-21", latest="2031-01-31")
    assert dates.event(part, ZH, say).text == "2031年1月21日至31日"
    assert dates.event(event(None, None, "unknown"), EN, say).text == "no date"
    assert dates.event(event("2031-01", "2031-03", "month"), EN, say).text == "January 2031 – March 2031"


def test_what_is_no_date_is_shown_as_it_stands():
    assert dates.iso("2031-W10", EN) == dates.When("2031-W10")
    assert dates.between("soon", "later", EN, say) == "soon – later"


@given(st.text(max_size=30))
def test_no_value_breaks_a_page(value):
    assert isinstance(dates.iso(value, ZH).text, str)


def test_what_lasts_is_one_range():
    assert dates.lasting("2031-03-10", "2031-03-14", ZH, say).text == "2031年3月10日至14日"
    assert dates.lasting("2031-03-10", "2031-03-10", EN, say).text == "Mar 10, 2031"
    assert dates.lasting(None, None, EN, say).text == "no date"
