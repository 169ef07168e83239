"""Texts as numbers, each worked out once: rows of arrays that a list of texts is gathered from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Text = TypeVar("Text", bound=Hashable)

MOST = 65536
"""Texts that are kept; beyond it all are forgotten and worked out anew as they come."""
_BEGIN = 1024


class Store(Generic[Text]):
    """Arrays whose first axis is texts. `make` gives them for a list of texts, always the same number of arrays with the same further
    axes."""

    def __init__(self, make: Callable[[Sequence[Text]], tuple[Array, ...]]) -> None:
        self._make = make
        self._places: dict[Text, int] = {}
        self._held: list[Array] = []

    def rows(self, texts: Sequence[Text]) -> tuple[Array, ...]:
        """The arrays of these texts, in this order."""
        if len(self._places) > MOST:
            self._places.clear()
        places = self._places
        found = list(map(places.get, texts))
        if None in found or not self._held:
            self._add([text for text in dict.fromkeys(texts) if text not in places])
            found = list(map(places.get, texts))
        at = np.array(found, dtype=np.int64)
        return tuple(held[at] for held in self._held)

    def _add(self, texts: Sequence[Text]) -> None:
        made, start = self._make(texts), len(self._places)
        if not self._held:
            self._held = [np.zeros((_BEGIN, *array.shape[1:]), dtype=array.dtype) for array in made]
        while start + len(texts) > len(self._held[0]):
            self._held = [np.concatenate([held, np.zeros_like(held)]) for held in self._held]
        for held, array in zip(self._held, made, strict=True):
            held[start : start + len(texts)] = array
        self._places.update(zip(texts, range(start, start + len(texts)), strict=True))
