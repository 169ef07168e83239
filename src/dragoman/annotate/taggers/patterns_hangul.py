"""Korean names: people before offices, three syllables with a known family name, bodies and places by their last syllables. Particles
written onto a word are left out of the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.text.words import folded

Tagged = tuple[int, int, str, float]
_TOKEN = re.compile(r"[^\W_]+")
_SYLLABLES = (2, 4)
"""Syllables of a Korean's name."""
_LONGEST_PERSON = 3
"""Words of a foreign name."""
_SHORTEST_BODY = 3
"""Syllables of a body's or place's name that is told by its end."""


class Hangul:
    """A tagger for one language (BCP 47) written in hangul; `function` are its function words."""

    def __init__(self, language: str, function: frozenset[str]) -> None:
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        self._stops = function | self._names.junk | self._titles.modifiers | self._titles.heads
        self._josa = sorted(self._names.enclitics, key=lambda word: (-len(word), word))

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure)."""
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        words = [text[start:end] for start, end in tokens]
        found: list[Tagged] = []
        for at in range(len(tokens)):
            if found and tokens[at][0] < found[-1][1]:
                continue
            stop = self._person(text, tokens, words, at)
            if stop:
                found.append((tokens[at][0], tokens[stop - 1][1], "person", 0.85))
                continue
            kind, length = self._built(words[at])
            if kind:
                found.append((tokens[at][0], tokens[at][0] + length, kind, 0.6))
        return found

    def _person(self, text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> int:
        """Index after the last word of a person's name that begins at `at` and stands before an office; 0 where none does."""
        for stop in range(min(len(tokens) - 1, at + _LONGEST_PERSON), at, -1):
            spaced = all(text[tokens[one][1] : tokens[one + 1][0]] == " " for one in range(at, stop))
            if not spaced or not self._before_office(words, stop):
                continue
            name = words[at:stop]
            if any(word in self._stops or self._is_body(word) or not word.isalpha() for word in name):
                continue
            if len(name) == 1 and self._korean(name[0]):
                return stop
            if name[0] in self._names.given or (len(name) == 1 and self._foreign(name[0])):
                return stop
        return 0

    def _before_office(self, words: Sequence[str], at: int) -> bool:
        """Whether an office stands at `at`, or behind words of an office and one body."""
        for other in range(at, min(len(words), at + 3)):
            if self._bare(words[other]) in self._titles.heads | self._titles.honorifics:
                return True
            if words[other] not in self._titles.modifiers and not self._is_body(words[other]):
                return False
        return False

    def _korean(self, word: str) -> bool:
        low, high = _SYLLABLES
        return low <= len(word) <= high and any(word.startswith(family) for family in self._names.surnames)

    def _foreign(self, word: str) -> bool:
        """Whether a word before an office may be a foreigner's family name: no place, and no particle at its end."""
        return len(word) > 1 and word not in self._names.places and self._bare(word) == folded(word)

    def _is_body(self, word: str) -> bool:
        return any(word.endswith(body) and len(word) >= _SHORTEST_BODY for body in self._names.bodies) or word in self._names.organisations

    def _bare(self, word: str) -> str:
        """The word without the particle written onto it."""
        word = folded(word)
        if word in self._titles.heads:
            return word
        return next((word[: -len(one)] for one in self._josa if word.endswith(one) and len(word) > len(one)), word)

    def _built(self, word: str) -> tuple[str, int]:
        """The type that the last syllables of a word tell, and its length without the particle."""
        for form in dict.fromkeys((self._bare(word), word)):
            if len(form) < _SHORTEST_BODY or form in self._stops:
                continue
            if any(form.endswith(body) for body in self._names.bodies):
                return "organisation", len(form)
            if any(form.endswith(place) for place in self._names.place_words):
                return "place", len(form)
        return "", 0
