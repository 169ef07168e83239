"""WACZ (Web Archive Collection Zipped, 1.1): a zip of WARC files with a list of the pages that somebody visited. Nothing is unpacked to
disk; members are read in place."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from urllib.parse import quote, unquote

import msgspec
from msgspec.structs import replace

from dragoman.errors import FetchError
from dragoman.fetch import warc
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.source import Lead

MOST_MEMBERS = 10_000
LARGEST_LIST = 20_000_000  # bytes of one list of pages
# WARC members are compressed already, so that a zip gains next to nothing on them.
RATIO, ROOM = 20, 256_000_000
_BAD = (zipfile.BadZipFile, RuntimeError, OSError, EOFError, ValueError, zipfile.LargeZipFile)


class Visit(msgspec.Struct, frozen=True):
    """A line of `pages/pages.jsonl`."""

    url: str
    title: str | None = None
    ts: str | None = None


def is_archive(raw: BinaryIO) -> bool:
    """Whether a zip holds web archives."""
    try:
        with zipfile.ZipFile(raw) as bundle:
            return any(_is_warc(name) for name in bundle.namelist())
    except _BAD:
        return False


def leads(raw: BinaryIO, address: str, limit: int) -> Iterator[Lead | Problem]:
    """The pages that were visited, with their titles; every page of the archives where the list names none of them."""
    try:
        with zipfile.ZipFile(raw) as bundle:
            members = [item for item in bundle.infolist()[:MOST_MEMBERS] if _is_warc(item.filename)]
            visits = {visit.url: visit for visit in _visits(bundle)}
            found: list[Lead | Problem] = []
            for item in sorted(members, key=lambda item: item.filename):
                found += _member_leads(bundle, item, f"{address}{quote(item.filename)}@", limit)
    except _BAD as error:
        yield Problem("discover", "broken archive", address.partition("#")[0], str(error))
        return
    listed = any(isinstance(one, Lead) and one.via in visits for one in found)
    for one in found:
        if isinstance(one, Problem) or not listed:
            yield one
        elif one.via in visits:
            yield replace(one, title=visits[one.via].title)


def _member_leads(bundle: zipfile.ZipFile, item: zipfile.ZipInfo, address: str, limit: int) -> list[Lead | Problem]:
    if item.file_size > ROOM + RATIO * item.compress_size:
        return [Problem("discover", "too large", address, f"{item.filename} unpacks to {item.file_size} bytes")]
    with _opened(bundle, item.filename) as member:
        return list(warc.leads(member, address, limit))


def page(raw: BinaryIO, place: str, lead: Lead, limit: int) -> Page:
    """The page at "member@place". Raises `FetchError` as `warc.page` does, and "broken archive"."""
    name, _, inner = place.rpartition("@")
    try:
        with zipfile.ZipFile(raw) as bundle, _opened(bundle, unquote(name)) as member:
            return warc.page(member, inner, lead, limit)
    except KeyError as error:
        raise FetchError("no such record", lead.url) from error
    except _BAD as error:
        raise FetchError("broken archive", str(error)) from error


@contextmanager
def _opened(bundle: zipfile.ZipFile, name: str) -> Iterator[BinaryIO]:
    with bundle.open(name) as member:
        yield member  # type: ignore[misc]


def _visits(bundle: zipfile.ZipFile) -> Iterator[Visit]:
    """Lines of the lists of pages that can be read; the first line is their header."""
    for item in bundle.infolist()[:MOST_MEMBERS]:
        if item.filename.startswith("pages/") and item.filename.endswith(".jsonl") and item.file_size <= LARGEST_LIST:
            for line in bundle.read(item).splitlines():
                try:
                    yield msgspec.json.decode(line, type=Visit)
                except msgspec.MsgspecError:
                    continue


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))
