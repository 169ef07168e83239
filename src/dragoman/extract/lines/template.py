"""Which layout a page has: pages of one site and template share their furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

import lxml.html

from dragoman.model.ids import digest
from dragoman.text.lines import bare, ends_sentence, squeeze, weight

# Characters of a paragraph that tell it from others.
TELLING = 40
# Class words of an element that count: more are states and experiments.
MOST_CLASSES = 3
# Lines at the head of a capture that are looked at, and how many words they may have.
HEAD = 12
SHORT = 6
# Class words with digits, of one letter, with capitals inside (generated names), or endlessly long change from build to build.
_STABLE = re.compile(r"[a-z]{2,}(?:[-_]{1,2}[a-z]{2,}){0,4}")
_LONGEST = 40
_DIGITS = re.compile(r"\d+")


def of_tree(tree: lxml.html.HtmlElement, paragraphs: Iterable[str]) -> str:
    """The template of an HTML page: a hash of the path from the root to the element that holds most of the paragraphs, by tags and stable
    class words. Pages whose paragraphs cannot be found in their tree share the template "html"."""
    wanted = {squeeze(paragraph)[:TELLING] for paragraph in paragraphs}
    held: dict[lxml.html.HtmlElement, int] = {}
    for element in tree.iter("p", "div", "td"):
        if element.tag != "p" and not (element.text and element.text.strip()):
            continue
        parent = element.getparent()
        if parent is not None and squeeze("".join(islice(element.itertext(), TELLING)))[:TELLING] in wanted:
            held[parent] = held.get(parent, 0) + 1
    if not held:
        return "html"
    container = max(held, key=lambda element: held[element])  # the first in the page where several hold as many
    shape = [_shape(element) for element in (container, *container.iterancestors())]
    return "html-" + digest(*reversed(shape), size=4)


def _shape(element: lxml.html.HtmlElement) -> str:
    words = (element.get("class") or "").split()
    stable = sorted({word for word in words if len(word) <= _LONGEST and _STABLE.fullmatch(word)})
    return ".".join((str(element.tag), *stable[:MOST_CLASSES]))


def of_lines(head: Sequence[str]) -> str:
    """The template of a page without mark-up: the least hash of the short lines before its text (MinHash with one function, Broder 1997):
    two pages share it as often as they share their head."""
    short = (bare(line) for line in head[:HEAD] if weight(line) <= SHORT and not ends_sentence(line))
    hashes = [digest(_DIGITS.sub("#", line), size=4) for line in short if line]
    return f"lines-{min(hashes)}" if hashes else "lines"
