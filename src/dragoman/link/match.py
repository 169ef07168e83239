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
    odds = 1.0 / (1.0 + np.exp(-np.clip(logits(name, language, candidates), -HIGHEST, HIGHEST)))
    found = []
    others = zip(candidates, _keyed(tuple(candidates)), _read(name, language, candidates), odds.tolist(), strict=True)
    for other, (form, least), read, score in others:
        if form == same:
            found.append(Likeness(1.0, "equal", min(count, least)))
        elif bearers and bearers & entities(*other):
            found.append(Likeness(1.0, "listed", min(count, least)))
        elif read:
            found.append(Likeness(READ, "reading", min(count, least)))
        else:
            found.append(Likeness(score if read is None else score * UNREAD, "sound", min(count, least)))
    return found


@lru_cache(maxsize=16)
def _keyed(candidates: tuple[tuple[str, str], ...]) -> list[tuple[str, int]]:
    """Key and syllables of each candidate."""
    return [(key(text), syllables(text, language)) for text, language in candidates]


def _read(name: str, language: str, candidates: Sequence[tuple[str, str]]) -> list[bool | None]:
    """Whether name and candidate are a Chinese name and its pinyin; None where neither is a Chinese person's name in Chinese characters."""
    if language == "zh" and not name.isascii():
        return _as_read(name, [text for text, _ in candidates])
    return [_as_read(text, [name])[0] if code == "zh" and not text.isascii() else None for text, code in candidates]


def _as_read(name: str, others: Sequence[str]) -> list[bool | None]:
    """Of a name in Chinese characters and others in any letters."""
    how = way(name)
    if how == "sound" or len(key(name)) < 2:
        return [None] * len(others)
    unread = False if how == "reading" else None
    return [(is_reading(name, other) or unread) if other.isascii() else None for other in others]
