"""The meta tags of a page: OpenGraph, Twitter, Dublin Core, parsely, sailthru and older habits."""

from __future__ import annotations

import re
from collections.abc import Iterable

import lxml.html

from dragoman.text.html import plain
from dragoman.text.lines import squeeze

# Tags read at most, and code points of one.
MOST = 1_000
LONGEST = 5_000
_TERMS = re.compile("[,，、;；]")

Metas = dict[str, list[str]]


def read(tree: lxml.html.HtmlElement) -> Metas:
    """Contents by lower-case name (`property`, `name` or `itemprop`), in the order of the page."""
    found: Metas = {}
    for number, meta in enumerate(tree.iter("meta")):
        if number >= MOST:
            break
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = squeeze(plain((meta.get("content") or "")[:LONGEST]))
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def first(metas: Metas, names: Iterable[str]) -> str | None:
    """The first content of the first of the names that has one."""
    return next((metas[name][0] for name in names if metas.get(name)), None)


def terms(values: Iterable[str]) -> tuple[str, ...]:
    """The terms of keyword lists, at most 30, none twice."""
    parts = [squeeze(term) for value in values for term in _TERMS.split(value)]
    return tuple(dict.fromkeys(term for term in parts if term))[:30]
