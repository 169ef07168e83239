"""A room's table of parts: built-ins by dotted name, others by entry point. A part's module is imported only when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from typing import Any

from dragoman.errors import PartError


@cache
def foreign(room: str) -> dict[str, str]:
    """Parts that other installed packages add to a room; looked up once, because it reads the metadata of every package."""
    return {point.name: point.value for point in metadata.entry_points(group=f"dragoman.{room}")}


class Table(Mapping[str, str]):
    """Name to "package.module:attribute". Other packages add parts through the entry-point group `dragoman.<room>`."""

    def __init__(self, room: str, parts: Mapping[str, str]) -> None:
        self.room = room
        self._parts = dict(parts)

    def _all(self) -> dict[str, str]:
        return {**foreign(self.room), **self._parts}

    def __getitem__(self, name: str) -> str:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def load(self, name: str) -> Any:
        """The attribute behind a name. Raises `PartError` where it is unknown or its package is not installed."""
        try:
            dotted = self._all()[name]
        except KeyError:
            raise PartError(f"no part named {name!r} in {self.room}; there are: {', '.join(sorted(self))}") from None
        module, _, attribute = dotted.partition(":")
        try:
            return getattr(importlib.import_module(module), attribute)
        except (ImportError, AttributeError) as error:
            raise PartError(f"{self.room} part {name!r} ({dotted}) cannot be loaded: {error}") from error

    def make(self, name: str, **options: Any) -> Any:
        """A new part, built with its own options."""
        return self.load(name)(**options)
