"""Vectors without a model: signed feature hashing of words and character trigrams (Weinberger et al. 2009, "Feature hashing for large
scale multitask learning"). Texts are near only where they share words or word pieces, so it does not cross scripts."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

DECIMALS = 6
_WORD = re.compile(r"\w+")


class Hashing:
    """`size` dimensions (default 256)."""

    name = "hashing"
    version = 1

    def __init__(self, size: int = 256) -> None:
        self.size = size

    def embed(self, texts: Sequence[str], languages: Sequence[str] | None = None) -> list[tuple[float, ...]]:
        """One unit vector a text, rounded to six decimals; a text without any letter or digit gets an empty vector."""
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> tuple[float, ...]:
        values = [0.0] * self.size
        for feature, count in sorted(Counter(_features(text)).items()):
            raw = int.from_bytes(hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
            values[(raw >> 1) % self.size] += (1 if raw & 1 else -1) * (1 + math.log(count))
        norm = math.sqrt(sum(value * value for value in values))
        return tuple(round(value / norm, DECIMALS) for value in values) if norm else ()


def _features(text: str) -> Iterator[str]:
    """Words, and trigrams of each word with its edges marked."""
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        yield word
        edged = f"<{word}>"
        for at in range(len(edged) - 2):
            yield "#" + edged[at : at + 3]
