"""The body of an HTML page: trafilatura finds it in its fast precise mode; where a denser or a marked block of the page doubts it, its
careful and wide modes, the densest lines and the publisher's own data are tried, and the choice says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import lxml.html
import trafilatura
from msgspec import Struct

from dragoman.extract.lines import articlebody, blocks, dom, runs
from dragoman.extract.lines.density import densest
from dragoman.extract.lines.furniture import Line
from dragoman.extract.lines.phrases import by_phrase
from dragoman.text.lines import ends_sentence, letters, lines_of, squeeze, weight

# Below this many words a result is doubted and the next way is tried.
DOUBTFUL = 40
# So is one with less than this share of the running text of the densest block.
HALF = 0.5
# Or than this share of that of the block that the page marks as its article, which may hold other things too.
THIRD = 0.3
# So is one with less than this share of its words in sentences.
MOSTLY = 0.2
# Less than this share of the words of a body is hidden.
MOST = 0.8
_TAGS = {"head": "h", "item": "li", "quote": "quote", "cell": "td", "code": "quote"}
_BREAKS = re.compile(r"\n+")


class Choice(Struct, frozen=True):
    """The lines that were taken for the body, `by` which way, and `why` that one."""

    lines: tuple[Line, ...]
    by: str
    why: str


def lines_of_body(tree: lxml.html.HtmlElement, visible: Sequence[Line], url: str | None, own: str | None) -> list[Line]:
    """The lines between head and foot of the article. `own` is the article as the publisher's data have it."""
    return list(chosen(tree, visible, url, own).lines)


def chosen(tree: lxml.html.HtmlElement, visible: Sequence[Line], url: str | None, own: str | None) -> Choice:
    """The body, by the cheapest way that the structure of the page agrees with; the dear ones are tried only where it does not. What the
    publisher's data hold whole has the last word on its first and last lines, and on paragraphs that were lost."""
    choice = _chosen(tree, visible, url, [Line(line) for line in lines_of(own or "")])
    lines = _with_links([line for line in choice.lines if line.text], visible)
    return Choice(tuple(articlebody.checked(_seen(tree, lines, visible), visible, own)), choice.by, choice.why)


def _chosen(tree: lxml.html.HtmlElement, visible: Sequence[Line], url: str | None, own: list[Line]) -> Choice:
    ways: dict[str, Sequence[Line]]
    size = runs.elements(tree)
    fast = _trafilatura(tree, url, precise=True) if size <= runs.MOST else []
    block = blocks.densest(visible)
    if size > runs.ONCE and (not fast or _prose(fast) < HALF * _prose(block)):
        return _best({"block": block, "window": densest(visible)}, _prose, "the page is too large for the other ways")
    if size > runs.ONCE:
        return Choice(tuple(fast), "precise", "the densest block holds no more, and the page is too large for the other ways")
    choice = Choice(tuple(fast), "precise", "the densest block and the marked one hold no more")
    if _prose(fast) < HALF * _prose(block):
        ways = {"precise": fast, "careful": _trafilatura(tree, url, precise=True, fast=False)}
        choice = _best(ways, _prose, "more sentences, where a denser block doubts the other")
    shown = sum(weight(line.text) for line in visible if not line.linked and ends_sentence(line.text))
    if _prose(choice.lines) < THIRD * shown and _prose(choice.lines) < THIRD * _prose(blocks.marked(tree, visible)):
        ways = {choice.by: choice.lines, "wide": _trafilatura(tree, url, precise=False)}
        choice = _best(ways, _prose, "more sentences, where the marked block doubts the other")
    if _words(choice.lines) < DOUBTFUL:
        choice = _best({choice.by: choice.lines, "wide": _trafilatura(tree, url, precise=False)}, _words, "the others have hardly a word")
    if _prose(choice.lines) < MOSTLY * _words(choice.lines) or not choice.lines:
        ways = {choice.by: choice.lines, "wide": _trafilatura(tree, url, precise=False), "window": densest(visible)}
        choice = _best(ways, lambda lines: 2 * _prose(lines) - _words(lines), "the most sentences among what is no sentence")
    if _words(own) >= DOUBTFUL and (_words(own) > 2 * _words(choice.lines) or articlebody.joined(choice.lines, own)):
        choice = Choice(tuple(own), "data", "the page shows less than the publisher's data hold")
    if _words(choice.lines) < DOUBTFUL:
        choice = _best({choice.by: choice.lines, "window": densest(visible)}, _words, "the others have hardly a word")
    return choice


def _best(ways: Mapping[str, Sequence[Line]], worth: Callable[[Sequence[Line]], float], why: str) -> Choice:
    """The way of most worth, of equals the first."""
    by = max(ways, key=lambda way: worth(ways[way]))
    return Choice(tuple(ways[by]), by, why)


def _seen(tree: lxml.html.HtmlElement, found: Sequence[Line], visible: Sequence[Line]) -> list[Line]:
    """Without lines that the page hides from its readers; an article of hidden lines is waiting for a script."""
    shown = {letters(line.text) for line in visible}
    hidden = "" if all(letters(line.text) in shown for line in found) else "\n".join(dom.hidden_texts(tree))
    if not hidden:
        return list(found)
    kept = [line for line in found if not (key := letters(line.text)) or key in shown or key not in hidden]
    return kept if _words(kept) >= MOST * _words(found) else list(found)


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
