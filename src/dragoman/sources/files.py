"""Saved pages: a file, a folder of them, or standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dragoman.errors import FetchError
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher
from dragoman.sources.feed import entries, is_feed

FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf"})
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt"})


def path_of(what: str) -> Path:
    """The path behind a word: a `file:` address or a plain path."""
    return Path(unquote(urlsplit(what).path)) if what.startswith("file:") else Path(what)


class Stdin:
    """`-`: one page on standard input."""

    name = "stdin"

    def accepts(self, what: str) -> bool:
        return what == "-"

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        yield Lead(url="-", source=source.id, via="stdin")


class File:
    """One saved page, or a saved feed (.xml, .rss, .atom, .rdf), whose articles are the leads."""

    name = "file"

    def accepts(self, what: str) -> bool:
        return "://" not in what or what.startswith("file:")

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        lead = Lead(url=path_of(source.url).absolute().as_uri(), source=source.id, via="file")
        if path_of(source.url).suffix.lower() in FEEDS:
            try:
                page = fetcher.fetch(lead)
            except FetchError as error:
                yield Problem("fetch", error.reason, source.url, error.detail, source.id)
                return
            if is_feed(page.body):
                yield from entries(page, source)
                return
        yield lead


class Folder:
    """Every saved page below a folder (.html, .htm, .xhtml, .txt, also gzipped), in order of their paths."""

    name = "folder"

    def accepts(self, what: str) -> bool:
        try:
            return ("://" not in what or what.startswith("file:")) and path_of(what).is_dir()
        except (OSError, ValueError):  # a word too long or too odd to be a path
            return False

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        found = False
        for path in sorted(path_of(source.url).absolute().rglob("*")):
            if _is_page(path) and path.is_file():
                found = True
                yield Lead(url=path.as_uri(), source=source.id, via="folder")
        if not found:
            yield Problem("discover", "empty folder", source.url, f"{source.url} holds no {', '.join(sorted(SUFFIXES))} file")


def _is_page(path: Path) -> bool:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    hidden = path.name.startswith(".") or path.name.upper().startswith("README")
    return bool(suffixes) and suffixes[-1] in SUFFIXES and not hidden
