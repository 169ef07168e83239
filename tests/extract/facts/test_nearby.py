from __future__ import annotations

import time

import pytest

from dragoman.extract.facts.nearby import Nearby, read
from dragoman.extract.lines.dom import tree_of

PROSE = "The council of Springfield met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic."
TITLE = "Council closes old bridge"


def beside(marks: str, before: str = "", after: str = "") -> Nearby:
    return read(tree_of(f"<html><body>{before}<article><h1>{TITLE}</h1>{marks}<p>{PROSE}</p>{after}</article></body></html>"), TITLE, "en")


@pytest.mark.parametrize(
    ("marks", "value", "precision"),
    [
        ('<time datetime="2020-05-06T10:05:00+02:00">6 May</time>', "2020-05-06T10:05+02:00", "minute"),
        ('<time datetime="2020-05-06">6 May 2020, 10:05</time>', "2020-05-06T10:05", "minute"),
        ('<time datetime="2020-05-06T00:00:00Z">6 May 2020</time>', "2020-05-06", "day"),
        ('<span itemprop="datePublished" content="2020-05-06T10:05">today</span>', "2020-05-06T10:05", "minute"),
        ('<div class="article-info">Springfield, 6 May 2020</div>', "2020-05-06", "day"),
        ('<span class="pubDate">2020-05-06 10:05</span>', "2020-05-06T10:05", "minute"),
    ],
)
def test_marked_dates_beside_the_title_are_read_as_finely_as_they_are_given(marks: str, value: str, precision: str) -> None:
    found = beside(marks).published
    assert [(date.value, date.precision) for date in found] == [(value, precision)]
    assert found[0].where.startswith("beside the title")


@pytest.mark.parametrize(
    "marks",
    [
        '<span class="updated-time">2020-05-06 10:05</span>',
        '<span class="time">Updated: 6 May 2020</span>',
        '<div class="related-list"><time datetime="2020-05-06">x</time></div>',
        '<aside><time datetime="2020-05-06">x</time></aside>',
        '<div class="meta">from 6 May 2020 to 9 May 2020</div>',
    ],
)
def test_changes_and_dates_of_other_things_are_no_publication(marks: str) -> None:
    assert beside(marks).published == ()


def test_dates_behind_the_text_do_not_count() -> None:
    assert beside("", after='<time datetime="2020-05-06">a comment</time>').published == ()


def test_marked_authors_outlet_and_section_are_read() -> None:
    found = beside(
        '<div class="meta"><span class="source">Example Gazette</span> <span class="author">Jane Example</span> <span class="section">City</span></div>'
    )
    assert (found.authors, found.outlet, found.section) == (("Jane Example",), "Example Gazette", "City")


def test_a_text_about_the_author_is_no_name() -> None:
    assert beside('<div class="author-box">Jane Example has written about bridges for the Gazette since 1999.</div>').authors == ()


@pytest.mark.parametrize(
    "marks",
    [
        '<a class="kicker" href="/city">City</a>',
        '<span class="section">City</span>',
        '<div class="channel-path">Example Gazette &gt; City</div>',
        '<div class="article-category">/ City</div>',
    ],
)
def test_a_marked_section_is_read_without_the_marks_around_it(marks: str) -> None:
    assert beside(marks).section == "City"


@pytest.mark.parametrize(
    "marks",
    [
        '<section class="section">Advertisement</section>',
        '<div class="section user_menu">Log in</div>',
        '<div class="cookie"><a class="category">Reject</a></div>',
        '<li class="menu-item menu-item-object-category">English</li>',
    ],
)
def test_boxes_and_menus_name_no_section(marks: str) -> None:
    assert beside(marks).section is None


def test_authors_marked_far_from_the_title_serve_where_none_stands_beside_it() -> None:
    assert beside("", after='<p class="author-name">Jane Example</p>').authors == ("Jane Example",)


def test_a_page_without_heading_gives_nothing() -> None:
    assert read(tree_of(f'<html><body><time datetime="2020-05-06">x</time><p>{PROSE}</p></body></html>'), TITLE, "en") == Nearby()


def test_many_elements_take_little_time() -> None:
    tree = tree_of(
        f"<html><body>{'<div class=path>' * 300}{'<b></b>' * 10_000}<h1>{TITLE}</h1>{'<i class=date>x</i>' * 3_000}</body></html>"
    )
    began = time.process_time()
    assert read(tree, TITLE, "en").published == ()
    assert time.process_time() - began < 2
