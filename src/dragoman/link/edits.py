"""Weighted edit distance between strings of sound classes, one against many: Kondrak's ALINE (2000) in a small table; vowels weigh less
than consonants, as in the consonant skeletons of Pouliquen et al. (2009)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dragoman import languages
from dragoman.link.sounds import SOUNDS, sounds
from dragoman.link.store import Store

Numbers = NDArray[np.float32]
Codes = NDArray[np.int64]

NEUTRAL = "xx"
BLANK = len(SOUNDS)
LONGEST = 32
"""Sounds of a name that are looked at."""


@cache
def costs() -> tuple[Numbers, Numbers]:
    """(substitution costs, costs of leaving a sound out), indexed by the place in `SOUNDS`; the last place is padding and costs nothing."""
    table = languages.table(NEUTRAL, "sounds")
    size = BLANK + 1
    vowels = [SOUNDS.index(sound) for sound in "aeiou"]
    swap = np.ones((size, size), dtype=np.float32)
    swap[np.ix_(vowels, vowels)] = 0.45
    for pair, cost in table["alike"].items():
        one, other = SOUNDS.index(pair[0]), SOUNDS.index(pair[1])
        swap[one, other] = swap[other, one] = cost
    np.fill_diagonal(swap, 0.0)
    lost = np.array([table["lost"].get(sound, 0.9) for sound in SOUNDS] + [0.0], dtype=np.float32)
    return swap, lost


def unit_costs() -> tuple[Numbers, Numbers]:
    """Plain Levenshtein costs over the 26 Latin letters, with padding as in `costs`."""
    swap = np.ones((27, 27), dtype=np.float32)
    np.fill_diagonal(swap, 0.0)
    lost = np.ones(27, dtype=np.float32)
    lost[-1] = 0.0
    return swap, lost


def coded(texts: Sequence[str], alphabet: str) -> Codes:
    """Strings over an ASCII alphabet as rows of places in it, padded at the end with its length."""
    width = max((len(text) for text in texts), default=0)
    letters = np.frombuffer("".join(text.ljust(width) for text in texts).encode("ascii"), dtype=np.uint8)
    return _places(alphabet)[letters].reshape(len(texts), width)


@cache
def _places(alphabet: str) -> Codes:
    """Place in the alphabet by ASCII code, its length for any other."""
    found = np.full(128, len(alphabet), dtype=np.int64)
    found[np.frombuffer(alphabet.encode("ascii"), dtype=np.uint8)] = np.arange(len(alphabet))
    return found


def distances(query: Codes, rows: Codes, swap: Numbers, lost: Numbers) -> tuple[Numbers, Numbers]:
    """(weighted edit distance of the query to each row, the most that it could be: both strings left out)."""
    turned = np.ascontiguousarray(rows.T)
    gone = np.zeros((len(turned) + 1, len(rows)), dtype=np.float32)
    np.cumsum(lost[turned], axis=0, out=gone[1:])
    # Each cell is held less `gone`: leaving out any run of the row's sounds is then a running minimum.
    last = np.zeros_like(gone)
    here = np.empty_like(gone)
    swapped = {sound: swap[sound][turned] - lost[turned] for sound in set(query.tolist())}
    for sound in query.tolist():
        np.add(last, lost[sound], out=here)
        last[:-1] += swapped[sound]
        np.minimum(here[1:], last[:-1], out=here[1:])
        for at in range(1, len(here)):
            np.minimum(here[at], here[at - 1], out=here[at])
        last, here = here, last
    # Padding is free to leave out, so the last line is the distance to the unpadded row.
    return last[-1] + gone[-1], gone[-1] + lost[query].sum()


def similarity(query: str, others: Sequence[str]) -> Numbers:
    """For strings of sounds: 1 for the same, 0 for nothing in common."""
    return similarity_coded(query, coded(others, SOUNDS))


def similarity_coded(query: str, others: Codes) -> Numbers:
    """The same for others that are coded already."""
    if not query:
        return np.zeros(len(others), dtype=np.float32)
    distance, most = distances(coded([query], SOUNDS)[0], others, *costs())
    found: Numbers = np.maximum(1.0 - 2.0 * distance / np.maximum(most, 1e-6), 0.0).astype(np.float32)
    return found


def rows_of(names: Sequence[tuple[str, str]]) -> NDArray[np.int8]:
    """(names, `LONGEST`): the sounds of (name, language) names, coded."""
    texts = [sounds(*name)[:LONGEST].ljust(LONGEST) for name in names]
    return coded(texts, SOUNDS).astype(np.int8).reshape(len(names), LONGEST)


_STORE: Store[tuple[str, str]] = Store(lambda names: (rows_of(names),))


def coded_once(names: Sequence[tuple[str, str]]) -> Codes:
    """The sounds of (name, language) names, coded; each name is read once."""
    return trimmed(_STORE.rows(names)[0])


def trimmed(found: NDArray[np.int8]) -> Codes:
    """Coded sounds without columns that are padding only."""
    used = int((found != BLANK).sum(axis=1).max(initial=0))
    return found[:, :used].astype(np.int64)
