"""The tokeniser of multilingual-e5-small: SentencePiece's unigram model (Kudo 2018, arXiv 1804.10959). A text is cut into pieces so that
the sum of their log-probabilities is greatest (Viterbi)."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.providers.embed.e5.weights import Pieces

SPACE = "\u2581"
"""Stands for a space, before each word."""

UNKNOWN_BELOW = 10.0  # as in SentencePiece: a character without a piece costs this much more than the rarest piece
WORDS_KEPT = 16_384  # words whose pieces are remembered: news repeats its words
_RUN = re.compile("  +")
_WORD = re.compile(f"{SPACE}[^{SPACE}]*|^[^{SPACE}]+")


class Tokens:
    """No piece reaches over a space, so that each word is cut on its own and remembered."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._numbers = dict(zip(pieces.words, range(len(pieces.words)), strict=True))
        del self._numbers[pieces.words[pieces.unknown]]
        # By length, so that the last one said of a character is its longest.
        self._longest = {word[0]: len(word) for word in sorted(self._numbers, key=len)}
        self._unknown = (pieces.unknown, min(pieces.scores) - UNKNOWN_BELOW)
        self._word = lru_cache(WORDS_KEPT)(self._cut)

    def numbers(self, text: str, most: int) -> list[int]:
        """The numbers of the pieces of a text between the marks of its begin and end, `most` in all; what is beyond is cut off."""
        plain = _RUN.sub(" ", text.translate(self._pieces.table))
        plain = plain if plain.startswith(" ") else " " + plain
        found = [self._pieces.begin]
        for word in _WORD.findall(plain.replace(" ", SPACE)):
            found += self._word(word)
            if len(found) >= most:
                break
        return [*found[: most - 1], self._pieces.end]

    def _cut(self, word: str) -> tuple[int, ...]:
        size, none, scores = len(word), float("-inf"), self._pieces.scores
        best, last = [0.0, *[none] * size], [(0, 0)] * (size + 1)
        for start in range(size):
            below, first = best[start], word[start]
            for stop in range(start + 1, min(size, start + self._longest.get(first, 1)) + 1):
                found = self._numbers.get(word[start:stop])
                if found is not None and below + scores[found] > best[stop]:
                    best[stop], last[stop] = below + scores[found], (found, start)
            if below + self._unknown[1] > best[start + 1]:
                best[start + 1], last[start + 1] = below + self._unknown[1], (self._unknown[0], start)
        numbers, at = [], size
        while at:
            number, at = last[at]
            numbers.append(number)
        return tuple(reversed(numbers))
