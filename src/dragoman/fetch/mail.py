"""Messages of a mail folder (mbox, RFC 4155) or of a single file, the articles attached to them, and web pages that a browser saved as one
message (MHTML, RFC 2557). The text of a message is the page's body, its header the page's headers (`extract.mail` reads them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import BinaryIO

from dragoman.errors import FetchError
from dragoman.extract.saved import unwrapped
from dragoman.fetch.encoding import decide
from dragoman.model.ids import capture_url
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead
from dragoman.text.sniff import is_mail, is_mhtml

LINE = 65_536
MOST_PARTS = 200
KEPT = ("from", "subject", "date", "message-id", "list-id", "list-archive", "archived-at", "sender")
_FROM = re.compile(rb"From \S+.*\d{4}\s*$|From \S+@\S+\s*$|From - ")
_QUOTED = re.compile(rb"^>(>*From )", re.M)
_ATTACHED = {"text/html", "application/xhtml+xml", "application/pdf", "message/rfc822", "multipart/related"}
_SUFFIXES = (".html", ".htm", ".pdf", ".eml", ".mht", ".mhtml")


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so holds messages; a web page saved as one message is a page."""
    return not is_mhtml(head) and (_FROM.match(head.partition(b"\n")[0]) is not None or is_mail(head))


def messages(raw: BinaryIO) -> Iterator[tuple[int, int]]:
    """(offset, length) of every message: one, or those behind the "From " lines of a folder, which stand behind blank lines."""
    raw.seek(0)
    start, at, blank = 0, 0, True
    while line := raw.readline(LINE):
        if blank and at > start and line.startswith(b"From ") and _FROM.match(line):
            yield start, at - start
            start = at
        at += len(line)
        blank = not line.strip()
    if at > start:
        yield start, at - start


def leads(raw: BinaryIO, address: str, limit: int) -> Iterator[Lead | Problem]:
    """A lead for every message with a text, and for every article attached to one."""
    for offset, length in list(messages(raw)):
        if length > limit:
            yield Problem("discover", "too large", f"{address}{offset}", f"a message of {length} bytes")
            continue
        try:
            parts = _parts(_message(raw, offset, length))
        except Exception as error:  # noqa: BLE001 - the parser promises not to raise, and sometimes does on hostile headers
            yield Problem("discover", "broken message", f"{address}{offset}", f"{type(error).__name__}: {error}")
            continue
        if any(not _is_attached(part) and part.get_content_maintype() == "text" for part in parts):
            yield Lead(f"{address}{offset}")
        for number, part in enumerate(parts):
            if _is_attached(part):
                yield Lead(f"{address}{offset}/{number}")


def page(raw: BinaryIO, place: str, lead: Lead, limit: int) -> Page:
    """The message at "offset", or the part at "offset/number" of it. Raises `FetchError`: "no such record", "too large", "empty",
    "binary", "undecodable"."""
    first, slash, number = place.partition("/")
    span = next((span for span in messages(raw) if str(span[0]) == first), None)
    if span is None:
        raise FetchError("no such record", lead.url)
    if span[1] > limit:
        raise FetchError("too large", f"over {limit // 1_000_000} MB")
    return _page(_message(raw, *span), int(number) if slash and number.isdecimal() else None, lead, lead.url)


def unpacked(body: bytes, lead: Lead, asked: str) -> Page | None:
    """The page of a message or of MHTML; None where the bytes are neither. Raises `FetchError` as `page` does."""
    if is_mhtml(body):
        return _saved(body, lead, asked)
    return _page(body, None, lead, asked) if is_mail(body) else None


def _page(body: bytes, number: int | None, lead: Lead, asked: str) -> Page:
    """A message's text with the message's header, or an attached article."""
    try:
        parts = _parts(body)
        part = parts[number] if number is not None else _text(parts)
        payload = _payload(part)
        if is_mail(payload) and part is not parts[0]:  # a message that was passed on whole
            return _page(payload, None, lead, asked)
        headers = _header(parts[0]) if number is None else {}
    except FetchError:
        raise
    except Exception as error:  # the parser promises not to raise, and sometimes does on hostile headers
        raise FetchError("broken message", f"{type(error).__name__}: {error}") from error
    encoding = decide(payload, part.get_content_charset())
    return Page(capture_url(payload), asked, payload, encoding, headers=headers, source=lead.source)


def _text(parts: list[EmailMessage]) -> EmailMessage:
    """The part that holds the text: HTML before plain text."""
    texts = [part for part in parts if part.get_content_maintype() == "text" and not _is_attached(part)]
    found = next((part for part in texts if part.get_content_subtype() == "html"), None) or next(iter(texts), None)
    if found is None:
        raise FetchError("empty", "a message without a text")
    return found


def _header(message: EmailMessage) -> dict[str, str]:
    """The fields that tell of the text, decoded; `from` is always there: it says that the page is a message."""
    fields = {name: " ".join(str(message[name]).split()) for name in KEPT if message[name] is not None}
    return {"from": "", **fields}


def _saved(body: bytes, lead: Lead, asked: str) -> Page:
    """The main part of a saved page: the one that `start` names, else the first of HTML; it was fetched when it was saved."""
    try:
        parts = _parts(body)
        named = str(parts[0].get_param("start") or "")
        pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
        main = next((part for part in pages if named and part["Content-ID"] == named), None) or next(iter(pages), None)
        if main is None:
            raise FetchError("empty", "a saved page without a page")
        payload = _payload(main)
        places = [str(part[name]).strip() for part, name in ((parts[0], "Snapshot-Content-Location"), (main, "Content-Location"))]
        stamp = parts[0]["Date"].datetime.astimezone(UTC).isoformat() if parts[0]["Date"] else None
    except FetchError:
        raise
    except Exception as error:  # as in `_page`
        raise FetchError("broken message", f"{type(error).__name__}: {error}") from error
    url = next((place for place in places if place.startswith(("http://", "https://"))), asked)
    found = unwrapped(url)
    encoding = decide(payload, main.get_content_charset())
    return Page(found.url, asked, payload, encoding, fetched=found.saved or stamp, source=lead.source)


def _message(raw: BinaryIO, offset: int, length: int) -> bytes:
    """A message without the line of its folder, its quoted "From " lines as they were."""
    raw.seek(offset)
    body = raw.read(length)
    if not body.startswith(b"From "):
        return body
    return _QUOTED.sub(rb"\1", body.partition(b"\n")[2])


def _parts(body: bytes) -> list[EmailMessage]:
    found = []
    for part in message_from_bytes(body, policy=default).walk():
        found.append(part)
        if len(found) >= MOST_PARTS:
            break
    return found


def _is_attached(part: EmailMessage) -> bool:
    name = (part.get_filename() or "").lower()
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return True
    wanted = kind in _ATTACHED or (kind == "application/octet-stream" and name.endswith(_SUFFIXES))
    return wanted and (part.is_attachment() or name.endswith(_SUFFIXES))


def _payload(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else part.as_bytes()
