"""The tree of an HTML page, within bounds, and its lines as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import lxml.html
from lxml import etree
from msgspec import Struct, field

from dragoman.errors import ExtractError
from dragoman.extract.lines.furniture import Line
from dragoman.text.html import strip_tags
from dragoman.text.lines import letters, squeeze

# Code points left when scripts, styles, comments and embedded data are out: more takes longer than two seconds.
LARGEST = 4_000_000
DEEPEST = 1_000
LONGEST_TAG = 100_000
# Attributes of one element: the parser compares each with all others. Tags shorter than this hold fewer.
MOST_ATTRIBUTES = 500
ATTRIBUTES = 2 * MOST_ATTRIBUTES
# The body extractor tries every element against many patterns: more take longer than two seconds, an encyclopedia's longest have fewer.
MOST_TAGS = 60_000
MOST_LINES = 20_000
# Code points of what is read of text for readers without scripts, and of an article among it.
LARGEST_NOTE = 5_000
ARTICLE = 300
# Letters of a hidden note.
MOST_HIDDEN = 500
# Code points that a reader sees, ten times those of the longest article with all its comments.
MOST_TEXT = 1_000_000

_DROPPED = re.compile(r"<(?:!--|(script|style|svg|noscript)\b)", re.I)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style", "svg", "noscript")}
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)
_BODY = re.compile(r"<body[\s>]", re.I)
_DATA = re.compile(r"data:[\w/+.-]{0,60};?[\w=;-]{0,40},[^\"'\s>)]{200,}")
# A quote of an attribute that is never closed: the next one opens another attribute's value, or there is none.
_OPEN_QUOTE = re.compile(r"<[a-z][a-z\d]{0,20} [^<>\"]{0,100}=\"[^\"<>]{0,200}(?=>[^\"<]{0,2000}<[^\"]{0,20000}(?:=\"|\Z))", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
_LONG_TAG = re.compile(rf"<[a-zA-Z/][^<>]{{{ATTRIBUTES},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_XML = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_NESTING = frozenset(
    re.findall(
        r"\w+",
        """div span section article table tbody tr td ul ol dl b i em strong font a center blockquote form main aside nav header footer
        figure u s small big sub sup h1 h2 h3 h4 h5 h6 label button fieldset details pre code""",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """p div section article main aside header footer nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption blockquote pre
        figure figcaption form fieldset legend address center hr br option body title details summary""",
    )
)
_SKIPPED = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea", "canvas", "map"))
_FOR_READERS = frozenset(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader"))
_INVISIBLE = re.compile(
    r"visibility:hidden|font-size:0(?:px|em|rem|%|pt)?(?:;|$|!)|text-indent:-\d{3,}|(?:left|top):-\d{4,}px|opacity:0(?:;|$|!)"
)
_MARKED = "//*[@hidden or @style or contains(@class, 'sr-only') or contains(@class, 'hidden') or contains(@class, 'creen')]"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Elements without the special classes of forms: which class an element gets is decided without calling back, which is a good part of the
# cost of walking a tree.
_CLASSES = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement, comment=lxml.html.HtmlComment)


class Run(Struct):
    """A line being gathered."""

    words: list[str] = field(default_factory=list)
    tag: str = "p"
    linked: int = 0
    length: int = 0
    href: str | None = None
    at: lxml.html.HtmlElement | None = None


def tree_of(html: str) -> lxml.html.HtmlElement:
    """Parses a page. Raises `ExtractError`: "too large" (`LARGEST`, `LONGEST_TAG`, `MOST_TAGS`), "too deep" (`DEEPEST`), "empty"."""
    slim = _slim(html)
    if len(slim) > LARGEST:
        raise ExtractError("too large", f"over {LARGEST // 1_000_000} million characters without scripts and styles")
    if slim.count("<") > MOST_TAGS:
        _check_tags(slim)
    for tag in _LONG_TAG.finditer(slim):
        if tag.end() - tag.start() > LONGEST_TAG or len(_QUOTED.sub("", tag.group()).split()) > MOST_ATTRIBUTES:
            raise ExtractError("too large", f"a tag of over {LONGEST_TAG} characters or {MOST_ATTRIBUTES} attributes")
    tree = _parsed(slim, deep=False)
    return tree if tree is not None else _parsed_deep(slim)


def _parsed_deep(html: str) -> lxml.html.HtmlElement:
    """Where tags stand open by the hundred the parser gives up; at its wider bound a page is still quick to read."""
    tree = _parsed(html, deep=True)
    if tree is None or _depth(tree) > DEEPEST:
        raise ExtractError("too deep", f"over {DEEPEST} elements inside each other")
    return tree


def _parsed(html: str, deep: bool) -> lxml.html.HtmlElement | None:
    """The tree, None where the parser stopped at a bound of its own: 256 elements inside each other, 2048 if `deep`."""
    parser = lxml.html.HTMLParser(encoding=None, huge_tree=deep)
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = lxml.html.document_fromstring(_XML.sub("", html), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractError("empty", "no element in it") from error
    last = parser.error_log.last_error
    return None if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT else tree


def _depth(tree: lxml.html.HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _slim(html: str) -> str:
    """The page without what no reader sees: scripts (but for data), styles, drawings, comments, embedded files. What is never closed stays,
    but for a script, as in browsers."""
    html = html.replace("\0", "")
    kept: list[str] = []
    endless: set[str] = set()
    opened = _BODY.search(html)
    body = opened.start() if opened else 0
    reached = 0
    while (opening := _DROPPED.search(html, reached)) is not None:
        name = (opening.group(1) or "").lower()
        start, end = opening.start(), -1 if name in endless else _end(html, opening.end(), name)
        if end < 0:
            endless.add(name)
            kept.append(html[reached : opening.end()])
            reached = opening.end()
            continue
        whole = name == "script" and "ld+json" in html[start : html.find(">", start)].lower()
        instead = _shown_without(html, start, end) if name == "noscript" and start > body else " "
        kept.extend((html[reached : end if whole else start], "" if whole else instead))
        reached = end
    kept.append(html[reached:])
    return _OPEN_QUOTE.sub(r'\g<0>"', _DATA.sub("data:,", "".join(kept)))


def _shown_without(html: str, start: int, end: int) -> str:
    """What a page holds ready for readers without scripts, where it is an article, or a picture that is loaded late, and no note."""
    inside = html[html.find(">", start) + 1 : html.rfind("</", start, end)]
    words = len(squeeze(strip_tags(inside[:LARGEST_NOTE])))
    article = words >= ARTICLE and len(_PARAGRAPH.findall(inside)) >= 3
    picture = words == 0 and len(inside) <= LARGEST_NOTE and "<img" in inside.lower()
    return f" {inside} " if article or picture else " "


def _end(html: str, start: int, name: str) -> int:
    """Where a comment or an element ends whose opening tag goes on at `start`, -1 where it does not."""
    if not name:
        return html.find("-->", start) + 3 if html.find("-->", start) >= 0 else -1
    opened = html.find(">", start)
    closing = _CLOSING[name].search(html, opened) if opened >= 0 else None
    if closing is None:
        return len(html) if opened >= 0 and name == "script" else -1
    return closing.end()


def _check_tags(html: str) -> None:
    """Refuses a page of too many tags, for its depth where that is too much too."""
    depth = 0
    for hit in islice(_TAG.finditer(html), MOST_TAGS):
        if hit.group(2).lower() in _NESTING and not hit.group(3).endswith("/"):
            depth = max(0, depth - 1) if hit.group(1) else depth + 1
        if depth > DEEPEST:
            raise ExtractError("too deep", f"over {DEEPEST} elements inside each other")
    if any(True for _ in islice(_MARKUP.finditer(html), MOST_TAGS, None)):
        raise ExtractError("too large", f"over {MOST_TAGS} tags")


def lines(tree: lxml.html.HtmlElement) -> list[Line]:
    """The visible lines of a page in reading order."""
    found: list[Line] = []
    run = Run()
    shown = 0
    for text, element, link in _events(tree):
        if element is not None:
            line = _line(run)
            if line is not None:
                found.append(line)
                if len(found) > MOST_LINES:
                    raise ExtractError("too large", f"over {MOST_LINES} lines")
            run = Run(tag=text, at=element)
            continue
        run.words.append(text)
        size = len(text.strip())
        run.length += size
        shown += size
        if shown > MOST_TEXT:
            raise ExtractError("too large", f"over {MOST_TEXT} characters that a reader sees")
        if link is not None:
            run.linked += size
            run.href = run.href or link.get("href")
    last = _line(run)
    return [*found, last] if last is not None else found


def _line(run: Run) -> Line | None:
    text = squeeze("".join(run.words))
    if not text:
        return None
    linked = run.linked >= 0.8 * run.length
    return Line(text, run.tag, linked, run.href if linked else None, at=run.at, link=run.linked / max(1, run.length))


def _events(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, lxml.html.HtmlElement | None, lxml.html.HtmlElement | None]]:
    """(tag of the line to come, the block that holds it, None) and (words, None, the link around them)."""
    hidden = _hidden(tree)
    links: list[lxml.html.HtmlElement] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag
        if event == "start":
            if name in _SKIPPED or element in hidden:
                walk.skip_subtree()
                continue
            if name in _BLOCKS:
                yield _tag(name), element, None
            if name == "a" and element.find(".//p[2]") is None:
                links.append(element)
            if element.text:
                yield element.text, None, links[-1] if links else None
            continue
        if event == "end":
            if links and links[-1] is element:
                links.pop()
            if name in _BLOCKS:
                yield "p", element.getparent(), None
        if element.tail:
            yield element.tail, None, links[-1] if links else None


def _hidden(tree: lxml.html.HtmlElement) -> set[lxml.html.HtmlElement]:
    """Elements that say that they are not shown. What is kept from sight by other means than `display` may be waiting for a script: it is
    hidden only where it holds no article."""
    marked = tree.xpath(_MARKED)
    found = {one for one in marked if one.get("hidden") is not None or "display:none" in _style(one)}
    return found | {one for one in marked if one not in found and _unseen(one) and one.find(".//p[3]") is None}


def hidden_texts(tree: lxml.html.HtmlElement) -> list[str]:
    """The letters of small elements that say that they are not shown; a large one may be an article that waits for a script."""
    small = (one for one in _hidden(tree) if one.tag not in _SKIPPED and one.find(".//p[3]") is None)
    return sorted(found for one in small if len(found := letters(one.text_content())) <= MOST_HIDDEN)


def _unseen(element: lxml.html.HtmlElement) -> bool:
    """Whether only machines get to see the text: by its style, or by a class that frameworks name so."""
    return _INVISIBLE.search(_style(element)) is not None or bool(_FOR_READERS & set((element.get("class") or "").lower().split()))


def _style(element: lxml.html.HtmlElement) -> str:
    return (element.get("style") or "").replace(" ", "").lower()


def _tag(name: str) -> str:
    if name in _HEADINGS:
        return "h"
    return {"li": "li", "td": "td", "th": "td", "blockquote": "quote", "figcaption": "caption"}.get(name, "p")
