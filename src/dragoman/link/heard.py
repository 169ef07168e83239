"""Whether names sound alike: log odds for a name against many, part by part, by learned spellings where there are any for the name's
script (`link.spellings`) and by sound classes where there are none (`link.edits`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from dragoman.link.edits import Numbers, similarity
from dragoman.link.letters import latin
from dragoman.link.names import parts
from dragoman.link.sounds import sounds
from dragoman.link.spellings import Speller, speller
from dragoman.text.scripts import main_script

Floats = NDArray[np.float64]
Named = tuple[str, str]
"""A name and its language."""

EVEN = 0.62
"""The likeness in sound that stands for even odds; set by hand."""
STEEP = 12.0
"""How fast the odds fall around `EVEN`."""
PART = 0.97
"""What a likeness in sound of the surname alone is worth beside one of the whole name."""
ALONE = (0.7, 1.5, 2.5)
"""What a single part loses in log odds beside the last part, the first, and another part of a longer name."""
LEFT_OUT = 0.5
"""What each part that only the longer name has costs, in log odds."""
INITIAL = (0.8, -3.0)
"""Log odds of an initial and a part that begins with its letter, and with another."""
MOST = 6.0
"""Log odds of a part that count at most, for and against."""
WHOLE = 4
"""Most parts that are set against each other in any order."""
REREAD = 8
"""How many candidates of another script, the likeliest by sound, are read by learned spellings."""
UNLIKELY = -2.0

_MODELS = {"Hani": "zh", "Hira": "ja", "Kana": "ja", "Hang": "ko", "Cyrl": "ru", "Arab": "ar", "Hebr": "he"}
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
"""Scripts that write vowels, which anyascii brings to Latin letters well enough to be set against a spelling."""


@lru_cache(maxsize=65536)
def model(name: str, language: str) -> Speller | None:
    """The learned spellings that read a name: by its script, Chinese characters only in Chinese, Cyrillic only in Russian."""
    if name.isascii():
        return None
    code = _MODELS.get(main_script(name))
    return speller(code) if code is not None and (code not in ("zh", "ru") or language == code) else None


@lru_cache(maxsize=65536)
def alphabetic(name: str) -> bool:
    """Whether a name can be set against a spelling of another."""
    return name.isascii() or main_script(name) in _ALPHABETS


def logits(name: str, language: str, candidates: Sequence[Named]) -> Floats:
    """Log odds that each candidate sounds like the name."""
    reader = model(name, language)
    found = np.zeros(len(candidates))
    taken = [at for at, (text, _) in enumerate(candidates) if text.isascii() or alphabetic(text)] if reader is not None else []
    if reader is not None and taken:
        found[taken] = _spelled(reader, name, [candidates[at][0] for at in taken])
    rest = sorted(set(range(len(candidates))).difference(taken)) if len(taken) < len(candidates) else []
    if rest:
        found[rest] = _sounded(name, language, [candidates[at] for at in rest])
        if reader is None and alphabetic(name):
            _reread(found, name, candidates, rest)
    return found


def _reread(found: Floats, name: str, candidates: Sequence[Named], rest: Sequence[int]) -> None:
    """The likeliest of the candidates that there are learned spellings for, by these; the others stay below even."""
    readers = {at: reader for at in rest if (reader := model(*candidates[at])) is not None}
    for place, at in enumerate(sorted(readers, key=lambda one: -found[one])):
        text, _ = candidates[at]
        found[at] = _spelled(readers[at], text, [name])[0] if place < REREAD else min(found[at], UNLIKELY)


@lru_cache(maxsize=32)
def _pieces(others: tuple[str, ...]) -> tuple[tuple[str, ...], list[int], list[tuple[str, ...]], dict[str, int]]:
    """(all different parts and whole names, the place of each whole name among them, parts of each name, places by text)."""
    theirs = [parts(other) or (other,) for other in others]
    wholes = ["".join(one) for one in theirs]
    texts = tuple(dict.fromkeys([*wholes, *(part for one in theirs for part in one)]))
    places = {text: at for at, text in enumerate(texts)}
    return texts, [places[text] for text in wholes], theirs, places


def _spelled(reader: Speller, name: str, others: Sequence[str]) -> Floats:
    """By learned spellings, part by part."""
    own = parts(name) or (name,)
    texts, wholes, theirs, places = _pieces(tuple(others))
    whole = reader.logits("".join(own), texts)
    found = whole[wholes]
    several = [at for at, other in enumerate(theirs) if len(own) > 1 or len(other) > 1]
    if several:
        table = whole[None] if len(own) == 1 else np.array([reader.logits(part, texts) for part in own])
        for at in several:
            found[at] = max(found[at], _assigned(table[:, [places[part] for part in theirs[at]]], own, theirs[at]))
    return found


def _assigned(table: Floats, own: Sequence[str], other: Sequence[str]) -> float:
    """Log odds of two names of which one at least has several parts, from those of their parts (own, other)."""
    if table.shape[0] == 1 or table.shape[1] == 1:
        line = table.reshape(-1)
        loss = np.full(len(line), ALONE[2])
        loss[0], loss[-1] = ALONE[1], ALONE[0]
        return float((np.minimum(line, MOST) - loss).max())
    table = np.clip(_initials(table, own, other), -MOST, MOST)
    if table.shape[0] > table.shape[1]:
        table = table.T
    short, long = table.shape
    orders = permutations(range(long), short) if long <= WHOLE else ((*range(short - 1), long - 1), tuple(range(short))[::-1])
    best = max(0.5 * (line := table[range(short), list(order)]).mean() + 0.5 * line.min() for order in orders)
    return float(best - LEFT_OUT * (long - short))


def _initials(table: Floats, own: Sequence[str], other: Sequence[str]) -> Floats:
    """The table with what is known of parts of one letter."""
    found = table.copy()
    for row, one in enumerate(own):
        for column, two in enumerate(other):
            short, long = sorted((latin(one), latin(two)), key=len)
            if len(short) == 1 and one.isalpha() and two.isalpha() and 1 in (len(one), len(two)):
                found[row, column] = INITIAL[0] if long.startswith(short) else INITIAL[1]
    return found


def _sounded(name: str, language: str, candidates: Sequence[Named]) -> Floats:
    """By sound classes; a name of several parts may also match by its last part."""
    best: Numbers = similarity(sounds(name, language), [sounds(*candidate) for candidate in candidates])
    for shorter in _last_part(name, language):
        best = np.maximum(best, PART * similarity(shorter, [sounds(*candidate) for candidate in candidates]))
    surnames = [_last_part(*candidate) for candidate in candidates]
    if any(surnames):
        best = np.maximum(best, PART * similarity(sounds(name, language), [some[0] if some else "" for some in surnames]))
    found: Floats = STEEP * (best.astype(np.float64) - EVEN)
    return found


def _last_part(name: str, language: str) -> list[str]:
    split = parts(name)
    return [sounds(split[-1], language)] if len(split) > 1 else []
