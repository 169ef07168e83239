"""Pages whose size makes body extractors slow: some queries of trafilatura cost the square of the pieces of text that a page has, and
each of its ways copies the whole tree."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import groupby

import lxml.html

# Elements of a page from which on it is read one way only, and from which on it is not given to trafilatura at all: articles have some
# hundreds, the longest of encyclopedias some thousands.
ONCE = 5_000
MOST = 10_000
# Elements of running text in a row that are made one piece, and the share of their letters from which on they are links and left out.
RUN = 200
LINKS = 0.8
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    )
)  # fmt: skip


def elements(tree: lxml.html.HtmlElement) -> int:
    """How many elements a page has."""
    return int(tree.xpath("count(//*)"))


def in_one(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The tree; where `RUN` or more elements of running text stand in a row, a copy in which they are one text."""
    if not tree.xpath(f"boolean(//*[*[{RUN}]])"):
        return tree
    tree = copy.deepcopy(tree)
    for parent in tree.xpath(f"//*[*[{RUN}]]"):
        for running, group in groupby(list(parent), key=lambda child: child.tag in _INLINE):
            row = list(group)
            if running and len(row) >= RUN:
                _join(parent, row)
    return tree


def _join(parent: lxml.html.HtmlElement, row: Sequence[lxml.html.HtmlElement]) -> None:
    """Puts the text of elements that stand in a row into their parent, nothing of a row of links."""
    pieces = [("".join(element.itertext()), element.tail or "", element.tag == "a") for element in row]
    whole = "".join(words + tail for words, tail, _ in pieces)
    text = whole if sum(len(words) for words, _, link in pieces if link) < LINKS * len(whole) else " "
    before = row[0].getprevious()
    first = parent.index(row[0])
    del parent[first : first + len(row)]
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
