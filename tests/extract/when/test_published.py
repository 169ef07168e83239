from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.lines.furniture import Line
from dragoman.extract.when.published import Page, Signs, decide, in_capture, tag
from dragoman.extract.when.stated import Date, Stated
from dragoman.model.article import Published

NONE = Signs(data=Stated(), beside=(), head=(), titled=True, early=(), foot=(), elsewhere=())
ADDRESS = "https://example.org/2020/05/06/bridge"
TITLE = "The old bridge is closed to heavy traffic"
PROSE = "The council closed the old bridge to heavy traffic after engineers had found cracks in it on Monday."


def decided(
    url: str = "https://example.org/bridge",
    text: str = "The bridge was closed on 1 May 2020.",
    page: Page | None = None,
    language: str = "en",
    **signs: Any,
) -> Published:
    fields = {name: signs.get(name, getattr(NONE, name)) for name in Signs.__struct_fields__}
    return decide(Signs(**fields), url, text, language, page or Page())


def lines(*texts: str, linked: bool = False) -> tuple[Line, ...]:
    return tuple(Line(text, linked=linked) for text in texts)


def data(value: str, modified: str | None = None, zone: str | None = None) -> Stated:
    change = Date(modified, "minute" if "T" in modified else "day", "JSON-LD dateModified") if modified else None
    return Stated((Date(value, "minute" if "T" in value else "day", "JSON-LD datePublished", zone),), change)


def beside(value: str, labelled: bool = False) -> tuple[Date, ...]:
    return (Date(value, "minute" if "T" in value else "day", "beside the title", None, labelled),)


def test_the_pages_data_come_first_and_are_made_finer_by_what_it_shows() -> None:
    assert decided(data=data("2020-05-06"), beside=beside("2020-05-06T10:05")).value == "2020-05-06T10:05"
    assert decided(data=data("2020-05-06"), beside=beside("2020-05-09T10:05")).value == "2020-05-06"


def test_of_several_data_the_one_that_the_page_shows_is_believed() -> None:
    two = Stated((*data("2020-05-09").published, *data("2020-05-06").published))
    assert decided(data=two, head=lines("6 May 2020")).value == "2020-05-06"
    assert decided(ADDRESS, data=two).value == "2020-05-06"
    assert decided(data=two).value == "2020-05-09"


def test_a_stamp_of_greenwich_becomes_the_moment_on_the_outlets_clock() -> None:
    found = decided(data=data("2020-05-07T03:00+00:00", zone="Z"), beside=beside("2020-05-06T22:00"))
    assert (found.value, found.zone) == ("2020-05-06T22:00-05:00", "-05:00")
    assert decided(data=data("2020-05-07T03:00+00:00", zone="Z")).zone is None


def test_a_template_that_stamps_the_last_change_as_publication_is_overruled_by_the_page() -> None:
    stamped = data("2020-06-20", modified="2020-06-20")
    assert decided(data=stamped, head=lines("Published: 6 May 2020")).value == "2020-05-06"
    assert decided(data=stamped, head=lines("6 May 2020")).value == "2020-06-20"
    assert decided(ADDRESS, data=stamped, head=lines("6 May 2020")).value == "2020-05-06"


def test_a_text_that_tells_of_days_long_after_its_date_was_not_written_then() -> None:
    kept = data("2011-06-17", modified="2022-02-09T08:16")
    found = decided(data=kept, text="The bridge was closed on 22 June 2021.")
    assert (found.value, found.earliest, found.latest) == (None, "2021-06-22", "2022-02-09")
    assert decided(data=kept, text="The bridge was closed on 1 May 2011.").value == "2011-06-17"


def test_a_page_that_shows_its_change_months_later_as_its_day_is_a_new_text() -> None:
    found = decided(data=data("2020-01-17", modified="2020-10-09"), beside=beside("2020-10-09"))
    assert (found.value, found.modified) == ("2020-10-09", "2020-10-09")
    assert "first by JSON-LD datePublished" in found.evidence
    assert decided(data=data("2020-10-08", modified="2020-10-09"), beside=beside("2020-10-09")).value == "2020-10-08"


def test_nothing_was_published_after_the_fetch() -> None:
    page = Page(fetched="2020-05-06T10:00:00Z")
    assert decided(data=data("2020-05-09"), page=page).value is None
    assert decided(data=data("2020-05-06"), page=page).value == "2020-05-06"


def test_what_the_page_shows_beats_its_address() -> None:
    assert decided(ADDRESS, beside=beside("2020-05-05")).value == "2020-05-05"
    assert decided(ADDRESS, head=lines("5 May 2020, 10:05")).value == "2020-05-05T10:05"


def test_the_address_decides_between_dates_and_serves_as_the_last_resort() -> None:
    found = decided(ADDRESS, head=lines("7 May 2020", "6 May 2020"))
    assert (found.value, found.evidence.startswith("line")) == ("2020-05-06", True)
    assert decided(ADDRESS).evidence.startswith("address")


def test_the_address_or_the_change_gives_the_year_of_a_day_without_one() -> None:
    assert decided(ADDRESS, head=lines("05-06 10:20"), language="zh").value == "2020-05-06T10:20"
    assert decided("https://example.org/2020/05/bridge", head=lines("6 May, 10:20")).value == "2020-05-06T10:20"
    changed = Stated((), Date("2020-05-06T10:20", "minute", "meta dateupdate"))
    assert decided(data=changed, head=lines("发布时间：05-06 10:20"), language="zh").value == "2020-05-06T10:20"
    assert decided(head=lines("6 May, 10:20"), text="").value is None
    assert decided("https://example.org/2020/06/bridge", head=lines("6 May, 10:20")).value is None


