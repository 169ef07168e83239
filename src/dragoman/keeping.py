"""Answers that a desk keeps, so that it need not work them out again for every reader: each with what it hangs on, so that nothing older
is ever told than the desk's file says."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from dragoman.model.codec import to_json
from dragoman.model.ids import digest

T = TypeVar("T")
S = TypeVar("S")


def seal(*values: object) -> str:
    """Stands for nouns of the model: what is kept need not keep all that it was made of."""
    return digest(*(to_json(value) for value in values), size=16)


class Kept:
    """Answers by key, at most `most`, the ones not asked for longest forgotten first. Safe to use from several threads; two that ask for
    the same thing at once may both work it out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, tuple[Hashable, Any, Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, version: Hashable, look: Callable[[], S], make: Callable[[S], T]) -> T:
        """What `make` makes of what `look` sees. While the `version` stays (taken before the call) the answer kept is told at once; after
        it changed, the answer is kept still where `look` sees the same as before. A version of None is never the same."""
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
        if held is not None and version is not None and held[0] == version:
            kept: T = held[2]
            return kept
        seen = look()
        made: T = held[2] if held is not None and held[1] == seen else make(seen)
        with self._lock:
            self._held[key] = (version, seen, made)
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made

    def answer(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        """What hangs on the whole file: worked out anew whenever it changes."""
        return self.get(key, version, object, lambda _: make())

    def clear(self) -> None:
        """Forgets everything."""
        with self._lock:
            self._held.clear()

    def __len__(self) -> int:
        return len(self._held)
