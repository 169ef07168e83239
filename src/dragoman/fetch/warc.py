"""Records of web archives: WARC (ISO 28500), whole or gzipped record by record, and its forerunner ARC. Records are cut out of the file
here, so that no header can ask for more than is there; warcio parses each one."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from msgspec import Struct
from warcio.archiveiterator import ArchiveIterator

from dragoman.errors import FetchError
from dragoman.fetch.encoding import decide
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

HEAD = 65_536  # bytes of a record's own header
CHUNK = 65_536
MOST_BROKEN = 50
MISSING = 0.1  # of a record: as of a truncated download, what is there is read
# Decompressed bytes that a gzipped archive may come to: web archives shrink to a fifth, bombs to a thousandth.
ROOM, RATIO = 256_000_000, 100
KEPT = ("content-type", "etag", "last-modified", "content-language")
GZIP = b"\x1f\x8b\x08"
_iterate: Any = ArchiveIterator
_START = re.compile(rb"WARC/\d\.\d+\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})\s*$", re.I | re.M)
_ARC = re.compile(rb"[^\r\n]{1,8000} \S+ \d{12,14} (?:\S+ )+?(\d{1,12})\r?\n")
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/pdf", ""))


class Cut(Struct, frozen=True):
    """A record as bytes: where it is ("offset", or "offset.inner" within one gzip member), and why it cannot be read whole, if so."""

    place: str
    data: bytes
    broken: str = ""


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is a WARC or ARC file, gzipped or not."""
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 512)
        except zlib.error:
            return False
    return bool(_START.match(head)) or head.startswith(b"filedesc://")


def cuts(raw: BinaryIO, limit: int) -> Iterator[Cut]:
    """Every record of an archive, in order; of records over `limit` bytes only the beginning. What is broken is told and stepped over."""
    size = raw.seek(0, 2)
    raw.seek(0)
    if raw.read(3) != GZIP:
        yield from _split(raw, size, "", limit)
        return
    offset, room = 0, ROOM + RATIO * size
    while offset < size:
        data, after, room, broken = _whole(raw, offset, limit, room)
        if broken and not data:
            yield Cut(str(offset), b"", broken)
        else:
            yield from _split(BytesIO(data), len(data), f"{offset}.", limit, broken)
        if room <= 0:
            yield Cut(str(offset), b"", "too large")
            return
        offset = after if after > offset else _next(raw, offset + 1, GZIP)


def cut_at(raw: BinaryIO, place: str, limit: int) -> Cut:
    """The record at a place that `cuts` gave. Raises `FetchError`: "no such record"."""
    try:
        first, dot, inner = place.partition(".")
        offset = int(first)
        raw.seek(offset)
        if dot:
            data, _, _, broken = _whole(raw, offset, limit + int(inner), ROOM)
            found = _record(BytesIO(data), int(inner), len(data), limit, broken)
        else:
            found = _record(raw, offset, raw.seek(0, 2), limit, "")
    except (ValueError, OSError, OverflowError) as error:
        raise FetchError("no such record", place) from error
    if found is None or found[2]:
        raise FetchError(found[2] if found else "no such record", place)
    return Cut(place, found[0])


def _whole(raw: BinaryIO, offset: int, limit: int, room: int) -> tuple[bytes, int, int, str]:
    """A gzip member, with those behind it that go on with its last record (some tools pack header and payload apart)."""
    data, after, room, broken = _member(raw, offset, limit, room)
    while not broken and len(data) < limit and _ends_early(data):
        more, behind, left, _ = _member(raw, after, limit, room)
        if not more or _START.match(more):
            break
        data, after, room = data + more, behind, left
    return data, after, room, broken


def _ends_early(data: bytes) -> bool:
    """Whether the first record needs more bytes than there are."""
    found = _record(BytesIO(data), 0, len(data), len(data) + HEAD, "")
    return found is not None and found[1] > len(data)


def _member(raw: BinaryIO, offset: int, limit: int, room: int) -> tuple[bytes, int, int, str]:
    """One gzip member: its data (up to a record of `limit` bytes), the offset behind it, the room left, what is wrong with it."""
    raw.seek(offset)
    inflate, data, fed = zlib.decompressobj(31), bytearray(), offset
    try:
        while not inflate.eof and room > 0:
            chunk = inflate.unconsumed_tail or raw.read(CHUNK)
            if not chunk:
                return bytes(data), fed, room, "truncated"
            fed += 0 if inflate.unconsumed_tail else len(chunk)
            out = inflate.decompress(chunk, 1 << 20)
            room -= len(out)
            data += out[: max(0, limit + HEAD - len(data))]
    except zlib.error:
        return bytes(data), 0, room, "broken record"
    return bytes(data), fed - len(inflate.unused_data) - len(inflate.unconsumed_tail), room, ""


def _split(raw: BinaryIO, size: int, prefix: str, limit: int, broken: str = "") -> Iterator[Cut]:
    """The records of a stretch of plain bytes."""
    at = _blank(raw, 0)
    while at < size:
        found = _record(raw, at, size, limit, broken)
        if found is None:
            yield Cut(f"{prefix}{at}", b"", broken or "broken record")
            at = _next(raw, at + 1, b"WARC/1.")
            continue
        data, after, wrong = found
        yield Cut(f"{prefix}{at}", data, wrong)
        at = _blank(raw, after)


