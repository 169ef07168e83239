"""Titles: the site's name and the column's name split off."""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.html
from msgspec import Struct

from dragoman.text.lines import letters, squeeze, weight

# Marks that sites put between a headline and their own name.
_JOINT = re.compile(r"\s+[-–—|·•»›:/]+\s+|\s*[|｜丨┃]\s*|_{1,3}|\s[-–—]{1,2}(?=[^\s\d])|(?<=[\u4e00-\u9fff])-{1,2}(?=[\u4e00-\u9fff])")
_COLUMN = re.compile(r"^\s*[【\[]?(?P<column>[^|｜丨┃]{2,24}?)[】\]]?\s*[|｜丨┃]\s*(?P<rest>[^|｜丨┃].*)$")
COLUMN_WORDS = 4


class Title(Struct, frozen=True):
    """A headline, the name of the column that stood before it, and the site's name behind it."""

    text: str
    column: str | None = None
    site: str | None = None


def split(raw: str, sites: Sequence[str] = ()) -> Title:
    """`sites` are names that the page uses for itself; a part equal to one is no headline."""
    raw = squeeze(raw)
    column = _COLUMN.match(raw)
    known = {letters(site) for site in sites if site}
    if column and letters(column["rest"]) not in known:
        name, rest = squeeze(column["column"]), squeeze(column["rest"])
        if weight(name) <= COLUMN_WORDS and weight(rest) >= 1.5 * weight(name) and letters(name) not in known:
            inner = split(rest, sites)
            return Title(inner.text, name, inner.site)
    parts = [squeeze(part) for part in _JOINT.split(raw)]
    while len(parts) > 1 and (letters(parts[-1]) in known or not parts[-1]):
        raw = _without_last(raw, parts.pop())
    while len(parts) > 1 and (letters(parts[0]) in known or not parts[0]):
        raw = squeeze(raw[raw.index(parts[0]) + len(parts.pop(0)) :].lstrip(" -–—|｜丨_·•»›:/"))
    return Title(raw)


def of_tree(tree: lxml.html.HtmlElement, stated: str | None, page_title: str | None, site: str | None) -> Title:
    """The publisher's own title, else the page's, checked against its headings."""
    sites = [name for name in (site,) if name]
    heads = [squeeze(element.text_content()) for element in tree.iter("h1", "h2")][:12]
    whole = stated or page_title or ""
    heading = next((head for head in heads if len(letters(head)) >= 6 and letters(head) in letters(whole)), None)
    if stated:
        return split(heading if heading and len(heading) > 0.5 * len(stated) else stated, sites)
    if page_title:
        return of_page(page_title, heading)
    return split(max(heads, key=weight), sites) if heads else Title("")


def of_page(raw: str, heading: str | None) -> Title:
    """The headline of a `<title>`: the heading of the page where it holds it, else its longest part, which mostly is the first."""
    raw = squeeze(raw)
    if heading and len(letters(heading)) >= 6 and letters(heading) in letters(raw):
        return split(heading)
    parts = [squeeze(part) for part in _JOINT.split(raw) if squeeze(part)]
    if len(parts) < 2:
        return Title(raw)
    longest = max(parts, key=weight)
    first = parts[0] if weight(parts[0]) >= 0.6 * weight(longest) else longest
    column = _COLUMN.match(raw)
    if column and first != parts[0] and weight(parts[0]) <= COLUMN_WORDS and len(parts) == 2:
        return Title(parts[1], parts[0])
    return Title(first, None, parts[-1] if parts[-1] != first else None)


def _without_last(raw: str, last: str) -> str:
    if not last:
        return raw.rstrip(" -–—|｜丨_·•»›:/")
    return raw[: raw.rindex(last)].rstrip(" -–—|｜丨┃_·•»›:/")
