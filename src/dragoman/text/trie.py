"""A trie over sequences of strings: finds the longest known phrase that starts at a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class Trie(Generic[V]):
    """Phrases (sequences of words or characters) with values; several values may stand under one phrase."""

    def __init__(self) -> None:
        self._root: dict[Any, Any] = {}

    def add(self, phrase: Iterable[str], value: V) -> None:
        """Puts a value under a phrase, once."""
        node = self._root
        for word in phrase:
            node = node.setdefault(word, {})
        values: list[V] = node.setdefault(None, [])
        if value not in values:
            values.append(value)

    def begins(self, forms: Sequence[str]) -> bool:
        """Whether any phrase begins with one of the forms."""
        return not self._root.keys().isdisjoint(forms)

    def firsts(self) -> list[str]:
        """What phrases begin with."""
        return [form for form in self._root if form is not None]

    def longest(self, at: Callable[[int], Sequence[str]], start: int, stop: int) -> tuple[int, list[V]] | None:
        """The longest phrase from position `start`, as (end, values), or None. `at(i)` gives the forms that may stand for position
        i; positions run up to `stop`, exclusive."""
        best: tuple[int, list[V]] | None = None
        nodes, position = [self._root], start
        while nodes and position < stop:
            nodes = [node[form] for node in nodes for form in at(position) if form in node]
            position += 1
            values = [value for node in nodes for value in node.get(None, ())]
            if values:
                best = (position, list(dict.fromkeys(values)))
        return best
