from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.facts.titles import Title, of_page, of_tree, shown, split
from dragoman.extract.lines.dom import tree_of


@pytest.mark.parametrize(
    ("raw", "sites", "text", "column"),
    [
        ("桥梁观察|新大桥今天通车,市民出行方便了", (), "新大桥今天通车,市民出行方便了", "桥梁观察"),
        ("Analysis | Who pays for the second bridge over the river", (), "Who pays for the second bridge over the river", "Analysis"),
        ("A bridge opens - The Example Times", ("The Example Times",), "A bridge opens", None),
        ("A bridge - a long one - opens", ("The Example Times",), "A bridge - a long one - opens", None),
        ("新大桥今天通车_示例网", ("示例网",), "新大桥今天通车", None),
    ],
)
def test_column_and_site_are_split_off(raw: str, sites: tuple[str, ...], text: str, column: str | None) -> None:
    found = split(raw, sites)
    assert (found.text, found.column) == (text, column)


def test_a_page_title_gives_the_heading_where_it_holds_it() -> None:
    assert of_page("A bridge opens at last | News | Example", "A bridge opens at last").text == "A bridge opens at last"
    assert of_page("新大桥今天正式通车_新闻频道_示例网", None).text == "新大桥今天正式通车"
    assert of_page("Only words", None).text == "Only words"


def tree(body: str, head: str = "") -> lxml.html.HtmlElement:
    return tree_of(f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("heads", "stated", "page_title", "text", "column"),
    [
        (
            "<h1>Council closes old bridge</h1>",
            ["Bridge to close"],
            "Council closes old bridge - Gazette",
            "Council closes old bridge",
            None,
        ),
        ("<h1>Old bridge closes for good</h1>", ["Why the old bridge closes"], None, "Old bridge closes for good", None),
        (
            "<h1>The Gazette</h1><h2>Council closes old bridge</h2>",
            [],
            "Council closes old bridge | The Gazette",
            "Council closes old bridge",
            None,
        ),
        ("<h1>City council today</h1>", ["Old bridge closes for good"], None, "Old bridge closes for good", None),
        ("<h1>6 May 2020 Council closes old bridge</h1>", ["Council closes old bridge - Gazette"], None, "Council closes old bridge", None),
        ("<h1>Opinion Close the old bridge</h1>", ["Opinion | Close the old bridge"], None, "Close the old bridge", "Opinion"),
        ("<h1>Bridges: a history of the river</h1>", ["Bridges: a history of the river"], None, "Bridges: a history of the river", None),
        ("<h1>子<rt>こ</rt>どもの橋<rt>はし</rt>が通る</h1>", ["子どもの橋が通る"], None, "子どもの橋が通る", None),
        ("", ["Mayor calls bridge "], 'Mayor calls bridge "unsafe"', 'Mayor calls bridge "unsafe"', None),
        ("", [], "大桥今天正式通车--示例新闻", "大桥今天正式通车", None),
        ("", [], None, "", None),
    ],
)
def test_the_headline_is_what_headings_data_and_page_title_agree_on(
    heads: str, stated: list[str], page_title: str | None, text: str, column: str | None
) -> None:
    found = of_tree(tree(heads), stated, page_title, ["The Gazette", "Gazette"])
    assert (found.text, found.column) == (text, column)


def test_a_page_title_that_nobody_sees_gives_way_to_the_line_before_the_text() -> None:
    lines = ["Home", "Council closes old bridge to traffic", "6 May 2020", "The council met on Tuesday evening and agreed."]
    assert shown(Title("Welcome to our site"), [], lines, 3).text == "Council closes old bridge to traffic"
    assert shown(Title("Council closes old bridge"), [], lines, 3).text == "Council closes old bridge"
    assert shown(Title("Welcome to our site"), ["Welcome to our site"], lines, 3).text == "Welcome to our site"
    assert shown(Title(""), [], [], 0).text == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_title_breaks_the_reader(stated: str, page_title: str) -> None:
    assert of_tree(tree("<h1>A heading of the page</h1>"), [stated], page_title, [stated]) == of_tree(
        tree("<h1>A heading of the page</h1>"), [stated], page_title, [stated]
    )


def test_a_heading_encoded_twice_is_read() -> None:
    tree = tree_of("<html><head><title>x</title></head><body><h1>Els &amp;ocirc;nibus el&amp;eacute;tricos chegam</h1></body></html>")
    assert of_tree(tree, (), "Els ônibus elétricos chegam - Jornal", ()).text == "Els ônibus elétricos chegam"


def test_a_page_title_that_is_the_sites_name_leaves_the_only_heading() -> None:
    tree = tree_of("<html><body><h2>Orchards are protected by law</h2></body></html>")
    assert of_tree(tree, (), "Gazette - Print", ("Gazette",)).text == "Orchards are protected by law"
