"""Microdata (WHATWG HTML, `itemscope`/`itemprop`) and RDFa Lite (W3C, `typeof`/`property`) as objects of the shape of JSON-LD."""

from __future__ import annotations

from itertools import islice
from typing import Any

import lxml.html

from dragoman.text.lines import squeeze

# Bounds: properties read on a page, ancestors climbed, code points and pieces of a text value.
MOST = 600
CLIMB = 60
LONGEST = 300
CHUNKS = 60
_NAMES = (
    "headline", "alternativeHeadline", "name", "author", "creator", "contributor", "editor", "translator", "publisher", "articleSection",
    "url", "mainEntityOfPage", "inLanguage", "isAccessibleForFree", "keywords", "image", "isBasedOn", "itemListElement", "position", "item",
    "givenName", "familyName",
)  # fmt: skip
_CAMEL = {name.lower(): name for name in _NAMES}
_MANY = frozenset(("author", "creator", "contributor", "editor", "translator", "itemListElement"))


def things(tree: lxml.html.HtmlElement) -> list[dict[str, Any]]:
    """Objects with their properties; an object that is a property of another stands in it too. Properties without an object around them
    are left to the caller."""
    found: dict[Any, dict[str, Any]] = {}
    for element in tree.xpath("//*[@itemprop or @itemscope or @property or @typeof]"):
        names = (element.get("itemprop") or (element.get("property") if element.tag != "meta" else None) or "").split()
        scope = element.get("itemscope") is not None or element.get("typeof") is not None
        if not names and not scope:
            continue
        if scope and len(found) < MOST:
            kind = (element.get("itemtype") or element.get("typeof") or "").split()
            found[element] = {"@type": [one.rstrip("/") for one in kind]}
        wanted = [_CAMEL[name] for name in (one.rpartition(":")[2].lower() for one in names) if name in _CAMEL]
        if wanted:
            _file(found, element, wanted)
    return [thing for thing in found.values() if thing["@type"]]


def _file(found: dict[Any, dict[str, Any]], element: lxml.html.HtmlElement, names: list[str]) -> None:
    owner = next((found[one] for one in islice(element.iterancestors(), CLIMB) if one in found), None)
    if owner is None or len(owner) > MOST:
        return
    value: Any = found[element] if element in found else _value(element)
    for key in names:
        if key in _MANY:
            owner.setdefault(key, []).append(value)
        else:
            owner.setdefault(key, value)


def _value(element: lxml.html.HtmlElement) -> str:
    """The value of a property by its element (the standard's table), else its text."""
    for name in ("content", "datetime"):
        if element.get(name):
            return squeeze(element.get(name) or "")[:LONGEST]
    if element.tag in ("link", "img"):
        return (element.get("href") or element.get("src") or "").strip()
    return squeeze("".join(islice(element.itertext(), CHUNKS))[:LONGEST])
