"""Feeds: RSS 0.9x-2.0, RSS 1.0 and Atom (RFC 4287), read with feedparser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser  # type: ignore[import-untyped,unused-ignore]

from dragoman.errors import FetchError
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher

_parse: Any = feedparser.parse  # type: ignore[attr-defined,unused-ignore]
_ROOT = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def is_feed(body: bytes) -> bool:
    """Whether the bytes begin as a feed does: one of its root elements within the first 2 kB and no HTML before it."""
    head = body[:2048].replace(b"\0", b"")
    root, html = _ROOT.search(head), _HTML.search(head)
    return bool(root) and not (html and root and html.start() < root.start())


def entries(page: Page, source: Source) -> Iterator[Lead | Problem]:
    """The leads of a feed, in its own order; entries without an address are left out, a feed without any is a Problem."""
    try:
        parsed: Any = _parse(BytesIO(page.body), response_headers={"content-location": page.url, **page.headers})
    except Exception as error:  # noqa: BLE001 - feedparser promises not to raise, and sometimes does; one feed must not stop the rest
        yield Problem("discover", "malformed feed", page.url, str(error), source.id)
        return
    language = parsed.feed.get("language") if parsed.feed else None
    found = False
    for entry in parsed.entries:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
        address = urljoin(page.url, str(link)) if link else ""
        if urlsplit(address).scheme in ("http", "https", "file") and (not address.startswith("file:") or page.url.startswith("file:")):
            found = True
            yield Lead(address, source.id, entry.get("title"), _date(entry), language, page.fetched, via=page.url)
    if not found:
        reason = "malformed feed" if parsed.get("bozo") and not parsed.entries else "empty feed"
        yield Problem("discover", reason, page.url, str(parsed.get("bozo_exception", "it lists no article")), source.id)


def _date(entry: Any) -> str | None:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    if not stamp:
        return None
    try:
        year, month, day, hour, minute, second = stamp[:6]
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC).isoformat()
    except (ValueError, TypeError):
        return None


class Feed:
    """A feed by its address; `feed+https://...` on the command line says so where the address alone would not."""

    name = "feed"

    def accepts(self, what: str) -> bool:
        return what.startswith(("feed:", "feed+http:", "feed+https:", "feed+file:"))

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        url = source.url.removeprefix("feed+").removeprefix("feed:")
        try:
            page = fetcher.fetch(Lead(url, source.id))
        except FetchError as error:
            yield Problem("discover", error.reason, url, error.detail, source.id)
            return
        yield from entries(page, source)
