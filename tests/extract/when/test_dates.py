from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.when import calendar, dates

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31))
LANGUAGES = ("en", "ru", "uk", "fr", "de", "es", "it", "pt", "pl", "nl", "tr", "cs", "sv", "fi", "ro", "hu", "el", "hr", "bg", "id")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2020-05-06 00:00:00.0", "zh", "2020-05-06"),
        ("2020年5月6日 10:05", "zh", "2020-05-06T10:05"),
        ("2020-05-06T10:05:00+08:00", "zh", "2020-05-06T10:05+08:00"),
        ("2020-05-06T10:05:00Z", "en", "2020-05-06T10:05+00:00"),
        ("6 мая 2020, 10:05", "ru", "2020-05-06T10:05"),
        ("6 мая 2020 г.", "ru", "2020-05-06"),
        ("6 мая 2020 года в 10:05 мск", "ru", "2020-05-06T10:05+03:00"),
        ("10:05, 06.05.2020", "ru", "2020-05-06T10:05"),
        ("May 6, 2020 at 4:05 p.m.", "en", "2020-05-06T16:05"),
        ("May 6, 2020 4:05 p.m. EDT", "en", "2020-05-06T16:05-04:00"),
        ("6 May 2020", "en", "2020-05-06"),
        ("06-May-2020", "en", "2020-05-06"),
        ("6 de mayo de 2020", "es", "2020-05-06"),
        ("6, Mayo, 2020", "es", "2020-05-06"),
        ("miércoles, 6 de mayo de 202007:59 hs", "es", "2020-05-06T07:59"),
        ("6. Mai 2020", "de", "2020-05-06"),
        ("06.05.2020", "de", "2020-05-06"),
        ("le 6 février 2020 à 10h05", "fr", "2020-02-06T10:05"),
        ("6 janv. 2020", "fr", "2020-01-06"),
        ("06/05/2020", "fr", "2020-05-06"),
        ("Wed, 06 May 2020 10:05:00 GMT", "en", "2020-05-06T10:05+00:00"),
        ("6.5.2020 klo 14.05", "fi", "2020-05-06T14:05"),
        ("2020. május 6. 10:05", "hu", "2020-05-06T10:05"),
        ("6 tháng 5, 2020", "vi", "2020-05-06"),
        ("2020년 5월 6일 오후 3:05", "ko", "2020-05-06T15:05"),
        ("2020-05-06 下午 3:05", "zh", "2020-05-06T15:05"),
        ("2020年5月6日（水）10:05", "ja", "2020-05-06T10:05"),
        ("20200506", "en", "2020-05-06"),
    ],
)
def test_dates_are_read_as_sites_write_them(text: str, language: str, value: str) -> None:
    stamp = dates.read(text, language)
    assert stamp is not None
    assert stamp[0] == value


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("二〇二一年三月五日", "zh", "2021-03-05"),
        ("二零二一年十二月二十三日", "zh", "2021-12-23"),
        ("民國110年3月5日", "zh", "2021-03-05"),
        ("民國一一〇年三月五日", "zh", "2021-03-05"),
        ("令和3年3月5日", "ja", "2021-03-05"),
        ("令和元年5月6日", "ja", "2019-05-06"),
        ("平成31年3月5日", "ja", "2019-03-05"),
        ("5 มีนาคม 2564", "th", "2021-03-05"),
        ("5 มีนาคม พ.ศ. 2564", "th", "2021-03-05"),
        ("5 มีนาคม ค.ศ. 2021", "th", "2021-03-05"),
        ("24 Μαΐου 2021", "el", "2021-05-24"),
        ("٥ مارس ٢٠٢١", "ar", "2021-03-05"),
        ("5 آذار/مارس 2021", "ar", "2021-03-05"),
        ("２０２１年３月５日", "ja", "2021-03-05"),
    ],
)
def test_other_numerals_eras_and_calendars_are_read_where_they_are_named(text: str, language: str, day: str) -> None:
    assert [one.day for one in dates.find(text, language)] == [day]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("03/04/2020", "en"),
        ("03/04/2020", "zh"),
        ("May 2020", "en"),
        ("yesterday", "en"),
        ("3 hours ago", "en"),
        ("昨天 10:20", "zh"),
        ("2020-13-45", "en"),
        ("1.2.3", "en"),
        ("v2020.1", "en"),
        ("5 apples 2020", "en"),
        ("15 رجب 1442", "ar"),
        ("۱۴۰۰/۰۵/۰۶", "fa"),
        ("110年3月5日", "zh"),
        ("二十世纪九十年代", "zh"),
        ("1970-01-01T00:00:00Z", "en"),
        ("0001-01-01", "en"),
        ("12-2020-05-06", "en"),
    ],
)
def test_what_is_no_full_date_or_may_be_two_or_is_of_another_calendar_is_none(text: str, language: str) -> None:
    assert dates.find(text, language) == []


