"""Kinds of source: where leads come from."""

from __future__ import annotations

from dragoman.model.ids import digest
from dragoman.model.source import Source
from dragoman.registry import Table

KINDS = Table(
    "sources",
    {
        "stdin": "dragoman.sources.files:Stdin",
        "folder": "dragoman.sources.files:Folder",
        "archive": "dragoman.sources.archive:Archive",
        "web": "dragoman.sources.web:Web",
        "feed": "dragoman.sources.feed:Feed",
        "file": "dragoman.sources.files:File",
    },
)


def source_of(what: str, kinds: Table = KINDS) -> Source:
    """The source that a word of the command line means: the first kind that accepts it, a file where none does."""
    for name in kinds:
        if kinds.make(name).accepts(what):
            return Source(id=f"{name}-{digest(what, size=6)}", kind=name, url=what, title=what)
    return Source(id=f"file-{digest(what, size=6)}", kind="file", url=what, title=what)
