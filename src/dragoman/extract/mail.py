"""Newsletters: the text is read as any page is; who sent it, when and about what stands in the message's header, which is sure."""

from __future__ import annotations

import re
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache

from msgspec.structs import replace

from dragoman import languages
from dragoman.extract import capture, html, markup
from dragoman.model.article import UNKNOWN_SOURCE, Article, Published, SourceRef
from dragoman.model.ids import article_id
from dragoman.model.page import Page
from dragoman.text.decode import decode
from dragoman.text.html import plain
from dragoman.text.lines import bare, slug, squeeze

EARLIEST_YEAR = 1980
MOST_ANCHORS = 400
_ANCHOR = re.compile(r"<a\b[^<>]{0,2000}?href\s*=\s*[\"'](https?://[^\"'<>\s]{4,2000})[\"'][^<>]{0,2000}>(.{1,300}?)</a>", re.I | re.S)
_ADDRESS = re.compile(r"<?(https?://[^<>\s]+)>?")
_LIST = re.compile(r"^(?P<name>[^<]*)<(?P<id>[^<>]+)>")


def read(page: Page) -> Article:
    """Raises `ExtractError` as the readers of its text do."""
    article = html.read(page) if markup(page) else capture.read(page)
    title = squeeze(page.headers.get("subject", "")) or article.title
    url = _address(page) or article.url
    return replace(
        article,
        id=article_id(url, title, article.text),
        url=url,
        title=title,
        source=_source(page.headers) or article.source,
        published=_published(page.headers.get("date", "")) or article.published,
    )


def _published(value: str) -> Published | None:
    """The Date field is when the sender sent it (RFC 5322, 3.6.1)."""
    try:
        stamp = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if stamp.year < EARLIEST_YEAR:
        return None
    offset = stamp.strftime("%z") or "+0000"
    minute = f"{stamp:%Y-%m-%dT%H:%M}{offset[:3]}:{offset[3:5]}"
    return Published(minute, "minute", f"mail header Date: {squeeze(value)}", minute[:10], minute[:10])


def _source(headers: dict[str, str]) -> SourceRef | None:
    """The sender, by the domain; a mailing list by its own id (RFC 2919)."""
    name, address = parseaddr(headers.get("from", ""))
    listed = _LIST.match(headers.get("list-id", ""))
    domain = address.rpartition("@")[2].lower().removeprefix("www.")
    title = squeeze(name) or (squeeze(listed["name"]).strip("\"' ") if listed else "") or domain
    key = domain or (listed["id"].strip().lower() if listed else "") or slug(title)
    return SourceRef(key, title or key) if key and key != UNKNOWN_SOURCE else None


def _address(page: Page) -> str | None:
    """Where the message can be read on the web (RFC 5064, or a link that says so), else its own id (RFC 2392)."""
    archived = _ADDRESS.search(page.headers.get("archived-at", ""))
    if archived:
        return archived.group(1)
    text = decode(page.body, page.encoding)
    for place, found in enumerate(_ANCHOR.finditer(text)):
        if place >= MOST_ANCHORS:
            break
        if bare(squeeze(plain(found.group(2)))) in _browser():
            return plain(found.group(1))
    message = page.headers.get("message-id", "").strip(" <>")
    return f"mid:{message}" if message and not re.search(r"\s", message) else None


@cache
def _browser() -> frozenset[str]:
    tables = languages.tables("saved").values()
    return frozenset(bare(words) for table in tables for words in table.get("mail", {}).get("browser", ()))
