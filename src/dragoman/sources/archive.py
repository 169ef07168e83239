"""Archives: web archives (.warc, .arc, also gzipped, .wacz) and mail (.eml, .mbox), whose records are the leads. The fetcher lists them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from dragoman.errors import FetchError
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher
from dragoman.sources.paths import is_archive, path_of

_ROW = tuple[Lead | None, Problem | None]


def records(address: str, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
    """What stands in an archive, in its order; one without a page is a Problem. Raises `FetchError` where it is none."""
    page = fetcher.fetch(Lead(address, source.id))
    found = False
    for line in page.body.splitlines():
        if line.strip():
            lead, problem = msgspec.json.decode(line, type=_ROW)
            found = True
            if lead is not None:
                yield replace(lead, source=source.id)
            elif problem is not None:
                yield replace(problem, source=source.id)
    if not found:
        yield Problem("discover", "empty archive", address, "it holds no page", source.id)


def of_file(path_uri: str, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
    """The records of a file; one that is no archive after all is a Problem."""
    try:
        yield from records(f"archive+{path_uri}", source, fetcher)
    except FetchError as error:
        yield Problem("discover", error.reason, path_uri, error.detail, source.id)
    except msgspec.MsgspecError as error:
        yield Problem("discover", "broken archive", path_uri, str(error), source.id)


class Archive:
    """A file of many pages, by its name: .warc, .warc.gz, .arc, .arc.gz, .wacz, .mbox, .eml."""

    name = "archive"

    def accepts(self, what: str) -> bool:
        return ("://" not in what or what.startswith("file:")) and is_archive(what)

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        try:
            address = path_of(source.url).absolute().as_uri()
        except ValueError as error:
            yield Problem("discover", "unreadable", source.url, str(error), source.id)
            return
        yield from of_file(address, source, fetcher)
