"""Names as the units that spellings are learned over: plain Latin letters on one side, and on the other what the writing is made of
(pinyin syllables with their characters, kana, the letters of hangul blocks, letters of alphabets and abjads).

letters.toml: `plain` maps Latin letters with marks to plain ones.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii
from pypinyin import lazy_pinyin

from dragoman import languages
from dragoman.text.chinese import simplified

LONGEST = 16
"""Letters of a Latin part and units of the other one that are looked at."""
START, END = "^", "$"

_INITIAL = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?")
_OTHER = re.compile(r"[^a-z]")
_HIRAGANA = {point: point + 0x60 for point in range(0x3041, 0x3097)}
_SMALL = frozenset("ァィゥェォャュョヮ")
_LENGTH = "ー"
_SILENT = "\u110b"  # hangul: a block that begins with a vowel
_GERESH = frozenset("'׳’`")


@cache
def _plain() -> dict[int, str]:
    return {ord(old): new for old, new in languages.table("xx", "letters")["plain"].items()}


@lru_cache(maxsize=262144)
def latin(part: str) -> str:
    """At most `LONGEST` letters a to z; other scripts by anyascii's table."""
    text = unicodedata.normalize("NFC", part.lower()).translate(_plain())
    return _OTHER.sub("", (text if text.isascii() else anyascii(text)).lower())[:LONGEST]


@lru_cache(maxsize=65536)
def units(part: str, language: str) -> tuple[str, ...]:
    """At most `LONGEST` units of a part of a name in the script of a language that there is a model for."""
    text = unicodedata.normalize("NFKC", part.lower())
    if language == "zh":
        found = [lazy_pinyin(char)[0] for char in han(part)]
    elif language == "ko":
        found = [char for char in unicodedata.normalize("NFD", text) if char.isalpha() and char != _SILENT]
    elif language == "ja":
        found = _joined((char for char in text.translate(_HIRAGANA) if char.isalnum() or char == _LENGTH), _SMALL)
    elif language == "he":
        found = _joined((char for char in text if char.isalpha() or char in _GERESH), _GERESH)
    else:
        found = [char for char in unicodedata.normalize("NFC", text) if char.isalpha()]
    return tuple(found[:LONGEST])


def han(part: str) -> str:
    """The characters of a part of a Chinese name, simplified."""
    return "".join(char for char in simplified(unicodedata.normalize("NFKC", part.lower())) if char.isalnum())[:LONGEST]


def _joined(chars: object, marks: frozenset[str]) -> list[str]:
    """Characters, each with the marks that follow it; all marks are written as the same sign in Hebrew."""
    found: list[str] = []
    for char in chars:  # type: ignore[attr-defined]
        if char in marks:
            if found:
                found[-1] += "'" if marks is _GERESH else char
        else:
            found.append(char)
    return found


@lru_cache(maxsize=4096)
def halves(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable; either may be empty."""
    initial = _INITIAL.match(syllable)
    size = initial.end() if initial else 0
    return syllable[:size], syllable[size:]


def rows(part: str, language: str) -> list[tuple[str, ...]]:
    """For each unit the keys of what is known of it, the plainest first: the unit itself (`u`), the character (`c`), the unit after what
    precedes it (`p`), before what follows it (`n`), and between both (`b`; Chinese: neighbours count by their final and initial)."""
    found = units(part, language)
    if language != "zh":
        edged = (START, *found, END)
        return [
            (f"u {unit}", f"p {before} {unit}", f"n {unit} {after}", f"b {before} {unit} {after}")
            for before, unit, after in zip(edged, found, edged[2:], strict=False)
        ]
    split = [halves(syllable) for syllable in found]
    ends = (START, *(final for _, final in split))
    starts = (*(initial or final[:1] for initial, final in split[1:]), END)
    return [
        (f"u {unit}", f"c {char}", f"p {before} {unit}", f"n {unit} {after}")
        for unit, char, before, after in zip(found, han(part), ends, starts, strict=False)
    ]
