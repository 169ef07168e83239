"""Saved pages: a file, a folder of them, or standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import FetchError
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher
from dragoman.sources.archive import of_file, records
from dragoman.sources.feed import entries, is_feed
from dragoman.sources.paths import ARCHIVES, FEEDS, PAGES, is_archive, is_companion, is_hidden, is_page, path_of


class Stdin:
    """`-`: one page on standard input, or an archive of them, which its bytes tell."""

    name = "stdin"

    def accepts(self, what: str) -> bool:
        return what == "-"

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        try:
            yield from records("archive+stdin:///", source, fetcher)
        except FetchError:
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
    """Every saved page below a folder (.html, .htm, .xhtml, .txt, .mht, .pdf ..., also gzipped) and every archive, in order of their
    paths. The folders that browsers save beside a page hold none."""

    name = "folder"

    def accepts(self, what: str) -> bool:
        try:
            return ("://" not in what or what.startswith("file:")) and path_of(what).is_dir()
        except (OSError, ValueError):  # a word too long or too odd to be a path
            return False

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        found = False
        for path in _below(path_of(source.url).absolute()):
            archive = is_archive(path.name)
            if is_hidden(path) or not (archive or is_page(path)) or not path.is_file():
                continue
            found = True
            if archive:
                yield from of_file(path.as_uri(), source, fetcher)
            else:
                yield Lead(url=path.as_uri(), source=source.id, via="folder")
        if not found:
            known = ", ".join(sorted((*PAGES, *ARCHIVES)))
            yield Problem("discover", "empty folder", source.url, f"{source.url} holds no {known} file")


def _below(folder: Path) -> Iterator[Path]:
    """Paths below a folder, sorted, those within companions of saved pages left out."""
    paths = sorted(folder.rglob("*"))
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(path.name)
    companions = {path for path in names if path.parent in names and is_companion(path.name, frozenset(names[path.parent]))}
    for path in paths:
        if not companions.intersection(path.parents):
            yield path
