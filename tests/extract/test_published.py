from __future__ import annotations

from typing import Any

import pytest

from dragoman.extract.furniture import Line
from dragoman.extract.metadata import Date
from dragoman.extract.published import Signs, decide
from dragoman.model.article import Published

NONE = Signs(data=None, beside=(), head=(), titled=True, early=(), foot=(), elsewhere=())
ADDRESS = "https://example.org/2020/05/06/bridge"


def decided(url: str = "https://example.org/bridge", **signs: Any) -> Published:
    fields = {name: signs.get(name, getattr(NONE, name)) for name in Signs.__struct_fields__}
    return decide(Signs(**fields), url, "The bridge was closed on 1 May 2020.", "en")


def lines(*texts: str, linked: bool = False) -> tuple[Line, ...]:
    return tuple(Line(text, linked=linked) for text in texts)


def test_the_pages_data_come_first_and_are_made_finer_by_what_it_shows() -> None:
    data, shown = Date("2020-05-06", "day", "meta"), Date("2020-05-06T10:05", "minute", "beside")
    assert decided(data=data, beside=(shown,)).value == "2020-05-06T10:05"
    assert decided(data=data, beside=(Date("2020-05-07T10:05", "minute", "beside"),)).value == "2020-05-06"


def test_what_the_page_shows_beats_its_address() -> None:
    assert decided(ADDRESS, beside=(Date("2020-05-05", "day", "beside"),)).value == "2020-05-05"
    assert decided(ADDRESS, head=lines("5 May 2020, 10:05")).value == "2020-05-05T10:05"


def test_the_address_decides_between_dates_and_serves_as_the_last_resort() -> None:
    found = decided(ADDRESS, head=lines("7 May 2020", "6 May 2020"))
    assert (found.value, found.evidence.startswith("line")) == ("2020-05-06", True)
    assert decided(ADDRESS).evidence.startswith("address")


@pytest.mark.parametrize(
    "signs",
    [
        {"head": lines("One story (1 May 2020)", "Another (2 May 2020)", "A third (3 May 2020)")},
        {"head": lines("6 May 2020 10:05", linked=True)},
        {"head": lines("6 May 2020"), "titled": False},
        {"head": lines("From 6 May 2020 to 9 May 2020")},
        {"elsewhere": ("6 May 2020",)},
        {"foot": lines("1 May 2020", "2 May 2020", "3 May 2020")},
        {"early": ("Jane wrote this in the garden of the old house on 6 May 2020",)},
    ],
)
def test_lists_links_and_the_day_of_the_visit_give_an_interval_and_no_date(signs: dict[str, Any]) -> None:
    found = decided(**signs)
    assert (found.value, found.precision, found.earliest) == (None, "unknown", "2020-05-01")


def test_a_labelled_date_is_found_among_others() -> None:
    assert decided(head=lines("One story (1 May 2020)", "Another (2 May 2020)", "Published: 6 May 2020")).value == "2020-05-06"
    assert decided(head=lines("Published: 6 May 2020"), titled=False).value == "2020-05-06"


def test_the_foot_dates_a_page_that_says_nothing_above() -> None:
    assert decided(foot=lines("Posted on 6 May 2020")).value == "2020-05-06"
    assert decided(elsewhere=("Posted: 6 May 2020 10:05",)).value == "2020-05-06T10:05"
