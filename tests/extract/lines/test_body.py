from __future__ import annotations

import json

import lxml.html

from dragoman.extract.lines.body import chosen, lines_of_body
from dragoman.extract.lines.dom import lines, tree_of

PROSE = "The council met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic for good."


def test_a_body_in_the_publishers_own_data_stands_in_for_an_empty_page() -> None:
    tree = tree_of("<html><body><p>Loading</p></body></html>")
    own = "\n\n".join([PROSE] * 3)
    assert [line.text for line in lines_of_body(tree, lines(tree), None, own)] == [PROSE] * 3


def test_lines_of_the_body_know_that_they_are_links() -> None:
    html = f"<html><body><article><p>{PROSE}</p><p><a href='/x'>Another story about the bridge that was told elsewhere</a></p><p>{PROSE} Again.</p></article></body></html>"
    tree = tree_of(html)
    found = {line.text: line.linked for line in lines_of_body(tree, lines(tree), None, None)}
    assert found[PROSE] is False
    assert found.get("Another story about the bridge that was told elsewhere", True) is True


def test_the_tree_of_the_page_stays_as_it_was() -> None:
    tree = tree_of(
        f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Title</h1><p>{PROSE} {PROSE}</p><p>{PROSE}</p></article></body></html>"
    )
    before = lxml.html.tostring(tree)
    lines_of_body(tree, lines(tree), None, None)
    assert lxml.html.tostring(tree) == before


def test_reading_a_body_leaves_the_tree_as_it_was() -> None:
    tree = tree_of(f"<html><body><nav><a href='/'>Home</a></nav><article><p>{PROSE}</p><p>{PROSE} Again.</p></article></body></html>")
    before = [(line.text, line.tag) for line in lines(tree)]
    first = lines_of_body(tree, lines(tree), None, None)
    assert [(line.text, line.tag) for line in lines(tree)] == before
    assert [line.text for line in lines_of_body(tree, lines(tree), None, None)] == [line.text for line in first]


def test_the_choice_says_which_way_was_taken_and_why() -> None:
    tree = tree_of(f"<html><body><article><p>{PROSE} {PROSE}</p><p>{PROSE}</p></article></body></html>")
    choice = chosen(tree, lines(tree), None, None)
    assert (choice.by, choice.why) == ("precise", "the densest block and the marked one hold no more")
    empty = tree_of("<html><body><p>Loading</p></body></html>")
    assert chosen(empty, lines(empty), None, "\n\n".join([PROSE] * 3)).by == "data"


def test_paragraphs_of_the_publishers_data_that_were_run_together_come_apart() -> None:
    own = [f"{PROSE} {number}." for number in range(4)]
    data = json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(own)})
    tree = tree_of(f"<html><head><script type='application/ld+json'>{data}</script></head><body><div id='app'></div></body></html>")
    assert [line.text for line in lines_of_body(tree, lines(tree), None, "\n\n".join(own))] == own


def test_a_hidden_teaser_is_none_of_the_body_and_a_hidden_article_stays() -> None:
    shown = "".join(f"<p>{PROSE} This is number {number}.</p>" for number in range(3))
    tree = tree_of(f"<html><body><article>{shown}<p hidden>Subscribe for the rest of the series by our staff.</p></article></body></html>")
    assert [line.text[-9:] for line in lines_of_body(tree, lines(tree), None, None)] == ["number 0.", "number 1.", "number 2."]
    tree = tree_of(f"<html><body><article style='display:none'>{shown}</article></body></html>")
    assert len(lines_of_body(tree, lines(tree), None, None)) == 3
