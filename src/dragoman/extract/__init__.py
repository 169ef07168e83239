"""Page to article (pure). Markup and plain captures are told apart by what is in them, whatever the file was called."""

from __future__ import annotations

import re
from itertools import islice

from dragoman.errors import ExtractError
from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.registry import Table
from dragoman.text.sniff import is_pdf

READERS = Table(
    "extract",
    {
        "html": "dragoman.extract.html:read",
        "capture": "dragoman.extract.capture:read",
        "mail": "dragoman.extract.mail:read",
        "pdf": "dragoman.extract.pdf:read",
    },
)
LIMIT = 15_000_000
LONGEST = 200_000  # characters of clean text: ten times the longest news features; annotators need time that grows with it
_STRUCTURE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|div|table|article|section|main|p|h[1-6]|ul|br|td|script|title)\b[^<>]{0,2000}>", re.I
)
_WIDE = ("utf-16", "utf-32")


def extract(page: Page) -> Article:
    """The article of a page. Raises `ExtractError` with a reason: "empty", "too large", "too deep", "undecodable", "no text"."""
    if not page.body.strip():
        raise ExtractError("empty", "there is nothing in it")
    if len(page.body) > LIMIT:
        raise ExtractError("too large", f"over {LIMIT // 1_000_000} MB")
    article: Article = READERS.load(kind(page))(page)
    if len(article.text) > LONGEST:
        raise ExtractError("too large", f"a text of {len(article.text)} characters is no news article")
    return article


def kind(page: Page) -> str:
    """The reader of a page: "pdf" and "mail" by what they are, "html" where tags give the text its structure, else "capture"."""
    if is_pdf(page.body):
        return "pdf"
    if "from" in page.headers:
        return "mail"
    return "html" if markup(page) else "capture"


def markup(page: Page) -> bool:
    """Whether tags give the text its structure; a stray one or none occurs in a capture."""
    body = page.body
    if page.encoding.lower().startswith(_WIDE):
        body = body.replace(b"\0", b"")
    sample = body.lstrip()[:200_000]
    if re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype|html|head)\b", sample, re.I):
        return True
    tags = sum(1 for _ in islice(_STRUCTURE.finditer(sample), 5))
    return tags >= 5 or (tags >= 2 and tags * 200 >= len(sample.strip()))
