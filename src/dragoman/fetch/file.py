"""Pages from disk and from standard input."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dragoman.errors import FetchError
from dragoman.extract.saved import Saved, origin
from dragoman.fetch import mail
from dragoman.fetch.encoding import decide
from dragoman.model.ids import capture_url
from dragoman.model.page import Page
from dragoman.model.source import Lead

LIMIT = 15_000_000
STDIN = "-"
_GZIP = b"\x1f\x8b"


class FileFetcher:
    """Reads `file:` addresses, paths, and "-" (what `stdin` returns). Gzipped pages are unpacked, up to the same limit. Raises
    `FetchError`: "unreadable", "too large" (over `limit` bytes), "empty", "binary", "undecodable"."""

    def __init__(self, limit: int = LIMIT, stdin: Callable[[], bytes] | None = None) -> None:
        self.limit = limit
        self._stdin = stdin

    def fetch(self, lead: Lead) -> Page:
        """`asked` is the absolute `file:` address, and so is `url` where the page does not tell what it was saved from; standard input is
        called by its bytes. A message (RFC 5322, MHTML) is unpacked."""
        if lead.url == STDIN:
            raw, address = self._stdin() if self._stdin else b"", None
        else:
            path = _path(lead.url)
            raw, address = self._read(path), path.absolute().as_uri()
        body = self._unpack(raw)
        if len(body) > self.limit:
            raise FetchError("too large", f"over {self.limit // 1_000_000} MB")
        if not body.strip():
            raise FetchError("empty", "there is nothing in it")
        address = address or capture_url(body)
        message = mail.unpacked(body, lead, address)
        if message is not None:
            return message
        saved = origin(body) or Saved(address)
        return Page(saved.url, address, body, decide(body), fetched=saved.saved, source=lead.source)

    def _read(self, path: Path) -> bytes:
        try:
            if not path.is_file():
                raise FetchError("unreadable", f"{path} is not a file")
            if path.stat().st_size > self.limit:
                raise FetchError("too large", f"over {self.limit // 1_000_000} MB")
            return path.read_bytes()
        except OSError as error:
            raise FetchError("unreadable", error.strerror or str(error)) from error
        except ValueError as error:
            raise FetchError("unreadable", str(error)) from error

    def _unpack(self, raw: bytes) -> bytes:
        """A gzipped page is read only as far as the limit: a small file may hold gigabytes. A truncated one gives what it has."""
        if not raw.startswith(_GZIP):
            return raw
        body = bytearray()
        while raw.startswith(_GZIP) and len(body) <= self.limit:
            member = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                body += member.decompress(raw, self.limit + 1 - len(body))
            except zlib.error as error:
                if not body:
                    raise FetchError("binary", f"a broken gzip file: {error}") from error
                break
            raw = member.unused_data
        return bytes(body)


def _path(url: str) -> Path:
    parts = urlsplit(url) if url.lower().startswith("file:") else None
    return Path(url2pathname(parts.path) if parts else url)
