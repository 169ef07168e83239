"""The tree of an HTML page, within bounds, and its lines as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree
from msgspec import Struct, field

from dragoman.errors import ExtractError
from dragoman.extract.furniture import Line
from dragoman.text.lines import squeeze

# Code points left when scripts, styles, comments and embedded data are out: more takes longer than two seconds.
LARGEST = 3_000_000
DEEPEST = 1_000
LONGEST_TAG = 100_000
# The body extractor tries every element against many patterns: more take longer than two seconds, an encyclopedia's longest have fewer.
MOST_TAGS = 60_000
MOST_LINES = 20_000

_SCRIPT = re.compile(r"<script\b([^>]*)>.*?(?:</script\s*>|\Z)", re.S | re.I)
_STYLE = re.compile(r"<(style|svg|noscript)\b[^>]*>.*?</\1\s*>", re.S | re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_DATA = re.compile(r"data:[\w/+.-]{0,60};?[\w=;-]{0,40},[^\"'\s>)]{200,}", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
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
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


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
    _check_nesting(slim)
    try:
        tree = lxml.html.document_fromstring(_XML.sub("", slim), parser=lxml.html.HTMLParser(encoding=None, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ExtractError("empty", "no element in it") from error
    return tree


def _slim(html: str) -> str:
    html = html.replace("\0", "")
    html = _SCRIPT.sub(lambda script: script.group() if "ld+json" in script.group(1).lower() else " ", html)
    for pattern in (_STYLE, _COMMENT):
        html = pattern.sub(" ", html)
    return _DATA.sub("data:,", html)


def _check_nesting(html: str) -> None:
    depth = deepest = 0
    number = 0
    for number, hit in enumerate(_TAG.finditer(html)):  # noqa: B007
        if hit.group(2).lower() in _NESTING and not hit.group(3).endswith("/"):
            depth = max(0, depth - 1) if hit.group(1) else depth + 1
            deepest = max(deepest, depth)
        if hit.end() - hit.start() > LONGEST_TAG:
            raise ExtractError("too large", f"a tag of over {LONGEST_TAG} characters")
    if deepest > DEEPEST:
        raise ExtractError("too deep", f"{deepest} elements inside each other")
    if number > MOST_TAGS:
        raise ExtractError("too large", f"over {MOST_TAGS} tags")


def lines(tree: lxml.html.HtmlElement) -> list[Line]:
    """The visible lines of a page in reading order."""
    found: list[Line] = []
    run = Run()
    for kind, text, element in _events(tree):
        if kind == "break":
            line = _line(run)
            if line is not None:
                found.append(line)
            run = Run(tag=text, at=element)
        elif kind == "text":
            run.words.append(text)
            size = len(text.strip())
            run.length += size
            if element is not None:
                run.linked += size
                run.href = run.href or element.get("href")
        if len(found) > MOST_LINES:
            raise ExtractError("too large", f"over {MOST_LINES} lines")
    last = _line(run)
    return [*found, last] if last is not None else found


def _line(run: Run) -> Line | None:
    text = squeeze("".join(run.words))
    if not text:
        return None
    linked = run.linked >= 0.8 * run.length
    return Line(text, run.tag, linked, run.href if linked else None, at=run.at, link=run.linked / max(1, run.length))


def _events(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str, lxml.html.HtmlElement | None]]:
    """("break", tag of the line to come, the block that holds it) and ("text", words, the link around them)."""
    skipped = 0
    links: list[lxml.html.HtmlElement] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not skipped and element.tail:
                yield "text", element.tail, links[-1] if links else None
            continue
        name = element.tag
        hidden = name in _SKIPPED or _hidden(element)
        if event == "start":
            skipped += hidden
            if skipped:
                continue
            if name in _BLOCKS:
                yield "break", _tag(name), element
            if name == "a":
                links.append(element)
            if element.text:
                yield "text", element.text, links[-1] if links else None
            continue
        skipped -= hidden
        if not skipped:
            if links and links[-1] is element:
                links.pop()
            if name in _BLOCKS:
                yield "break", "p", element.getparent()
        if not skipped and element.tail:
            yield "text", element.tail, links[-1] if links else None


def _hidden(element: lxml.html.HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())


def _tag(name: str) -> str:
    if name in _HEADINGS:
        return "h"
    return {"li": "li", "td": "td", "th": "td", "blockquote": "quote", "figcaption": "caption"}.get(name, "p")
