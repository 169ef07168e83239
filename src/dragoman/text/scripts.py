"""Writing systems of characters, by Unicode block (ISO 15924 codes)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x41, 0x5A, "Latn"),
    (0x61, 0x7A, "Latn"),
    (0xAA, 0xAA, "Latn"),
    (0xBA, 0xBA, "Latn"),
    (0xC0, 0xD6, "Latn"),
    (0xD8, 0xF6, "Latn"),
    (0xF8, 0x24F, "Latn"),
    (0x370, 0x3FF, "Grek"),
    (0x400, 0x52F, "Cyrl"),
    (0x531, 0x58F, "Armn"),
    (0x591, 0x5F4, "Hebr"),
    (0x610, 0x61A, "Arab"),
    (0x620, 0x65F, "Arab"),
    (0x66E, 0x6D3, "Arab"),
    (0x6D5, 0x6FF, "Arab"),
    (0x750, 0x77F, "Arab"),
    (0x900, 0x963, "Deva"),
    (0x980, 0x9E5, "Beng"),
    (0xB80, 0xBE5, "Taml"),
    (0xE00, 0xE4F, "Thai"),
    (0xE80, 0xEDF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x2E80, 0x2FDF, "Hani"),
    (0x3005, 0x3007, "Hani"),
    (0x3041, 0x309F, "Hira"),
    (0x30A0, 0x30FA, "Kana"),
    (0x30FC, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hang"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7A3, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFC, "Arab"),
    (0xFF21, 0xFF3A, "Latn"),
    (0xFF41, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Kana"),
    (0x20000, 0x323AF, "Hani"),
)
_STARTS = [block[0] for block in _BLOCKS]

UNSPACED = frozenset({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"})
"""Scripts whose words do not stand apart by spaces."""


@lru_cache(maxsize=65536)
def script(char: str) -> str:
    """ISO 15924 code of a letter's script, "" for digits, punctuation and scripts that the desk has no rules for."""
    point = ord(char)
    at = bisect_right(_STARTS, point) - 1
    return _BLOCKS[at][2] if at >= 0 and point <= _BLOCKS[at][1] else ""


def unspaced(char: str) -> bool:
    """Whether the character belongs to a script written without spaces between words."""
    return script(char) in UNSPACED


UNSPACED_RUN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last, name in _BLOCKS if name in UNSPACED) + "]+")
"""Characters of such scripts side by side."""


def main_script(text: str) -> str:
    """The script that most letters of the text belong to, "" where there are none; ties go to the first in the alphabet."""
    counts = Counter(name for name in map(script, text) if name)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
