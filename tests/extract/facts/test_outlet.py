from __future__ import annotations

import lxml.html
import pytest

from dragoman.extract.facts.metadata import Metadata
from dragoman.extract.facts.nearby import Nearby
from dragoman.extract.facts.outlet import at_home, behind, country, is_outlet, source, stated
from dragoman.extract.facts.portal import Portal
from dragoman.extract.facts.titles import Title
from dragoman.model.article import SourceRef

NO_TREE = lxml.html.fromstring("<html><body></body></html>")


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("news.example.co.uk", "GB"),
        ("example.de", "DE"),
        ("example.com", None),
        ("example.tv", None),
        ("example.eu", None),
        ("localhost", None),
    ],
)
def test_a_country_domain_tells_the_country_and_no_other_does(host: str, code: str | None) -> None:
    assert country(host) == code


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("The Gazette", "The Gazette"),
        ("www.gazette.example/", "gazette.example"),
        ("https://www.gazette.example/", "gazette.example"),
        ("Gazette Media GmbH", "Gazette Media"),
        ("News of the valley - The Gazette | Read what matters", "The Gazette"),
        ("学术期刊,示例出版社,Gazette Publishers", "Gazette Publishers"),
        ("Bridge closes", None),
        ("The whole valley reads what we have to say every single day", None),
        (None, None),
    ],
)
def test_a_stated_name_is_cut_to_the_name(site: str | None, name: str | None) -> None:
    assert stated(site, "gazette.example", ["Bridge closes"]) == name


def test_the_outlet_behind_a_headline_is_told_by_its_host_or_its_ending() -> None:
    assert behind("Bridge closes - City - The Gazette", "Bridge closes", "gazette.example") == "The Gazette"
    assert behind("大桥关闭_国内新闻_示例网", "大桥关闭", "") == "示例网"
    assert behind("Bridge closes - City council", "Bridge closes", "other.example") is None
    assert not is_outlet("news")


def test_the_portals_outlet_stands_before_the_host_and_the_host_before_a_name() -> None:
    facts, near, title = Metadata(page_title="Bridge closes - The Gazette"), Nearby(), Title("Bridge closes")
    assert source(NO_TREE, "https://www.gazette.example/a", facts, near, None, title) == SourceRef("gazette.example", "The Gazette")
    portal = Portal("", "2020-05-06", "day", "Example Post", "World", True)
    assert source(NO_TREE, "https://www.gazette.example/a", facts, near, portal, title) == SourceRef("example-post", "Example Post")
    guess = Portal("", "2020-05-06", "day", "Example Post", "World")
    assert source(NO_TREE, "https://www.gazette.example/a", facts, near, guess, title) == SourceRef("gazette.example", "The Gazette")
    assert source(NO_TREE, "capture:1", facts, near, guess, title) == SourceRef("example-post", "Example Post")
    assert source(NO_TREE, "capture:1", facts, near, None, title) == SourceRef("the-gazette", "The Gazette")
    assert source(NO_TREE, "capture:1", Metadata(), near, None, title) == SourceRef("unknown", "")


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ('<a href="/">Морской край</a>', "Морской край"),
        ("<p>Морской край © 2020</p>", "Морской край"),
        ('<a href="/rubric">Морской край</a><p>Морской край</p>', None),
    ],
)
def test_the_page_title_ends_in_the_name_that_the_page_calls_its_own(shown: str, name: str | None) -> None:
    tree = lxml.html.fromstring(f"<html><body>{shown}</body></html>")
    assert at_home(tree, "Мост закрыт - Новости - Морской край", "Мост закрыт") == name
