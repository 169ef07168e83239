"""Pages that somebody saved: the address and the time that browsers, SingleFile and the Wayback Machine write into them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from msgspec import Struct

HEAD = 8192
_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4,6}\)\s*(https?://[^\s<>\"]{4,2000}?)\s*-->", re.I)
_SINGLE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>\"]{4,2000})\s+saved date:\s*([^\r\n<>]{10,120})", re.I)
_CLOCK = re.compile(r"([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_WAYBACK = re.compile(r"^https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}.+)$", re.I)
_REWRITTEN = re.compile(r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://|mailto:)", re.I)
_TOOLBAR = re.compile(r"<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->.*?<!--\s*END WAYBACK TOOLBAR INSERT\s*-->", re.S)


class Saved(Struct, frozen=True):
    """Where a page was saved from, and when (ISO 8601 in UTC) where that is told."""

    url: str
    saved: str | None = None


def unwrapped(url: str) -> Saved:
    """The address behind one of the Wayback Machine, with the time of the capture; any other address as it is."""
    found = _WAYBACK.match(url)
    if not found:
        return Saved(url)
    stamp, inner = found.groups()
    try:
        moment = datetime.strptime(stamp.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat() if len(stamp) >= 8 else None
    except ValueError:
        moment = None
    return Saved(re.sub(r"^(https?:)/{1,2}", r"\1//", inner), moment)


def origin(body: bytes) -> Saved | None:
    """What the comment at the head of a saved page tells; None where there is none."""
    head = body[:HEAD]
    single = _SINGLE.search(head)
    if single:
        found = unwrapped(single.group(1).decode("utf-8", "replace"))
        return found if found.saved else Saved(found.url, _moment(single.group(2).decode("ascii", "replace")))
    plain = _FROM.search(head)
    return unwrapped(plain.group(1).decode("utf-8", "replace")) if plain else None


def _moment(words: str) -> str | None:
    """A time as JavaScript writes it ("Thu Jan 13 2022 10:00:00 GMT+0300 (...)")."""
    found = _CLOCK.search(words)
    if not found:
        return None
    try:
        return datetime.strptime(" ".join(found.groups()), "%b %d %Y %H:%M:%S %z").astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return None


def clean(html: str) -> str:
    """A page as it was before the Wayback Machine put its toolbar into it and led its links through itself."""
    if "/web/" not in html or "web.archive.org" not in html:
        return html
    return _REWRITTEN.sub("", _TOOLBAR.sub("", html))
