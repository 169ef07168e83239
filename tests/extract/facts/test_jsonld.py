from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.facts.jsonld import articles, crumbs, mend, parse, resolved, things
from dragoman.extract.lines.dom import tree_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('/*<![CDATA[*/{"a": 1}/*]]>*/', {"a": 1}),
        ('{"a": 1};', {"a": 1}),
        ('{"a": "one\ntwo"}', {"a": "one two"}),
        ('{"a": [1, 2,], }', [{"a": [1, 2]}]),
        ('{"a": "the "old" bridge", "b": 2}', [{"a": 'the "old" bridge', "b": 2}]),
        ('{"a": "ends with "quotes""}', [{"a": 'ends with "quotes"'}]),
        (r'{"a": "c:\path"}', [{"a": r"c:\path"}]),
        ('{"a": 1, // remark\n "b": 2 /* more */}', [{"a": 1, "b": 2}]),
        ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}]),
        ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}]),
        ("no json", None),
    ],
)
def test_the_mistakes_of_templates_are_mended(text: str, value: object) -> None:
    assert parse(text) == value


def test_whole_json_is_left_as_it_is() -> None:
    text = '{"a": "x, \\"y\\": z", "b": ["\\u00e9", 1.5, null]}'
    assert mend(text) == text


@given(st.text(alphabet='{}[]",:\\/*ab1 \n', max_size=120))
def test_no_script_breaks_the_reader(text: str) -> None:
    assert parse(text) == parse(text)


def test_a_long_broken_script_takes_little_time() -> None:
    began = time.process_time()
    assert parse('{"a": "' + 'x "y" ' * 25_000) is None
    assert time.process_time() - began < 2


def found(*scripts: str) -> list[dict[str, object]]:
    return things(
        tree_of(
            "<html><head>"
            + "".join(f'<script type="application/ld+json">{one}</script>' for one in scripts)
            + "</head><body>x</body></html>"
        )
    )


def test_the_articles_own_object_is_told_from_teasers_by_address_and_headline() -> None:
    listed = found(
        '[{"@type": "NewsArticle", "headline": "Other story", "url": "https://example.org/other"},'
        '{"@type": "NewsArticle", "headline": "Bridge closes", "mainEntityOfPage": {"@id": "https://example.org/bridge/"}}]'
    )
    assert [one["headline"] for one in articles(listed, "https://example.org/bridge", [])] == ["Bridge closes"]
    assert [one["headline"] for one in articles(listed, None, ["Bridge closes - Gazette"])] == ["Bridge closes"]
    assert articles(listed, None, ["Something else"]) == []


def test_references_are_followed() -> None:
    listed = found(
        '{"@graph": [{"@type": "Article", "author": {"@id": "#jane"}}, {"@type": "WebPage"}, {"@type": "Person", "@id": "#jane", "name": "Jane Example"}]}'
    )
    assert resolved(listed, listed[1]["author"])["name"] == "Jane Example"
    assert [one["@type"] for one in articles(listed, None, [])] == ["Article", "WebPage"]


def test_a_breadcrumb_list_gives_the_way_to_the_page() -> None:
    listed = found(
        '{"@type": "BreadcrumbList", "itemListElement": [{"position": 2, "item": {"name": "City"}}, {"position": 1, "name": "Home"}, 3]}'
    )
    assert crumbs(listed) == ["Home", "City"]
