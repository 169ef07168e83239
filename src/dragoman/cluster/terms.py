"""What a text can be compared by within its own language: words where words stand apart, character pairs where they do not, each weighed
by how rare it is in the language at large (`wordfreq`), so that a first article can be compared without a collection around it."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from functools import cache

from wordfreq import available_languages, get_frequency_dict

from dragoman.text.chinese import simplified

STEM = 7
"""Longer words are cut to this many letters: a crude stem that needs no word list (inflection sits at the end in most languages)."""

COLLECTION = 100
WORDS_IN_ARTICLE = 300
"""Background rarity is that of a word in a collection of 100 articles of 300 words."""

_RUNS = re.compile(
    r"(?P<unspaced>[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]+)|(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
)


def canonical(text: str) -> str:
    """Compatibility forms folded, case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[tuple[str, str]]:
    """(stem, surface) of every word, number and pair of unspaced characters, in order."""
    found: list[tuple[str, str]] = []
    for match in _RUNS.finditer(canonical(text)):
        run = match.group()
        if match.lastgroup == "unspaced":
            found += [(run[at : at + 2], run[at : at + 2]) for at in range(max(1, len(run) - 1))]
        else:
            found.append((run[:STEM], run))
    return found


def weigh(text: str, language: str, most: int = 150, boost: Counter[str] | None = None) -> dict[str, float]:
    """The `most` weightiest terms of a text: (1 + log count) times background rarity. `boost` adds counts (of the title's words)."""
    if language.startswith("zh"):
        text = simplified(text)
    counts: Counter[str] = Counter()
    surfaces: dict[str, str] = {}
    for stem, surface in words(text):
        counts[stem] += 1
        surfaces.setdefault(stem, surface)
    if boost:
        counts.update({stem: extra for stem, extra in boost.items() if stem in counts})
    weighted = {stem: (1 + math.log(count)) * rarity(language, surfaces[stem]) for stem, count in counts.items()}
    heaviest = sorted(((weight, stem) for stem, weight in weighted.items() if weight > 0), key=lambda pair: (-pair[0], pair[1]))
    return {stem: weight for weight, stem in heaviest[:most]}


def rarity(language: str, word: str) -> float:
    """About 0 (in every article) to 4.6 (unknown to the language's frequency list)."""
    expected = COLLECTION * WORDS_IN_ARTICLE * _frequencies(language.split("-")[0]).get(word, 0.0)
    return math.log((COLLECTION + 1) / (1 + min(COLLECTION, expected)))


@cache
def _frequencies(language: str) -> dict[str, float]:
    return dict(get_frequency_dict(language, "small")) if language in available_languages("small") else {}


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two sparse vectors, 0 where one is empty."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    dot = sum(weight * large[key] for key, weight in sorted(small.items()) if key in large)
    if not dot:
        return 0.0
    return dot / math.sqrt(sum(weight * weight for weight in a.values()) * sum(weight * weight for weight in b.values()))