def test_the_page_and_the_country_decide_on_numbers_that_may_be_two_dates() -> None:
    assert [one.day for one in dates.find("03/04/2020", "en-US")] == ["2020-03-04"]
    assert [one.day for one in dates.find("03/04/2020", "en-GB")] == ["2020-04-03"]
    assert [one.day for one in dates.find("03/04/2020", "en-US", "dmy")] == ["2020-04-03"]
    assert [one.day for one in dates.find("13/04/2020 and 04/13/2020", "en")] == ["2020-04-13", "2020-04-13"]


def test_a_clock_keeps_the_zone_that_stands_beside_it_and_gets_none_otherwise() -> None:
    found = dates.find("May 6, 2020 5:06pm PT", "en")[0]
    assert (found.value, found.zone) == ("2020-05-06T17:06", "PT")
    assert dates.find("May 6, 2020 5:06pm", "en")[0].zone is None
    assert dates.offset("GMT+5") == "+05:00"
    assert dates.offset("+99:00") == ""


def test_an_address_may_carry_the_day() -> None:
    assert dates.in_url("https://example.org/2020/05/06/story.html") == ("2020-05-06", "day")
    assert dates.in_url("https://example.org/news/20200506_1.html") == ("2020-05-06", "day")
    assert dates.in_url("https://example.org/2020/story") is None
    assert dates.month_in_url("https://example.org/2020/05/story") == (2020, 5)
    assert dates.month_in_url("https://example.org/2020/story") == (2020, None)


def test_the_day_of_an_archives_capture_is_not_that_of_the_page() -> None:
    assert dates.in_url("https://archive.example/web/20210101/https://example.org/story") is None
    assert dates.in_url("https://archive.example/web/20210101000000/https://example.org/2020/05/06/story") == ("2020-05-06", "day")


@given(DAYS, st.sampled_from(LANGUAGES), st.sampled_from(("long", "medium")))
def test_any_day_that_cldr_writes_in_words_is_read_back(day: datetime.date, language: str, width: str) -> None:
    text = format_date(day, width, locale=language)
    assert [one.day for one in dates.find(text, language)] == [day.isoformat()], text


@given(
    DAYS,
    st.times(),
    st.sampled_from(("{:%Y-%m-%d}T{:%H:%M:%S}", "{:%Y-%m-%d} {:%H:%M}", "{:%Y/%m/%d} {:%H:%M:%S}", "{:%d.%m.%Y}, {:%H:%M}")),
)
def test_any_moment_in_numbers_is_read_back_and_midnight_is_a_day(day: datetime.date, time: datetime.time, form: str) -> None:
    found = dates.find(form.format(day, time), "de")
    clock = "" if (time.hour, time.minute) == (0, 0) else f"T{time:%H:%M}"
    assert [one.value for one in found] == [f"{day.isoformat()}{clock}"]


@given(DAYS)
def test_any_day_in_chinese_numerals_and_eras_is_read_back(day: datetime.date) -> None:
    numerals = "〇一二三四五六七八九"

    def small(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else numerals[tens]) + ("十" if tens else "") + (numerals[ones] if ones else "")

    year = "".join(numerals[int(digit)] for digit in str(day.year))
    assert [one.day for one in dates.find(f"{year}年{small(day.month)}月{small(day.day)}日", "zh")] == [day.isoformat()]
    assert [one.day for one in dates.find(f"民國{day.year - 1911}年{day.month}月{day.day}日", "zh")] == [day.isoformat()]
    wide = f"{day:%Y-%m-%d}".translate({ord(digit): chr(0x0660 + int(digit)) for digit in "0123456789"})
    assert [one.day for one in dates.find(wide, "ar")] == [day.isoformat()]


@given(st.text(alphabet="0123456789-/.年月日: TZ+May,二十〇１２٣٤民國", max_size=60), st.sampled_from(("en", "zh", "ar")))
def test_any_text_is_searched_without_failing(text: str, language: str) -> None:
    reached = 0
    for found in dates.find(text, language):
        assert reached <= found.start < found.end <= len(text)
        assert dates.EARLIEST_YEAR <= int(found.value[:4]) <= dates.LATEST_YEAR
        datetime.date.fromisoformat(found.day)
        reached = found.end


def test_digits_of_every_script_keep_their_places() -> None:
    text = "٢٠٢١ ２０２１ ໒"
    assert calendar.plain(text) == "2021 2021 2"
