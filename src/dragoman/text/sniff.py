"""Formats by their first bytes (as in the WHATWG MIME Sniffing Standard, and RFC 5322 for mail): what a file is called counts nothing."""

from __future__ import annotations

import re

HEADERS = 32_768  # bytes of mail headers looked at: long chains of relays and signatures come first

_FIELD = re.compile(rb"^([!-9;-~]{1,76}):[ \t]?", re.M)
_KNOWN = frozenset(
    b"from to date subject message-id mime-version received return-path content-type sender list-id delivered-to reply-to "
    b"dkim-signature snapshot-content-location".split()
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*\"?<?\s*saved by\b)", re.I | re.M)


def is_pdf(body: bytes) -> bool:
    """Whether the bytes begin as a PDF does, white space and a byte order mark aside."""
    return body[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b"\0\t\n\f\r ").startswith(b"%PDF-")


def is_mail(body: bytes) -> bool:
    """Whether the bytes begin with the header of a message: fields only, three of them well known, a blank line behind."""
    head = _head(body)
    if head is None:
        return False
    lines = [line for line in head.splitlines() if line]
    fields = [found.group(1).lower() for line in lines if (found := _FIELD.match(line))]
    folded = sum(1 for line in lines if line[:1] in b" \t")
    return len(fields) + folded == len(lines) and len(_KNOWN.intersection(fields)) >= 3


def is_mhtml(body: bytes) -> bool:
    """Whether the bytes are a web page that a browser saved as one message (RFC 2557)."""
    head = _head(body)
    return head is not None and bool(_RELATED.search(head)) and bool(_SAVED.search(head)) and _FIELD.match(head) is not None


def is_document(body: bytes) -> bool:
    """Whether the bytes are of a format that brings its own encodings: they are read as bytes, not as text."""
    return is_pdf(body) or is_mhtml(body) or is_mail(body)


def _head(body: bytes) -> bytes | None:
    """The header block, a line of a mail folder before it aside; None where no blank line ends it or it begins as no header does."""
    head = body[:HEADERS].lstrip(b"\r\n")
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    if not _FIELD.match(head):
        return None
    found = re.search(rb"\r?\n[ \t]*\r?\n", head)
    return head[: found.start()] if found else None
