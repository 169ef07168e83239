from __future__ import annotations

from dragoman.extract.lines import blocks
from dragoman.extract.lines.dom import lines, tree_of
from dragoman.extract.lines.furniture import Line

PROSE = "The council met on Tuesday evening and agreed that the old bridge over the river would be closed to heavy traffic for good."
PAGE = f"""<html><body><div id="top"><p>Springfield news</p></div><div class="story"><p>{PROSE}</p><div class="inner"><p>{PROSE} Again.</p></div>
<aside class="x"><p>More of this</p></aside><div class="author-bio"><p>Jane writes about rivers.</p></div></div></body></html>"""


def of(html: str) -> list[Line]:
    return lines(tree_of(html))


def test_the_innermost_block_that_holds_nearly_all_words_is_the_article() -> None:
    found = of(PAGE)
    block = blocks.container([line for line in found if line.text.startswith("The council")])
    assert block.get("class") == "story"
    assert [line.text[:4] for line in found if blocks.within(line, block)] == ["The ", "The ", "More", "Jane"]


def test_a_page_without_blocks_has_no_container() -> None:
    assert blocks.container(of(f"<html><body>{PROSE}<br>{PROSE}</body></html>")) is None
    assert blocks.container([Line(PROSE)]) is None


def test_blocks_marked_as_something_else_are_foreign_up_to_the_container() -> None:
    found = of(PAGE)
    block = blocks.container([line for line in found if line.text.startswith("The council")])
    assert [line.text for line in found if blocks.foreign(line, block)] == ["More of this", "Jane writes about rivers."]


def test_marks_are_words_of_class_and_id() -> None:
    element = tree_of('<html><body><div class="article-Body shareBar" id="x_promo"></div></body></html>').find(".//div")
    assert {"article", "body", "share", "bar", "promo"} <= blocks.marks(element)


def test_the_densest_block_leaves_out_links_and_what_is_marked_as_something_else() -> None:
    found = blocks.densest(of(f"<html><body><ul><li><a href='/x'>{PROSE}</a></li></ul>{PAGE[12:]}"))
    assert [line.text for line in found] == [PROSE, f"{PROSE} Again."]
    assert blocks.densest(of("<html><body><p>Loading</p></body></html>")) == []


def test_the_block_that_the_page_marks_is_found_where_there_is_but_one() -> None:
    tree = tree_of("<body><main><p>Before it.</p><article><p>The text.</p><p class='comments'>A comment.</p></article></main></body>")
    assert [line.text for line in blocks.marked(tree, lines(tree))] == ["The text."]
    tree = tree_of("<body><article><p>One.</p></article><article><p>Two.</p></article></body>")
    assert blocks.marked(tree, lines(tree)) == []
