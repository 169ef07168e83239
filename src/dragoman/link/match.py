"""Whether two names sound alike, in any two scripts, without training: both are read into sound classes and compared by an edit
distance whose costs depend on the sounds (Kondrak's ALINE, 2000, in a small table; vowels weigh less than consonants, as in the
consonant skeletons of Pouliquen et al.).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from dragoman.link.han import is_reading, pinyin_of, way
from dragoman.link.heard import logits
from dragoman.link.known import entities
from dragoman.link.listed import Listed, listed
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
    others = listed(tuple(candidates))
    found = (1.0 / (1.0 + np.exp(-np.clip(logits(name, language, others), -HIGHEST, HIGHEST)))).tolist()
    ways: dict[int, Way] = {}
    for at, read in _read(name, language, others).items():
        found[at] = READ if read else found[at] * UNREAD
        if read:
            ways[at] = "reading"
    bearers, same = entities(name, language), key(name)
    for at, other in enumerate(candidates if bearers else ()):
        if bearers & entities(*other):
            found[at], ways[at] = 1.0, "listed"
    for at in np.flatnonzero(others.keys == hash(same)).tolist():  # a hash may lie
        if key(candidates[at][0]) == same:
            found[at], ways[at] = 1.0, "equal"
    return found, ways


def _read(name: str, language: str, others: Listed) -> dict[int, bool]:
    """By place, whether name and candidate are a Chinese name and its pinyin; left out where neither is a Chinese person's name in Chinese
    characters."""
    if language == "zh" and not name.isascii():
        return _as_read(name, others)
    found: dict[int, bool] = {}
    own = listed(((name, language),))
    for at in np.flatnonzero(others.chinese).tolist():
        read = _as_read(others.names[at][0], own)
        if read:
            found[at] = read[0]
    return found


def _as_read(name: str, others: Listed) -> dict[int, bool]:
    """Of a name in Chinese characters and those of the others that stand in Latin letters."""
    how = way(name)
    if how == "sound" or len(key(name)) < 2:
        return {}
    spellings, _ = pinyin_of(name)
    like = np.isin(others.spellings, [hash(one) for one in spellings]).any(axis=1)
    found = dict.fromkeys(np.flatnonzero(others.latin).tolist(), False) if how == "reading" else {}
    return found | {at: True for at in np.flatnonzero(like & others.latin).tolist() if is_reading(name, others.names[at][0])}
