"""Pages of one layout share a template; what changes from page to page does not tell."""

from __future__ import annotations

import lxml.html

from dragoman.extract.lines import template

WORDS = ["The ferry stopped running in the night.", "Nobody was hurt, the harbour office said.", "It will run again on Monday."]


def page(body: str, shell: str = "main-column", words: list[str] = WORDS) -> lxml.html.HtmlElement:
    paragraphs = "".join(f"<p>{text}</p>" for text in words)
    return lxml.html.document_fromstring(
        f"<html><body><nav><p>Home</p></nav><div class='{shell}'><article class='{body}'>{paragraphs}</article></div></body></html>"
    )


def test_pages_of_one_layout_share_it() -> None:
    other = ["A gallery opens.", "It shows boats.", "Entry is free."]
    assert template.of_tree(page("story-body"), WORDS) == template.of_tree(page("story-body", words=other), other)


def test_generated_and_numbered_class_words_do_not_tell() -> None:
    plain = template.of_tree(page("story-body"), WORDS)
    assert plain == template.of_tree(page("story-body post-18423 css-1x2kq Zq9fTa"), WORDS)


def test_another_layout_is_another_template() -> None:
    found = {template.of_tree(page(*shape), WORDS) for shape in (("story-body",), ("live-blog",), ("story-body", "wide"))}
    assert len(found) == 3


def test_a_text_that_is_not_in_the_tree_has_the_common_template() -> None:
    assert template.of_tree(page("story-body"), ["Elsewhere."]) == "html"


def test_captures_with_the_same_head_share_it() -> None:
    heads = [
        ["Harbour News", "Home", "Politics", "Sport", "12 March 2022", "A long headline of this very page stands here too"],
        ["Harbour News", "Home", "Politics", "Sport", "13 March 2022", "Another headline that nothing else has in common with it"],
    ]
    assert template.of_lines(heads[0]) == template.of_lines(heads[1])
    assert template.of_lines(["Somewhere else", "Menu"]) != template.of_lines(heads[0])
    assert template.of_lines([]) == "lines"
