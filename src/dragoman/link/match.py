"""Whether two names sound alike, in any two scripts, without training: both are read into sound classes and compared by an edit
distance whose costs depend on the sounds (Kondrak's ALINE, 2000, in a small table; vowels weigh less than consonants, as in the
consonant skeletons of Pouliquen et al.).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dragoman import languages
from dragoman.link.known import entities
from dragoman.link.names import key, parts
from dragoman.link.sounds import SOUNDS, sounds

Numbers = NDArray[np.float32]
Codes = NDArray[np.int64]

NEUTRAL = "xx"
BLANK = len(SOUNDS)
EVEN = 0.62
"""The similarity that stands for even odds, so that a score of .5 and more reads "the same"; set by hand."""
STEEP = 12.0
"""How fast the score falls around `EVEN`."""
PART = 0.97
"""What a match of the surname alone is worth beside one of the whole name."""


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
    """Strings as rows of places in the alphabet, padded at the end with its length."""
    width = max((len(text) for text in texts), default=0)
    rows = np.full((len(texts), width), len(alphabet), dtype=np.int64)
    places = {char: place for place, char in enumerate(alphabet)}
    for row, text in enumerate(texts):
        rows[row, : len(text)] = [places[char] for char in text]
    return rows


def distances(query: Codes, rows: Codes, swap: Numbers, lost: Numbers) -> tuple[Numbers, Numbers]:
    """(weighted edit distance of the query to each row, the most that it could be: both strings left out)."""
    gone = np.concatenate([np.zeros((len(rows), 1), dtype=np.float32), np.cumsum(lost[rows], axis=1)], axis=1)
    last = gone
    for sound in query:
        here = np.minimum(last[:, 1:] + lost[sound], last[:, :-1] + swap[sound][rows])
        here = np.concatenate([last[:, :1] + lost[sound], here], axis=1)
        last = np.minimum.accumulate(here - gone, axis=1) + gone  # leaving out any run of the row's sounds
    # Padding is free to leave out, so the last column is the distance to the unpadded row.
    return last[:, -1], gone[:, -1] + lost[query].sum()


def scores(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[float]:
    """How surely each (name, language) candidate is the same name, 0 to 1; .5 is even. Equal names and names that `actors` lists for one
    bearer score 1 (bodies are translated, not transliterated); a name of several parts may also match by its last part."""
    if not candidates:
        return []
    best: Numbers = _similar(sounds(name, language), [sounds(*candidate) for candidate in candidates])
    for shorter in _last_part(name, language):
        best = np.maximum(best, PART * _similar(shorter, [sounds(*candidate) for candidate in candidates]))
    surnames = [_last_part(*candidate) for candidate in candidates]
    if any(surnames):
        best = np.maximum(best, PART * _similar(sounds(name, language), [some[0] if some else "" for some in surnames]))
    graded = 1.0 / (1.0 + np.exp(-STEEP * (best - EVEN)))
    same, bearers = key(name), entities(name, language)
    return [
        1.0 if key(text) == same or (bearers and bearers & entities(text, code)) else float(score)
        for (text, code), score in zip(candidates, graded, strict=True)
    ]


def _last_part(name: str, language: str) -> list[str]:
    split = parts(name)
    return [sounds(split[-1], language)] if len(split) > 1 else []


def _similar(query: str, others: Sequence[str]) -> Numbers:
    """1 for the same sounds, 0 for nothing in common."""
    if not query:
        return np.zeros(len(others), dtype=np.float32)
    distance, most = distances(coded([query], SOUNDS)[0], coded(others, SOUNDS), *costs())
    found: Numbers = np.maximum(1.0 - 2.0 * distance / np.maximum(most, 1e-6), 0.0).astype(np.float32)
    return found
