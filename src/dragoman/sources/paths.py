"""What stands on disk, by its name: pages, feeds, archives, and the folders that browsers save beside a page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dragoman import languages

FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf"})
PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".txt", ".mht", ".mhtml", ".pdf"})
ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz", ".wacz", ".mbox", ".eml")
_MARKUP = (".html", ".htm", ".xhtml", ".xht", ".shtml")


def path_of(what: str) -> Path:
    """The path behind a word: a `file:` address or a plain path."""
    return Path(unquote(urlsplit(what).path)) if what.startswith("file:") else Path(what)


def is_archive(name: str) -> bool:
    """Whether a file of this name holds many pages."""
    return name.lower().endswith(ARCHIVES)


def is_page(path: Path) -> bool:
    """Whether a file of this name is a page, gzipped or not."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return bool(suffixes) and suffixes[-1] in PAGES


def is_hidden(path: Path) -> bool:
    """Files that are not there to be read."""
    return path.name.startswith(".") or path.name.upper().startswith("README")


@cache
def _companions() -> tuple[str, ...]:
    tables = languages.tables("saved").values()
    return tuple(sorted({end.casefold() for table in tables for end in table.get("folders", {}).get("ends", ())}))


def is_companion(folder: str, files: frozenset[str]) -> bool:
    """Whether a folder was saved with a page: it bears the page's name and an ending that browsers give ("page_files"), and the page is
    among the `files` beside it."""
    end = next((end for end in _companions() if folder.casefold().endswith(end)), None)
    return end is not None and any(folder[: -len(end)] + suffix in files for suffix in _MARKUP)
