"""Whether two names sound alike, in any two scripts, without training: both are read into sound classes and compared by an edit
distance whose costs depend on the sounds (Kondrak's ALINE, 2000, in a small table; vowels weigh less than consonants, as in the
consonant skeletons of Pouliquen et al.).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman import languages
from dragoman.link.han import is_reading, way
from dragoman.link.known import entities
from dragoman.link.names import key, parts
from dragoman.link.sounds import SOUNDS, sounds, syllables

Numbers = NDArray[np.float32]
Codes = NDArray[np.int64]
Way = Literal["equal", "listed", "reading", "sound"]

NEUTRAL = "xx"
BLANK = len(SOUNDS)
EVEN = 0.62
"""The similarity that stands for even odds, so that a score of .5 and more reads "the same"; set by hand."""
STEEP = 12.0
"""How fast the score falls around `EVEN`."""
PART = 0.97
"""What a match of the surname alone is worth beside one of the whole name."""
SHORT = 3
"""Names of fewer syllables need more than their sound."""
READ, UNREAD = 0.97, 0.49
"""The score of a Chinese name and its pinyin, and what is left of a likeness in sound where a Chinese name is not read so."""


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


class Likeness(Struct, frozen=True):
    """How like two names are. `score`: how surely they are one name, 0 to 1, .5 even. `way`: what says so: `equal` (the same letters),
    `listed` (`actors` has both for one bearer), `reading` (a Chinese name and its pinyin), `sound`. `syllables` of the shorter one."""

    score: float
    way: Way
    syllables: int

    @property
    def needs_context(self) -> bool:
        """Whether the likeness alone says too little: names of so few syllables sound alike by chance."""
        return self.way == "sound" and self.syllables < SHORT


def scores(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[float]:
    """How surely each (name, language) candidate is the same name, 0 to 1; .5 is even. See `likenesses`."""
    return [one.score for one in likenesses(name, language, candidates)]


def likeness(one: tuple[str, str], other: tuple[str, str]) -> Likeness:
    """How like two (name, language) names are."""
    return likenesses(*one, [other])[0]


def likenesses(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[Likeness]:
    """How like a name is to each (name, language) candidate. Equal names and names that `actors` lists for one bearer score 1 (bodies
    are translated, not transliterated); a Chinese person's name in Chinese characters is its pinyin, by sound alone it stays below even."""
    if not candidates:
        return []
    same, bearers, count = key(name), entities(name, language), syllables(name, language)
    found = []
    for other, heard in zip(candidates, _heard(name, language, candidates), strict=True):
        least = min(count, syllables(*other))
        if key(other[0]) == same:
            found.append(Likeness(1.0, "equal", least))
        elif bearers and bearers & entities(*other):
            found.append(Likeness(1.0, "listed", least))
        else:
            read = _read((name, language), other)
            score = heard if read is None else READ if read else heard * UNREAD
            found.append(Likeness(float(score), "reading" if read else "sound", least))
    return found


def _read(one: tuple[str, str], other: tuple[str, str]) -> bool | None:
    """Whether one is the pinyin of the other; None where neither is a Chinese person's name in Chinese characters."""
    for (name, language), (latin, _) in ((one, other), (other, one)):
        if language == "zh" and not name.isascii() and latin.isascii() and way(name) != "sound":
            if is_reading(name, latin):
                return len(key(name)) > 1 or None
            if way(name) == "reading":
                return False
    return None


def _heard(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> Numbers:
    """Scores by sound; a name of several parts may also match by its last part."""
    best: Numbers = _similar(sounds(name, language), [sounds(*candidate) for candidate in candidates])
    for shorter in _last_part(name, language):
        best = np.maximum(best, PART * _similar(shorter, [sounds(*candidate) for candidate in candidates]))
    surnames = [_last_part(*candidate) for candidate in candidates]
    if any(surnames):
        best = np.maximum(best, PART * _similar(sounds(name, language), [some[0] if some else "" for some in surnames]))
    graded: Numbers = (1.0 / (1.0 + np.exp(-STEEP * (best - EVEN)))).astype(np.float32)
    return graded


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
