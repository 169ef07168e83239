"""Long runs of links and words become one text, in a copy, and only where they are long."""

from __future__ import annotations

import lxml.html
import pytest

from dragoman.extract.lines import runs
from dragoman.text.lines import squeeze

WORDS = "<b>word</b> and "


def _page(inside: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(f"<html><body><p>Start {inside}</p><p>End.</p></body></html>")


def test_a_page_of_common_size_is_left_as_it_is() -> None:
    tree = _page(WORDS * (runs.RUN - 1))
    assert runs.in_one(tree) is tree


def test_words_marked_one_by_one_become_one_text_and_the_page_keeps_its_own() -> None:
    tree = _page(WORDS * runs.RUN)
    joined = runs.in_one(tree)
    assert joined is not tree
    assert (len(joined.findall(".//b")), len(tree.findall(".//b"))) == (0, runs.RUN)
    assert squeeze(joined.text_content()) == squeeze(tree.text_content())


def test_a_run_of_links_is_left_out_and_what_stands_around_it_stays() -> None:
    joined = runs.in_one(_page('<a href="/x">A headline of another story</a> ' * runs.RUN))
    assert squeeze(joined.text_content()) == "Start End."


@pytest.mark.parametrize("block", ["<br>", "<p>", "<img>"])
def test_what_is_no_running_text_ends_a_run(block: str) -> None:
    tree = _page((WORDS * (runs.RUN // 2) + block) * 4)
    assert len(runs.in_one(tree).findall(".//b")) == len(tree.findall(".//b"))


def test_elements_are_counted_without_comments() -> None:
    assert runs.elements(lxml.html.document_fromstring("<html><body><!-- a --><p>x</p></body></html>")) == 3
