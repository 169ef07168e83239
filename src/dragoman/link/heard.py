"""Whether names sound alike: log odds for a name against many, part by part, by learned spellings where there are any for the name's
script (`link.spellings`) and by sound classes where there are none (`link.edits`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from dragoman.link.edits import Numbers, similarity_coded
from dragoman.link.letters import latin
from dragoman.link.listed import Listed, Named, Pieces, alphabetic, listed
from dragoman.link.names import parts
from dragoman.link.sounds import sounds
from dragoman.link.spellings import Speller, speller
from dragoman.text.scripts import main_script

Floats = NDArray[np.float64]

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


@lru_cache(maxsize=65536)
def model(name: str, language: str) -> Speller | None:
    """The learned spellings that read a name: by its script, Chinese characters only in Chinese, Cyrillic only in Russian."""
    if name.isascii():
        return None
    code = _MODELS.get(main_script(name))
    return speller(code) if code is not None and (code not in ("zh", "ru") or language == code) else None


def logits(name: str, language: str, others: Listed) -> Floats:
    """Log odds that each name of the list sounds like the name."""
    reader = model(name, language)
    if reader is None:
        found = _sounded(name, language, others)
        if alphabetic(name):
            _reread(found, name, language, others.names)
        return found
    if others.alphabetic.all():
        return _spelled(reader, name, others.pieces)
    found = _sounded(name, language, others)
    found[others.alphabetic] = _spelled(reader, name, others.pieces)
    return found


def _reread(found: Floats, name: str, language: str, candidates: Sequence[Named]) -> None:
    """The likeliest of the candidates that there are learned spellings for, by these; the others stay below even."""
    readers = {at: reader for at, other in enumerate(candidates) if (reader := model(*other)) is not None}
    pieces = listed(((name, language),)).pieces if readers else None
    for place, at in enumerate(sorted(readers, key=lambda one: -found[one])):
        if pieces is not None and place < REREAD:
            found[at] = _spelled(readers[at], candidates[at][0], pieces)[0]
        else:
            found[at] = min(found[at], UNLIKELY)


def _spelled(reader: Speller, name: str, pieces: Pieces) -> Floats:
    """By learned spellings, part by part."""
    own = parts(name) or (name,)
    whole = reader.logits("".join(own), pieces.texts)
    found = whole[pieces.wholes]
    if not pieces.several and len(own) == 1:
        return found
    table = whole[None] if len(own) == 1 else np.array([reader.logits(part, pieces.texts) for part in own])
    if len(own) > 1 and len(pieces.singles):
        found[pieces.singles] = np.maximum(found[pieces.singles], _alone(table[:, pieces.wholes[pieces.singles]].T))
    several = _initials(table, own, pieces) if len(own) > 1 else table
    for names, at in pieces.several.values():
        found[names] = np.maximum(found[names], _alone(table[0, at]) if len(own) == 1 else _assigned(several[:, at].swapaxes(0, 1)))
    return found


def _alone(lines: Floats) -> Floats:
    """Log odds of names of which one has a single part, from that of each part of the other (names, parts)."""
    loss = np.full(lines.shape[1], ALONE[2])
    loss[0], loss[-1] = ALONE[1], ALONE[0]
    best: Floats = (np.minimum(lines, MOST) - loss).max(axis=1)
    return best


def _assigned(tables: Floats) -> Floats:
    """Log odds of names that both have several parts, from those of their parts (names, parts of the one, parts of the other)."""
    tables = np.clip(tables if tables.shape[1] <= tables.shape[2] else tables.swapaxes(1, 2), -MOST, MOST)
    _, short, long = tables.shape
    orders = permutations(range(long), short) if long <= WHOLE else ((*range(short - 1), long - 1), tuple(range(short))[::-1])
    best = np.full(len(tables), -np.inf)
    for order in orders:
        lines = tables[:, range(short), list(order)]
        best = np.maximum(best, 0.5 * lines.mean(axis=1) + 0.5 * lines.min(axis=1))
    found: Floats = best - LEFT_OUT * (long - short)
    return found


def _initials(table: Floats, own: Sequence[str], pieces: Pieces) -> Floats:
    """The table (own parts, texts) with what is known of parts of one letter."""
    found = table.copy()
    for row, one in enumerate(own):
        plain = latin(one)
        for column in range(len(pieces.texts)) if len(plain) == 1 and one.isalpha() else pieces.letters:
            two = pieces.texts[column]
            short, long = sorted((plain, latin(two)), key=len)
            if len(short) == 1 and one.isalpha() and two.isalpha() and 1 in (len(one), len(two)):
                found[row, column] = INITIAL[0] if long.startswith(short) else INITIAL[1]
    return found


def _sounded(name: str, language: str, others: Listed) -> Floats:
    """By sound classes; a name of several parts may also match by its last part."""
    own = sounds(name, language)
    best: Numbers = similarity_coded(own, others.heard)
    for shorter in _last_part(name, language):
        best = np.maximum(best, PART * similarity_coded(shorter, others.heard))
    at, last = others.surnames
    if len(at):
        best[at] = np.maximum(best[at], PART * similarity_coded(own, last))
    found: Floats = STEEP * (best.astype(np.float64) - EVEN)
    return found


def _last_part(name: str, language: str) -> list[str]:
    split = parts(name)
    return [sounds(split[-1], language)] if len(split) > 1 else []
