"""Names as strings: the key they are compared by, their parts, and whether two may name one person."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma
from dragoman.text.words import folded

_DASHES = re.compile(r"\s*[‐‑‒–—―−－]\s*|\s+-\s+|(?<=\w)-\s+(?=\w)")
_QUOTES = re.compile(r"[\"“”«»„「」『』]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_PARTS = re.compile(r"[\s·・•‧∙.]+")
_SHORTEST_NICKNAME = 3


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """What equal names share: simplified characters, folded case, plain dashes and apostrophes, no quotation marks, single spaces."""
    plain = _QUOTES.sub("", _DASHES.sub("-", text.translate(_APOSTROPHES)))
    return " ".join(folded(simplified(plain)).split())


@lru_cache(maxsize=65536)
def base_key(text: str, language: str) -> str:
    """The key with every word in its base form, for languages that inflect names."""
    return " ".join(lemma(word, language) for word in key(text).split(" "))


@lru_cache(maxsize=65536)
def parts(text: str) -> tuple[str, ...]:
    """The folded words of a person's name; dots, middle dots and spaces part them, hyphens do not."""
    return tuple(part for part in _PARTS.split(key(text)) if part)


def initials(text: str) -> str:
    """First letters of the words that carry a name's acronym; joined words give each their own."""
    return "".join(word[0] for word in re.split(r"[\s\-–/&]+", key(text)) if word)


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of at least two parts may be one person's: the same surname (the last part), and given names that are equal,
    an initial, a shortened form, or left out in the middle."""
    if one[-1] != other[-1]:
        return False
    return _same_given(one[0], other[0])


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == 1 or len(short) >= _SHORTEST_NICKNAME:
        return long.startswith(short)
    return short == long


def is_abbreviation(short: str, long: str) -> bool:
    """Whether `short` abbreviates `long`: its letters are the initials in order, or, where words are not spaced, characters of the long
    form in order that begin with its first (Schwartz & Hearst 2003, loosened for Chinese)."""
    small, whole = key(short).replace(" ", "").replace(".", ""), key(long)
    if len(small) < 2 or len(small) >= len(whole.replace(" ", "")):
        return False
    letters = initials(long) if " " in whole else whole
    return small[0] == whole[0] and _in_order(small, letters)


def _in_order(small: str, whole: str) -> bool:
    """Whether the characters of `small` are met in `whole` in order."""
    rest = iter(whole)
    return all(char in rest for char in small)
