"""Page: bytes as they came."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct, field

_WEB = r"""^https?://[^/?#@\s"<>\\^`{|}]+([/?#][^\s"<>\\^`{|}]*)?$"""


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


class Handed(Struct, frozen=True, forbid_unknown_fields=True):
    """A page that is handed over instead of fetched: the address it is known by, and its text as `html`, or its bytes as `body` (base64 in
    JSON); `fetched` is when it was had, with an offset."""

    url: Annotated[str, Meta(min_length=8, max_length=2000, pattern=_WEB)]
    html: str = ""
    body: bytes = b""
    fetched: Annotated[datetime, Meta(tz=True)] | None = None
