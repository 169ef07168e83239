"""Names that are read and not heard: a Chinese person's in characters, in pinyin, and in the letters that another language has for pinyin.

pinyin.toml of a language with letters of its own: `initials` and `finals` of a syllable, `whole` syllables that these do not make.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dragoman import languages
from dragoman.link.han import is_reading, readings, rules, surname_length, way
from dragoman.link.names import key, parts

Named = tuple[str, str]

_NOT_LETTERS = re.compile(r"[^a-zа-я]")
_MOST = 4
"""Most characters, and syllables, of a Chinese person's name."""


@lru_cache(maxsize=65536)
def read(one: Named, other: Named) -> bool | None:
    """Whether two (name, language) names are one that is read; None where they are not both such."""
    for name, letters in ((one, other), (other, one)):
        if name[1] == "zh" and not name[0].isascii():
            return _in_letters(name[0], letters)
    if one[0].isascii() == other[0].isascii():
        return None
    latin, letters = sorted((one, other), key=lambda named: not named[0].isascii())
    return _in_other_letters(latin[0], letters)


def _in_letters(name: str, letters: Named) -> bool | None:
    """Whether letters are the reading of a name in characters: never where it is surely Chinese and read otherwise."""
    if way(name) == "sound" or len(key(name)) < 2:
        return None
    table = _spellings(letters[1])
    if letters[0].isascii():
        is_read = is_reading(name, letters[0])
    elif table and 0 < surname_length(key(name)) < len(key(name)) <= _MOST:
        is_read = bool(_plain("".join(parts(letters[0]))) in _written(key(name), letters[1]))
    else:
        return None
    return True if is_read else (False if way(name) == "reading" else None)


def _in_other_letters(latin: str, letters: Named) -> bool | None:
    """Whether pinyin and other letters are one Chinese name; None where they are not both a Chinese family name and what can be read."""
    mine, theirs = parts(latin), parts(letters[0])
    table = _spellings(letters[1])
    if not table or len(mine) < 2 or len(theirs) < 2 or mine[0] not in _family_names():
        return None
    known = {_plain(syllable) for syllable in table.values()}
    given = _plain("".join(theirs[1:]))
    if table.get(mine[0], "") != theirs[0] or not _cuts(given, frozenset(known)):
        return None
    cuts = _cuts(_plain("".join(mine[1:])), frozenset(table))
    return any(_plain("".join(table[syllable] for syllable in cut)) == given for cut in cuts) if cuts else None


@lru_cache(maxsize=4096)
def _written(name: str, language: str) -> frozenset[str]:
    """Every way that another language's letters write a name in characters."""
    table, found = _spellings(language), {""}
    for choices in readings(name):
        found = {one + _plain(table[syllable]) for one in found for syllable in choices if syllable in table}
    return frozenset(found)


@lru_cache(maxsize=4096)
def _cuts(text: str, syllables: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The ways to cut letters in at most two syllables."""
    whole = ((text,),) if text in syllables else ()
    both = ((text[:at], text[at:]) for at in range(1, len(text)) if text[:at] in syllables and text[at:] in syllables)
    return (*whole, *both)


@cache
def _family_names() -> frozenset[str]:
    return frozenset(syllable for name in rules().single for syllable in readings(name)[0])


def _plain(text: str) -> str:
    return _NOT_LETTERS.sub("", text.replace("ё", "е").replace("э", "е").replace("ъ", ""))


@cache
def _spellings(language: str) -> Mapping[str, str]:
    """Pinyin syllable to its letters, empty where a language has none of its own."""
    table = languages.table(language, "pinyin")
    if not table:
        return {}
    found = {one + two: table["initials"][one] + table["finals"][two] for one in table["initials"] for two in table["finals"]}
    return {**found, **table["whole"]}
