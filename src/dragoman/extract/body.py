"""The body of an HTML page: trafilatura finds it (its precise mode scores best on every set of docs/evaluation.md), the publisher's own
data and the densest part of the page stand in where it finds nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import lxml.html
import trafilatura

from dragoman.extract import blocks, runs
from dragoman.extract.density import densest
from dragoman.extract.furniture import Line
from dragoman.extract.phrases import by_phrase
from dragoman.text.lines import ends_sentence, letters, lines_of, squeeze, weight

# Below this many words a result is doubted and the next way is tried.
DOUBTFUL = 40
# So is one with less than this share of the running text of the densest block.
HALF = 0.5
# So is one with less than this share of its words in sentences.
MOSTLY = 0.2
_TAGS = {"head": "h", "item": "li", "quote": "quote", "cell": "td", "code": "quote"}
_BREAKS = re.compile(r"\n+")


def lines_of_body(tree: lxml.html.HtmlElement, visible: Sequence[Line], url: str | None, own: str | None) -> list[Line]:
    """The lines between head and foot of the article. `own` is the article as the publisher's data have it."""
    size = runs.elements(tree)
    if size > runs.ONCE:
        found = _trafilatura(tree, url, precise=True) if size <= runs.MOST else []
        block = blocks.densest(visible)
        return _with_links(found if found and _prose(found) >= HALF * _prose(block) else max((block, densest(visible)), key=_prose), visible)
    found = _trafilatura(tree, url, precise=True)
    if _prose(found) < HALF * _prose(blocks.densest(visible)):
        found = max((found, _trafilatura(tree, url, precise=True, fast=False)), key=_prose)
    if _words(found) < DOUBTFUL:
        found = max((found, _trafilatura(tree, url, precise=False)), key=_words)
    if _prose(found) < MOSTLY * _words(found) or not found:
        found = max((found, _trafilatura(tree, url, precise=False), densest(visible)), key=lambda lines: 2 * _prose(lines) - _words(lines))
    if own and weight(own) > 2 * _words(found) and weight(own) >= DOUBTFUL:
        found = [Line(line) for line in lines_of(own)]
    if _words(found) < DOUBTFUL:
        found = max((found, densest(visible)), key=_words)
    return _with_links(found, visible)


def _words(lines: Sequence[Line]) -> float:
    """Words in lines that no phrase marks as furniture: a disclaimer alone is no body."""
    return sum(weight(line.text) for line in lines if by_phrase(line.text) is None)


def _prose(lines: Sequence[Line]) -> float:
    """Words in lines that end a sentence."""
    return _words([line for line in lines if ends_sentence(line.text) and not line.linked])


def _trafilatura(tree: lxml.html.HtmlElement, url: str | None, precise: bool, fast: bool = True) -> list[Line]:
    """`fast` leaves out the comparison with other extractors that trafilatura makes; it copies the tree itself."""
    document: Any = trafilatura.bare_extraction(
        runs.in_one(tree), url=url, favor_precision=precise, include_comments=False, with_metadata=False, fast=fast
    )
    if document is None or document.body is None:
        return []
    found: list[Line] = []
    for element in document.body:
        _walk(element, "p", found)
    return found


def _walk(element: Any, tag: str, found: list[Line]) -> None:
    """Blocks of trafilatura's tree: lists item by item, tables row by row, everything else whole, split at line breaks."""
    tag = _TAGS.get(element.tag, tag)
    if element.tag in ("list", "quote") and len(element) and any(child.tag in ("item", "p", "head") for child in element):
        if element.text and element.text.strip():
            found.append(Line(squeeze(element.text), tag))
        for child in element:
            _walk(child, tag, found)
            if child.tail and child.tail.strip():
                found.append(Line(squeeze(child.tail), tag))
        return
    if element.tag == "table":
        for row in element.iter("row"):
            cells = [line for cell in row for line in _flat(cell)]
            found.extend(Line(line, "td") for line in cells)
        return
    found.extend(Line(line, tag) for line in _flat(element))


def _flat(element: Any) -> list[str]:
    words = []
    for node in element.iter():
        if node is not element and node.tag in ("lb", "p", "head", "item", "row", "cell"):
            words.append("\n")
        if node.text:
            words.append(node.text.replace("\n", " ") if node.tag != "code" else node.text)
        if node is not element and node.tail:
            words.append(node.tail.replace("\n", " "))
    return [line for line in (squeeze(part) for part in _BREAKS.split("".join(words))) if line]


def _with_links(found: Sequence[Line], visible: Sequence[Line]) -> list[Line]:
    """What the page's own lines know of being a link, a heading or a caption."""
    known = {letters(line.text): line for line in visible if line.linked or line.tag in ("h", "caption")}
    out = []
    for line in found:
        own = known.get(letters(line.text))
        out.append(Line(line.text, own.tag if own.tag in ("h", "caption") else line.tag, own.linked, own.href) if own else line)
    return out
