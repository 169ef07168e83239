from __future__ import annotations

import lxml.html

from dragoman.extract.body import lines_of_body
from dragoman.extract.dom import lines, tree_of

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
