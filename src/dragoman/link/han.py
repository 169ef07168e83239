"""How a name in Chinese characters is to be read: a Chinese person's by the readings of its characters, a foreigner's by the sound that
they were chosen for.

`languages/zh/surnames.toml`: `single`, family names of one character, and `double`, of two. names.toml has the characters that foreign
names are written with (`foreign`) and the marks that stand between their parts (`joiners`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from pypinyin import Style, pinyin

from dragoman import languages
from dragoman.link.names import key

Way = Literal["reading", "sound"]

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[^a-z]")
_PARTS = re.compile(r"[\s,]+")
_MOST = 5
"""Most characters of a name that is looked up by its readings."""
_GIVEN = 2
"""Most characters of a Chinese given name."""


class Rules(Struct, frozen=True):
    """What tells a Chinese name from a foreign one."""

    single: frozenset[str]
    double: frozenset[str]
    foreign: frozenset[str]
    joiners: frozenset[str]


@cache
def rules() -> Rules:
    """The tables of Chinese."""
    surnames, names = languages.table("zh", "surnames"), languages.table("zh", "names")
    return Rules(frozenset(surnames["single"]), frozenset(surnames["double"]), frozenset(names["foreign"]), frozenset(names["joiners"]))


@lru_cache(maxsize=65536)
def way(name: str) -> Way | None:
    """`reading` for a Chinese name (a family name and one or two characters of which one at least no foreign name is written with),
    `sound` for a foreign one (parts joined by a dot, or its characters only and no family name first), None where both may be or where
    there are other characters than Chinese ones."""
    known = rules()
    plain = key(name)
    if any(mark in name for mark in known.joiners):
        return "sound"
    if not _HAN.fullmatch(plain):
        return None
    size = surname_length(plain)
    given = plain[size:]
    if size and 1 <= len(given) <= _GIVEN and (size > 1 or not set(given) <= known.foreign):
        return "reading"
    if not size and len(plain) > 1 and set(plain) <= known.foreign:
        return "sound"
    return None


def surname_length(name: str) -> int:
    """Characters of the family name that a name in simplified characters begins with; 0 where it begins with none."""
    known = rules()
    if name[:2] in known.double and len(name) > len(name[:2]):
        return 2
    return int(name[:1] in known.single)


@lru_cache(maxsize=65536)
def readings(name: str) -> tuple[frozenset[str], ...]:
    """The pinyin syllables, without tones and in plain letters, that each character may be read as."""
    return tuple(
        frozenset(_LATIN.sub("", syllable.replace("ü", "v")) for syllable in syllables)
        for syllables in pinyin(key(name), style=Style.NORMAL, heteronym=True, errors="ignore")
    )


@lru_cache(maxsize=65536)
def spelled(latin: str) -> tuple[str, str]:
    """The letters a to z of a name as it stands, and with its last part first."""
    found = [_LATIN.sub("", part.replace("ü", "v")) for part in _PARTS.split(key(latin)) if part]
    return "".join(found), "".join(found[-1:] + found[:-1])


@lru_cache(maxsize=4096)
def pinyin_of(name: str) -> tuple[frozenset[str], bool]:
    """(every pinyin spelling of a name in one word, whether it has a family name and a given one)."""
    plain, known = key(name), readings(name)
    found = {""}
    for choices in known[:_MOST]:
        found = {one + syllable for one in found for syllable in choices}
    return (frozenset(found - {""}) if len(known) <= _MOST else frozenset()), 0 < surname_length(plain) < len(plain)


def is_reading(name: str, latin: str) -> bool:
    """Whether a spelling in Latin letters is the pinyin of the whole name, family name first or last."""
    spellings, full = pinyin_of(name)
    together, turned = spelled(latin)
    return together in spellings or (full and turned in spellings)