@pytest.mark.parametrize(
    "signs",
    [
        {"head": lines("One story (1 May 2020)", "Another (2 May 2020)", "A third (3 May 2020)")},
        {"head": lines("6 May 2020 10:05", linked=True)},
        {"head": lines("6 May 2020"), "titled": False},
        {"head": lines("From 6 May 2020 to 9 May 2020")},
        {"head": lines("Today is 6 May 2020", "Member since 6 May 2020", "3 hours ago", "© 6 May 2020 Example")},
        {"head": lines("3/4/2020")},
        {"elsewhere": ("6 May 2020",)},
        {"early": ("Posted: 4 May 2020 10:05", "Posted: 5 May 2020 10:05", "Posted: 6 May 2020 10:05")},
        {"foot": lines("1 May 2020", "2 May 2020", "3 May 2020")},
        {"early": ("Jane wrote this in the garden of the old house on 6 May 2020",)},
    ],
)
def test_lists_links_and_the_day_of_the_visit_give_an_interval_and_no_date(signs: dict[str, Any]) -> None:
    found = decided(**signs)
    assert (found.value, found.precision) == (None, "unknown")
    assert found.earliest in ("2020-03-04", "2020-05-01")


def test_a_labelled_date_is_found_among_others() -> None:
    assert decided(head=lines("One story (1 May 2020)", "Another (2 May 2020)", "Published: 6 May 2020")).value == "2020-05-06"
    assert decided(head=lines("Published: 6 May 2020"), titled=False).value == "2020-05-06"


def test_the_lines_at_the_headline_date_the_page_wherever_its_text_was_found() -> None:
    page = Page((*lines("Menu"), Line(TITLE, "h"), *lines("发表于2020-05-06 21:30| 1164次阅读", PROSE)), TITLE)
    assert decided(page=page, language="zh").value == "2020-05-06T21:30"


def test_the_foot_dates_a_page_that_says_nothing_above() -> None:
    assert decided(foot=lines("Posted on 6 May 2020")).value == "2020-05-06"
    assert decided(elsewhere=("Posted: 6 May 2020 10:05",)).value == "2020-05-06T10:05"
    assert decided(page=Page(lines("Posted on 6 May 2020", "Member since 1 May 2019"))).value == "2020-05-06"
    assert decided(page=Page(lines("Posted on 6 May 2020", "Posted on 7 May 2020"))).value is None


def test_a_thread_has_the_days_of_its_posts_and_no_date() -> None:
    posts = lines("Posted 4 May 2020 10:05 by A", "Posted 5 May 2020 10:05 by B", "Posted 9 May 2020 10:05 by C")
    found = decided(page=Page(posts), foot=posts[2:], text="")
    assert (found.value, found.earliest, found.latest) == (None, "2020-05-04", "2020-05-09")


def test_a_month_is_a_month() -> None:
    found = decided(head=lines("March 2020"), text="")
    assert (found.value, found.precision, found.earliest, found.latest) == ("2020-03", "month", "2020-03-01", "2020-03-31")
    assert decided(head=lines("March 2020", "April 2020"), text="").value is None


def test_the_change_bounds_a_page_without_date_and_is_kept_beside_one() -> None:
    changed = Stated((), Date("2020-06-01", "day", "JSON-LD dateModified"))
    found = decided(data=changed)
    assert (found.value, found.earliest, found.latest, found.modified) == (None, "2020-05-01", "2020-06-01", "2020-06-01")
    dated = decided(data=data("2020-05-06"), head=lines("Updated: 8 May 2020 10:05"))
    assert (dated.value, dated.modified) == ("2020-05-06", "2020-05-08T10:05")
    assert decided(data=data("2020-05-06", modified="2020-05-01")).modified is None


def test_a_date_in_numbers_that_may_be_two_bounds_the_page() -> None:
    found = decided(head=lines("7/5/2020 9:23 PM"), text="", language="zh")
    assert (found.value, found.earliest, found.latest) == (None, "2020-05-07", "2020-07-05")
    assert decided(head=lines("7/5/2020", "7/16/2020"), text="").value == "2020-07-05"


def test_the_country_of_a_page_is_declared_or_its_domains() -> None:
    assert tag("en", "en-GB", "https://example.com/") == "en-GB"
    assert tag("en", "en", "https://example.co.uk/") == "en-GB"
    assert tag("en", None, "https://example.com.au/") == "en-AU"
    assert tag("en", None, "https://example.com/") == "en"
    assert tag("en", None, "https://[broken/") == "en"


def test_a_capture_is_dated_by_its_lines() -> None:
    assert in_capture(["Example Gazette", "Published: 6 May 2020"], "", "en").value == "2020-05-06"
    assert in_capture(["© 6 May 2020 Example"], "Closed on 1 May 2020.", "en").earliest == "2020-05-01"


LINES = st.lists(
    st.sampled_from(
        [
            "6 May 2020",
            "Published: 5 May 2020",
            "Updated 9 May 2020 10:00",
            "3/4/2020",
            "05-06 10:20",
            "© 2020-01-01",
            "March 2020",
            "3 hours ago",
            "昨天 10:20",
            TITLE,
            PROSE,
        ]
    ),
    max_size=6,
).map(lambda texts: lines(*texts))


@given(LINES, LINES, st.sampled_from((ADDRESS, "https://example.org/2021/", "https://example.org/x")), st.booleans())
def test_whatever_a_page_shows_its_bounds_are_in_order_and_hold_its_date(head: Any, foot: Any, url: str, titled: bool) -> None:
    found = decided(url, head=head, foot=foot, titled=titled, page=Page((*head, *foot), TITLE))
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert found.evidence
    if found.value is not None:
        assert found.earliest is not None
        assert found.earliest <= found.value[:10] or found.precision == "month"
        assert "2020-01-01" not in found.value
