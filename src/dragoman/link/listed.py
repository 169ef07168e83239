"""A list of names that others are compared with, made ready once: keys, parts and sounds of each, gathered from what is kept of every name
that was met. Texts are told apart by their hash, so that a list is put together by array operations alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.link.edits import coded_once
from dragoman.link.han import spelled
from dragoman.link.letters import latin
from dragoman.link.names import key, parts
from dragoman.link.store import Array, Store
from dragoman.text.scripts import main_script

Ints = NDArray[np.int64]
Named = tuple[str, str]
"""A name and its language."""

PARTS = 8
"""Parts of a name that are looked at; of a longer one the last stands for the rest."""
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts that write vowels, which anyascii brings to Latin letters well enough to be set against a spelling."""
_KEPT = 32


class Pieces(NamedTuple):
    """Names in parts: all different parts and whole names; the place of each whole name among them; for each number of parts above one
    the names that have so many and the places of their parts (names, parts); the names of one part; the places of parts of one letter."""

    texts: tuple[str, ...]
    wholes: Ints
    several: dict[int, tuple[Ints, Ints]]
    singles: Ints
    letters: list[int]


class Listed:
    """Names in a list: `keys`, hashes of their keys; `spellings` (names, 2), hashes of their letters, the last part last and first, 0 for
    names in other letters than a to z; `alphabetic`, whether a spelling can be set against them; `latin`, whether they are ASCII;
    `chinese`, whether they are Chinese in other characters."""

    def __init__(self, names: tuple[Named, ...]) -> None:
        self.names = names
        self.keys, self.spellings, kinds, self._counts, self._hashes, self._texts = _STORE.rows(names)
        self.alphabetic: NDArray[np.bool_] = kinds[:, 0]
        self.latin: NDArray[np.bool_] = kinds[:, 1]
        self.chinese: NDArray[np.bool_] = kinds[:, 2]

    @cached_property
    def pieces(self) -> Pieces:
        """The parts of the alphabetic names; their places are among these."""
        taken = np.flatnonzero(self.alphabetic)
        counts, hashes = self._counts[taken], self._hashes[taken]
        shown = np.arange(PARTS + 1) <= np.where(counts > 1, counts, 0)[:, None]
        _, first, back = np.unique(hashes[shown], return_index=True, return_inverse=True)
        texts = tuple(self._texts[taken][shown][first].tolist())
        places = np.zeros(hashes.shape, dtype=np.int64)
        places[shown] = back.reshape(-1)
        several = {}
        for size in np.unique(counts[counts > 1]).tolist():
            names = np.flatnonzero(counts == size)
            several[size] = (names, places[names, 1 : size + 1])
        letters = [at for at, text in enumerate(texts) if len(text) < _SHORT and len(latin(text)) == 1 and text.isalpha()]
        return Pieces(texts, places[:, 0], several, np.flatnonzero(counts == 1), letters)

    @cached_property
    def heard(self) -> Ints:
        """The sounds of the names, coded."""
        return coded_once(self.names)

    @cached_property
    def surnames(self) -> tuple[Ints, Ints]:
        """(places of the names of several parts, the sounds of their last parts)."""
        at = np.flatnonzero(self._counts > 1)
        last = self._texts[at, self._counts[at]].tolist()
        return at, coded_once([(text, self.names[place][1]) for place, text in zip(at.tolist(), last, strict=True)])


_SHORT = 4
"""A text of fewer characters may be one Latin letter."""


@lru_cache(maxsize=_KEPT)
def listed(names: tuple[Named, ...]) -> Listed:
    """A list of names made ready."""
    return Listed(names)


def alphabetic(name: str) -> bool:
    """Whether a name can be set against a spelling of another."""
    return name.isascii() or main_script(name) in _ALPHABETS


def _made(names: Sequence[Named]) -> tuple[Array, ...]:
    """What the store keeps of names (see `Listed`), the number of parts, and the whole name and its parts with their hashes."""
    texts: NDArray[Any] = np.full((len(names), PARTS + 1), "", dtype=object)
    counts = np.zeros(len(names), dtype=np.int64)
    spellings, kinds = np.zeros((len(names), 2), dtype=np.int64), np.zeros((len(names), 3), dtype=np.bool_)
    for at, (text, language) in enumerate(names):
        split = parts(text) or (text,)
        kept = split if len(split) <= PARTS else (*split[: PARTS - 1], split[-1])
        counts[at], texts[at, : len(kept) + 1] = len(kept), ("".join(split), *kept)
        if text.isascii():
            spellings[at] = [hash(one) for one in spelled(text)]
        kinds[at] = alphabetic(text), text.isascii(), language == "zh" and not text.isascii()
    hashes = np.array([hash(text) for text in texts.reshape(-1)], dtype=np.int64).reshape(texts.shape)
    return np.array([hash(key(text)) for text, _ in names], dtype=np.int64), spellings, kinds, counts, hashes, texts


_STORE: Store[Named] = Store(_made)
