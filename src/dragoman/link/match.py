"""Whether two names sound alike, in any two scripts, without training: both are read into sound classes and compared by an edit
distance whose costs depend on the sounds (Kondrak's ALINE, 2000, in a small table; vowels weigh less than consonants, as in the
consonant skeletons of Pouliquen et al.).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
from msgspec import Struct

from dragoman.link.han import is_reading, way
from dragoman.link.heard import logits
from dragoman.link.known import entities
from dragoman.link.names import key
from dragoman.link.sounds import syllables

Way = Literal["equal", "listed", "reading", "sound"]

SHORT = 3
"""Names of fewer syllables need more than their sound."""
HIGHEST = 20.0
"""Log odds beyond this are all the same."""
READ, UNREAD = 0.97, 0.49
"""The score of a Chinese name and its pinyin, and what is left of a likeness in sound where a Chinese name is not read so."""


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
    return _scored(name, language, candidates)[0] if candidates else []


def likeness(one: tuple[str, str], other: tuple[str, str]) -> Likeness:
    """How like two (name, language) names are."""
    return likenesses(*one, [other])[0]


def likenesses(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[Likeness]:
    """How like a name is to each (name, language) candidate. Equal names and names that `actors` lists for one bearer score 1 (bodies
    are translated, not transliterated); a Chinese person's name in Chinese characters is its pinyin, by sound alone it stays below even."""
    if not candidates:
        return []
    found, ways = _scored(name, language, candidates)
    count = syllables(name, language)
    others = zip(found, candidates, strict=True)
    return [Likeness(score, ways.get(at, "sound"), min(count, syllables(*other))) for at, (score, other) in enumerate(others)]


def _scored(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> tuple[list[float], dict[int, Way]]:
    """(the score of each candidate, what else than sound says so, by the candidate's place)."""
    found = (1.0 / (1.0 + np.exp(-np.clip(logits(name, language, candidates), -HIGHEST, HIGHEST)))).tolist()
    ways: dict[int, Way] = {}
    for at, read in _read(name, language, candidates).items():
        found[at] = READ if read else found[at] * UNREAD
        if read:
            ways[at] = "reading"
    bearers, same = entities(name, language), key(name)
    for at, other in enumerate(candidates) if bearers else ():
        if bearers & entities(*other):
            found[at], ways[at] = 1.0, "listed"
    for at, form in enumerate(_keys(tuple(candidates))):
        if form == same:
            found[at], ways[at] = 1.0, "equal"
    return found, ways


@lru_cache(maxsize=32)
def _keys(candidates: tuple[tuple[str, str], ...]) -> list[str]:
    return [key(text) for text, _ in candidates]


def _read(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> dict[int, bool]:
    """By place, whether name and candidate are a Chinese name and its pinyin; left out where neither is a Chinese person's name in Chinese
    characters."""
    if language == "zh" and not name.isascii():
        return _as_read(name, [(at, text) for at, (text, _) in enumerate(candidates)])
    found: dict[int, bool] = {}
    for at, (text, code) in enumerate(candidates):
        if code == "zh" and not text.isascii():
            found |= _as_read(text, [(at, name)])
    return found


def _as_read(name: str, others: Sequence[tuple[int, str]]) -> dict[int, bool]:
    """Of a name in Chinese characters and (place, name) others in any letters."""
    how = way(name)
    if how == "sound" or len(key(name)) < 2:
        return {}
    read = {at: is_reading(name, other) for at, other in others if other.isascii()}
    return read if how == "reading" else {at: True for at, one in read.items() if one}