def _record(raw: BinaryIO, at: int, size: int, limit: int, broken: str) -> tuple[bytes, int, str] | None:
    """A record's bytes, the offset behind it and what is wrong with it; None where none begins there."""
    raw.seek(at)
    head = raw.read(HEAD)
    if _START.match(head):
        end = re.search(rb"\r?\n\r?\n", head)
        length = _LENGTH.search(head, 0, end.end()) if end else None
        if end is None or length is None:
            return None
        begin, wanted = end.end(), int(length.group(1))
    elif line := _ARC.match(head):
        begin, wanted = line.end(), int(line.group(1))
    else:
        return None
    raw.seek(at)
    data = raw.read(begin + min(wanted, limit))
    missing = at + begin + wanted - size
    wrong = "too large" if wanted > limit else (broken or "truncated") if missing > MISSING * wanted else ""
    return data, at + begin + wanted, wrong


def _blank(raw: BinaryIO, at: int) -> int:
    """The offset behind the blank lines between records."""
    raw.seek(at)
    head = raw.read(16)
    return at + len(head) - len(head.lstrip(b"\r\n"))


def _next(raw: BinaryIO, at: int, mark: bytes) -> int:
    """The offset of the next record's beginning, the end of the file where there is none."""
    raw.seek(at)
    kept = b""
    while chunk := raw.read(1 << 20):
        found = (kept + chunk).find(mark)
        if found >= 0:
            return at - len(kept) + found
        at += len(chunk)
        kept = (kept + chunk)[-len(mark) :]
    return at


def parse(cut: Cut) -> Any | None:
    """warcio's record of the bytes, None where they are none. ARC records come as WARC ones."""
    try:
        return next(iter(_iterate(BytesIO(cut.data), arc2warc=True)), None)
    except Exception:  # noqa: BLE001 - warcio raises its own errors, and others, on hostile bytes
        return None


def target(record: Any) -> str:
    """The address that a record was fetched from, as addresses are written."""
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip(" <>").replace(" ", "%20")


def is_page(record: Any) -> bool:
    """Whether a record holds a page that was answered with success: revisits, requests, pictures and scripts do not."""
    url = target(record)
    if record.rec_type not in ("response", "resource") or urlsplit(url).scheme not in ("http", "https"):
        return False
    if urlsplit(url).path == "/robots.txt" or not 200 <= status(record) < 300:
        return False
    return media_type(record).partition(";")[0].strip().lower() in _PAGES


def status(record: Any) -> int:
    """The HTTP status of a response; 200 of a resource, 0 where there is no HTTP header."""
    if record.rec_type == "resource":
        return 200
    code = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(code) if code and code.isdigit() else 0


def media_type(record: Any) -> str:
    """The content type of the payload."""
    headers = record.http_headers if record.rec_type != "resource" else record.rec_headers
    return str((headers.get_header("Content-Type") if headers else "") or "")


def leads(raw: BinaryIO, address: str, limit: int) -> Iterator[Lead | Problem]:
    """A lead for every page of an archive, a problem for every record that is broken."""
    broken = 0
    for cut in cuts(raw, limit):
        record = parse(cut) if cut.data else None
        if record is not None and not (cut.broken and record.http_headers is None):
            try:
                wanted = is_page(record)
            except ValueError:  # an address that is none
                continue
            if not wanted:
                continue
        if record is not None and not cut.broken:
            yield Lead(f"{address}{cut.place}", found=date(record), via=target(record))
            continue
        broken += 1
        yield Problem("discover", cut.broken or "broken record", f"{address}{cut.place}", "a record of the archive cannot be read")
        if broken >= MOST_BROKEN:
            yield Problem("discover", "broken archive", address.partition("#")[0], f"{MOST_BROKEN} records are broken; the rest is left")
            return


def date(record: Any) -> str | None:
    """When a record was fetched: ISO 8601 in UTC, to the second."""
    stamp = str(record.rec_headers.get_header("WARC-Date") or "")
    return f"{stamp[:19]}+00:00" if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", stamp) else None


def page(raw: BinaryIO, place: str, lead: Lead, limit: int) -> Page:
    """The page of a record, its payload unpacked and joined. Raises `FetchError`: "no such record", "broken record", "truncated",
    "too large", "empty", "binary", "undecodable"."""
    record = parse(cut_at(raw, place, limit))
    if record is None:
        raise FetchError("broken record", lead.url)
    body = bytearray()
    try:
        stream = record.content_stream()
        while len(body) <= limit and (chunk := stream.read(CHUNK)):
            body += chunk
    except Exception as error:
        raise FetchError("broken record", f"{type(error).__name__}: {error}") from error
    if len(body) > limit:
        raise FetchError("too large", f"over {limit // 1_000_000} MB")
    headers = {name: value for name in KEPT if record.http_headers and (value := record.http_headers.get_header(name))}
    encoding = decide(bytes(body), media_type(record))
    return Page(target(record), lead.url, bytes(body), encoding, status(record), headers, date(record), lead.source)
