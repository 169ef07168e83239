"""A text as copying sees it: words (characters where words are not set apart) with their places, what stands in quotation marks, and runs
of words as numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from zlib import crc32

from msgspec import Struct

from dragoman import languages
from dragoman.text.chinese import simplified
from dragoman.text.quotes import quotations

WORDS = 3
CHARACTERS = 5
"""Tokens in a run: words, or characters of unspaced scripts. True copies share as little as 30 % of such runs (NEWS-COPY, Silcock et al.
2023)."""

PLACES = 8
"""Places of a run that are kept: runs that stand in more places of one text say little."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,:]\d+)*|[^\W\d_{_UNSPACED}]+")


class Print(Struct, frozen=True):
    """`words` are canonical (case, width and traditional characters folded); `starts` and `ends` their places in the text; `masked` the
    same with numbers as "0"; `quoted` says which stand inside quotation marks; `runs` are hashes of every `size` masked words in a row,
    `places` where each stands first (the first few places only)."""

    words: tuple[str, ...]
    masked: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    runs: tuple[int, ...]
    places: dict[int, list[int]]
    size: int


def printed(text: str, language: str = languages.NEUTRAL) -> Print:
    """The print of a text in a BCP 47 language, of which only the quotation marks count."""
    found = list(_TOKEN.finditer(simplified(text)))
    words = tuple(_canonical(match.group()) for match in found)
    masked = tuple("0" if word[:1].isdigit() else word for word in words)
    unspaced = sum(len(word) == 1 and word > "\u0e00" for word in words)
    size = CHARACTERS if unspaced * 2 > len(words) else WORDS
    runs = tuple(_runs(masked, size))
    return Print(
        words=words,
        masked=masked,
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        quoted=_quoted(text, language, [match.start() for match in found]),
        runs=runs,
        places=_places(runs),
        size=size,
    )


def _places(runs: Sequence[int]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for at, run in enumerate(runs):
        known = places.setdefault(run, [])
        if len(known) < PLACES:
            known.append(at)
    return places


def _canonical(word: str) -> str:
    return word.casefold() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()


def _runs(words: Sequence[str], size: int) -> list[int]:
    coded = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    found = []
    for at in range(len(coded) - size + 1):
        value = 0
        for code in coded[at : at + size]:
            value = (value * 1_000_003 + code) & 0x1FFFFFFFFFFFFFFF
        found.append(value)
    return found


def _quoted(text: str, language: str, places: Sequence[int]) -> tuple[bool, ...]:
    spans = [(item.inner_start, item.inner_end) for item in quotations(text, languages.get(language).quotes) if item.depth == 0]
    inside, at = [], 0
    for place in places:
        while at < len(spans) and spans[at][1] <= place:
            at += 1
        inside.append(at < len(spans) and spans[at][0] <= place)
    return tuple(inside)
