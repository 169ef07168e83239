"""How a written name sounds, roughly: a string of sound classes that names of any script and language are brought to.

sounds.toml: `reading` says how letters become Latin ones ("pinyin", or "letters": anyascii's table); `spellings` map runs of Latin
letters to sounds, the longest first, "^" for the beginning of a word; letters without a rule stand for themselves. The neutral table
also holds the costs (`alike`, `lost`) that `link.match` reads.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from anyascii import anyascii
from pypinyin import lazy_pinyin

from dragoman import languages
from dragoman.link.names import key

SOUNDS = "aeiouywpbtdkgfvszSZCJTxhmnlr"
PARTS = re.compile(r"[\s·・•‧=＝\-]+")


@cache
def _rules(language: str) -> tuple[str, re.Pattern[str], dict[str, str]]:
    table = languages.table(language, "sounds")
    spellings: dict[str, str] = dict(table["spellings"])
    longest = sorted(spellings, key=lambda run: (-len(run.lstrip("^")), "^" not in run, run))
    pattern = "|".join(("(?<![a-z])" + re.escape(run[1:])) if run.startswith("^") else re.escape(run) for run in longest)
    return table["reading"], re.compile(f"{pattern}|."), spellings


@lru_cache(maxsize=262144)
def sounds(name: str, language: str) -> str:
    """The sound classes of a name, its parts joined; characters that stand for no sound are left out."""
    reading, pattern, spellings = _rules("xx" if name.isascii() else language)
    return "".join(_sounded(run, pattern, spellings) for part in PARTS.split(name) for run in _latin(part, reading))


def _latin(part: str, reading: str) -> list[str]:
    """A part of a name in Latin letters; a syllable each where the writing has them."""
    if reading == "pinyin":
        return [re.sub(r"[^a-z]", "", anyascii(syllable).lower().replace("v", "yu")) for syllable in lazy_pinyin(key(part))]
    return [re.sub(r"[^a-z]", "", anyascii(part).lower())]


def _sounded(run: str, pattern: re.Pattern[str], spellings: dict[str, str]) -> str:
    found = []
    for match in pattern.finditer(run):
        text = match.group()
        sound = spellings.get("^" + text) if match.start() == 0 else None
        found.append(sound if sound is not None else spellings.get(text, text))
    plain = re.sub(r"(.)\1+", r"\1", "".join(found))
    return "".join(char for char in plain if char in SOUNDS)


@lru_cache(maxsize=262144)
def transliteration(name: str, language: str) -> str:
    """The name in plain Latin letters: pinyin for Chinese characters, anyascii's table for the rest."""
    reading = "letters" if name.isascii() else _rules(language)[0]
    return "".join(_latin(name, reading))


@lru_cache(maxsize=262144)
def syllables(name: str, language: str) -> int:
    """About how many syllables a name has: its Chinese characters or hangul blocks, else its runs of vowels, and at least one for two
    consonants in scripts that leave vowels out."""
    blocks = sum("\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in name)
    if blocks:
        return blocks
    latin = transliteration(name, language)
    vowels = len(re.findall(r"[aeiouy]+", latin))
    if languages.get(language).direction == "rtl" and not name.isascii():
        vowels = max(vowels, (len(re.sub(r"[aeiouyw]", "", latin)) + 1) // 2)
    return vowels
