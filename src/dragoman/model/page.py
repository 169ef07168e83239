"""Page: bytes as they came."""

from __future__ import annotations

from msgspec import Struct, field


class Page(Struct, frozen=True):
    """A fetched document. `url` is the final address, `asked` the one requested; `encoding` is a Python codec name
    under which `body` decodes strictly; `fetched` is ISO 8601 in UTC or None where the time is not known."""

    url: str
    asked: str
    body: bytes
    encoding: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fetched: str | None = None
    source: str | None = None
