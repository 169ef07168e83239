"""Takedown: what was removed from the desk because somebody has a right to it, and what people ask to have removed."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

PleaState = Literal["open", "done", "refused"]


class Tombstone(Struct, frozen=True):
    """Stands where an article was: `url` is its address, which is not collected again while the stone stands; `articles` are the ids of all
    its versions, `stories` those that ended with it. Nothing of the text is kept. `undone` is when the removal was taken back: then the
    address may be collected again."""

    n: int
    url: str
    at: str
    reason: str = ""
    by: str = ""
    undone: str | None = None
    articles: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


class Plea(Struct, frozen=True):
    """A request to remove an article: why, and how to reach who asks."""

    n: int
    article: str
    url: str
    reason: str
    contact: str
    at: str
    state: PleaState = "open"
    by: str = ""
    closed: str | None = None


class Buried(Struct, frozen=True):
    """What a removal touched: the stone, articles that shared a story with what was removed, and the addresses of its pictures."""

    stone: Tombstone
    beside: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
