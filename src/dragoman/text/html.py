"""Tags and entities in strings that ought to have none."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]{0,2000}|!--(?:[^-]|-(?!->)){0,2000}--|![^<>]{0,200})>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_BLOCK = re.compile(r"</?(?:p|div|br|li|tr|h[1-6]|section|article|blockquote|table|ul|ol)\b[^<>]{0,2000}>", re.I)


def unescape(text: str) -> str:
    """Entities to characters; twice where they were encoded twice."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def strip_tags(text: str) -> str:
    """The text without well-formed tags and comments."""
    return _TAG.sub("", text)


def plain(fragment: str) -> str:
    """The words of a fragment of HTML (a feed's summary, a title): block tags end lines, other tags go, entities are resolved."""
    return unescape(strip_tags(_BLOCK.sub("\n", fragment))).strip()


def has_markup(text: str) -> bool:
    """Whether a string holds a tag or an entity."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None
