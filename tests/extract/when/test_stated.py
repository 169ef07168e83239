from __future__ import annotations

import json
from typing import Any

import lxml.html
import pytest

from dragoman.extract.facts import jsonld, metas
from dragoman.extract.when import stated
from dragoman.extract.when.stated import Stated


def read(head: str = "", things: list[dict[str, Any]] | None = None, body: str = "<p>Text</p>") -> Stated:
    script = f'<script type="application/ld+json">{json.dumps(things)}</script>' if things else ""
    tree = lxml.html.document_fromstring(f"<html><head>{head}{script}</head><body>{body}</body></html>")
    objects = jsonld.things(tree)
    return stated.read(tree, metas.read(tree), jsonld.articles(objects, "https://example.org/bridge", ["Old bridge closed"]), objects)


def days(found: Stated) -> list[str]:
    return [date.day for date in found.published]


def test_data_are_listed_in_the_order_in_which_they_are_believed() -> None:
    found = read(
        '<meta name="date" content="2020-05-01"><meta property="article:published_time" content="2020-05-02">',
        [{"@type": "NewsArticle", "headline": "Old bridge closed", "datePublished": "2020-05-03T10:05:00+02:00"}],
        '<span itemprop="datePublished" content="2020-05-04">x</span>',
    )
    assert days(found) == ["2020-05-03", "2020-05-02", "2020-05-04", "2020-05-01"]
    assert (found.published[0].value, found.published[0].zone) == ("2020-05-03T10:05+02:00", "+02:00")
    assert found.published[0].where == "JSON-LD datePublished: 2020-05-03T10:05:00+02:00"


def test_of_several_articles_in_the_data_the_pages_own_is_told_by_headline_or_address() -> None:
    others = [{"@type": "NewsArticle", "headline": f"Story {number}", "datePublished": f"2020-01-0{number}"} for number in (1, 2)]
    own = {"@type": "NewsArticle", "headline": "x", "mainEntityOfPage": "https://example.org/bridge", "datePublished": "2020-05-06"}
    assert days(read(things=[*others, own])) == ["2020-05-06"]
    assert days(read(things=others)) == []


@pytest.mark.parametrize(
    "value", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "0000-00-00", "2020-13-45", "", "yesterday", "{{ date }}", "9999-12-31"]
)
def test_a_templates_zero_and_what_is_no_date_are_refused(value: str) -> None:
    assert read(things=[{"@type": "NewsArticle", "headline": "Old bridge closed", "datePublished": value}]) == Stated()


def test_the_last_change_is_kept_apart() -> None:
    found = read(
        '<meta property="article:modified_time" content="2020-05-07T10:05:00Z">',
        body='<time itemprop="dateModified" datetime="2020-05-08">x</time>',
    )
    assert days(found) == []
    assert found.modified is not None
    assert found.modified.day == "2020-05-08"


def test_marks_of_many_stories_date_none_of_them() -> None:
    marks = "".join(f'<span itemprop="datePublished" content="2020-05-0{day}">x</span>' for day in (1, 2, 3))
    assert days(read(body=marks)) == []


def test_the_only_work_of_a_page_and_broken_data_date_it_too() -> None:
    assert days(read(things=[{"@type": "Recipe", "name": "Soup", "datePublished": "2020-05-06"}])) == ["2020-05-06"]
    assert days(read(things=[{"@type": "ImageObject", "datePublished": "2020-05-06"}])) == []
    broken = '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": \'2020-05-06\',</script>'
    assert days(read(broken)) == ["2020-05-06"]


def test_telling_names_of_other_tags_and_coarse_dates_are_read() -> None:
    assert days(read('<meta name="apub:time" content="2020-5-6 21:30:50">')) == ["2020-05-06"]
    assert days(read('<meta name="generation-time" content="2020-05-06">')) == []
    assert [(date.value, date.precision) for date in read('<meta name="dc.date" content="2020-05">').published] == [("2020-05", "month")]
