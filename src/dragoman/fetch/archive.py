"""Files that hold many pages: web archives (WARC, ARC, WACZ) and mail (mbox, eml). `archive+file:///PATH` is what stands in one, a line
of JSON for each lead or problem; `archive+file:///PATH#PLACE` is one page of it. `archive+stdin:///` is standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from msgspec import Struct

from dragoman.errors import FetchError
from dragoman.fetch import mail, wacz, warc
from dragoman.model.codec import to_json
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

LIMIT = 15_000_000
INDEX = "application/x-ndjson"
STDIN = "archive+stdin"
ZIP = b"PK\x03\x04"
HEAD = 65_536
MOST = 200_000  # leads of one archive; a month of one of the large crawls has fewer in a file


class Room(Struct, frozen=True):
    """A kind of archive: `leads(raw, address, limit)` lists it, `page(raw, place, lead, limit)` gets one of its pages."""

    leads: Callable[[BinaryIO, str, int], Iterator[Lead | Problem]]
    page: Callable[[BinaryIO, str, Lead, int], Page]


class ArchiveFetcher:
    """Reads records of archives, each up to `limit` bytes once unpacked. Raises `FetchError`: "unreadable", "no archive", and for records
    "no such record", "broken record", "truncated", "too large", "empty", "binary", "undecodable"."""

    def __init__(self, limit: int = LIMIT, stdin: Callable[[], bytes] | None = None) -> None:
        self.limit = limit
        self._stdin = stdin

    def fetch(self, lead: Lead) -> Page:
        """The list of an archive's pages, or one of them: `asked` is the record's address, `url` what it was saved from."""
        parts = urlsplit(lead.url)
        with self._opened(lead.url) as raw:
            room = _room(raw)
            if parts.fragment:
                return room.page(raw, parts.fragment, lead, self.limit)
            address = f"{lead.url.rstrip('#')}#"
            found = list(islice(room.leads(raw, address, self.limit), MOST))
        body = b"".join(to_json([one, None] if isinstance(one, Lead) else [None, one]) + b"\n" for one in found) or b"\n"
        return Page(lead.url, lead.url, body, "utf-8", headers={"content-type": INDEX}, source=lead.source)

    @contextmanager
    def _opened(self, url: str) -> Iterator[BinaryIO]:
        if url.startswith(STDIN):
            yield BytesIO(self._stdin() if self._stdin else b"")
            return
        try:
            with open(url2pathname(urlsplit(url).path), "rb") as raw:
                yield raw
        except (OSError, ValueError) as error:
            raise FetchError("unreadable", getattr(error, "strerror", None) or str(error)) from error


def _room(raw: BinaryIO) -> Room:
    """What reads an archive, by its first bytes."""
    raw.seek(0)
    head = raw.read(HEAD)
    if warc.is_archive(head):
        return Room(warc.leads, warc.page)
    if head.startswith(ZIP) and wacz.is_archive(raw):
        return Room(wacz.leads, wacz.page)
    if mail.is_archive(head):
        return Room(mail.leads, mail.page)
    raise FetchError("no archive", "it is neither a web archive nor mail")
