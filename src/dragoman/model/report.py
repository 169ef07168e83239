"""What the desk tells of itself."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class StoryItem(Struct, frozen=True):
    """A story in a list: its members are article ids."""

    id: str
    title: str
    languages: tuple[str, ...]
    first: str | None
    last: str | None
    members: tuple[str, ...]


class Value(Struct, frozen=True):
    """A setting's value, where it came from and what it is for."""

    value: Any
    origin: str
    help: str


class Health(Struct, frozen=True):
    """What `doctor` found."""

    settings: dict[str, Value]
    parts: dict[str, tuple[str, ...]]
    desk: str
    articles: int
    stories: int
    problems: int
    wrong: tuple[str, ...]
