"""Names in scripts without capitals whose words stand apart (Arabic, Persian): from a given name on, behind an office, behind the word
for a body. How common a word is (wordfreq) tells where a name ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wordfreq import zipf_frequency

from dragoman import languages
from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.text.words import folded

Tagged = tuple[int, int, str, float]
_TOKEN = re.compile(r"[^\W_]+(?:\u200c[^\W_]+)*")
_COMMON, _OFTEN = 4.6, 5.2
"""Zipf frequencies: a word behind an office is a name below the first, one behind a given name below the second."""
_LONGEST_PERSON, _LONGEST_BODY = 6, 4
"""Words of a name."""
_OFFICE = 6
"""Words between the head of an office and the person."""


class Uncased:
    """A tagger for one language (BCP 47); `function` are its function words."""

    def __init__(self, language: str, function: frozenset[str]) -> None:
        self._code = languages.base(language)
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        self._stops = function | self._titles.heads | self._titles.modifiers | self._titles.joiners | self._names.junk
        self._clitics = sorted(self._names.clitics, key=lambda word: (-len(word), word))

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure)."""
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        words = [folded(text[start:end]) for start, end in tokens]
        found: list[Tagged] = []
        at = 0
        while at < len(tokens):
            stop, kind, skip, sure = self._name(text, tokens, words, at)
            if stop > at:
                found.append((tokens[at][0] + skip, tokens[stop - 1][1], kind, sure))
            at = max(stop, at + 1)
        return found

    def _name(self, text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> tuple[int, str, int, float]:
        """Where the name that begins at a word ends, its type, the letters of the clitic in front, how sure; `at` where none begins."""
        skip = self._clitic(words[at])
        plain = words[at][skip:]
        if plain in self._names.given:
            stop = self._person(text, tokens, words, at)
            if stop > at + 1 or (stop > at and at and words[at - 1] in self._titles.honorifics):
                return stop, "person", skip, 0.6
        if plain in self._names.bodies:
            stop = self._body(text, tokens, words, at)
            if stop > at + 1:
                return stop, "organisation", skip, 0.6
        if self._behind_office(text, tokens, words, at):
            stop = self._person(text, tokens, words, at)
            return stop, "person", 0, 0.85
        return at, "", 0, 0.0

    def _clitic(self, word: str) -> int:
        """Letters of a clitic in front of a known given name or word for a body, 0 where there is none."""
        known = self._names.given | self._names.bodies
        if word in known:
            return 0
        return next((len(one) for one in self._clitics if word.startswith(one) and word[len(one) :] in known), 0)

    def _person(self, text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> int:
        """Index after the last word of a person's name that begins at `at`."""
        names, stop = self._names, at + 1
        while stop < len(tokens) and stop - at < _LONGEST_PERSON and text[tokens[stop - 1][1] : tokens[stop][0]] == " ":
            word, before = words[stop], words[stop - 1]
            part = word in names.particles or before in names.particles
            named = part or word in names.given
            if not named and not self._goes_on(word, before, stop - at):
                break
            stop += 1
        return stop - 1 if words[stop - 1] in names.particles and stop - at > 1 and words[stop - 1] not in names.given else stop

    def _goes_on(self, word: str, before: str, length: int) -> bool:
        """Whether a word that no list has may be the next part of a name of so many words."""
        if word in self._stops or word in self._names.bodies or len(word) < 2 or not word.replace("\u200c", "").isalpha():
            return False
        often = zipf_frequency(word, self._code)
        return often < _OFTEN and (length == 1 or before in self._names.given or (self._definite(word) and often < _COMMON))

    def _definite(self, word: str) -> bool:
        return any(word.startswith(article) for article in self._names.articles) and word not in self._names.nationalities

    def _body(self, text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> int:
        """Index after the last word of a body's name: definite words behind its head, or, without articles, one word."""
        stop, articles = at + 1, self._names.articles
        while stop < len(tokens) and stop - at < _LONGEST_BODY and text[tokens[stop - 1][1] : tokens[stop][0]] == " ":
            word = words[stop]
            definite = any(word.startswith(article) for article in articles) if articles else stop == at + 1 and word not in self._stops
            if not definite or word in self._titles.heads:
                break
            stop += 1
        return stop

    def _behind_office(self, text: str, tokens: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> bool:
        """Whether an office stands directly in front and the word is no common one."""
        word = words[at]
        if word in self._stops or word in self._names.bodies or len(word) < 3 or zipf_frequency(word, self._code) > _COMMON:
            return False
        if any(word.startswith(article) for article in self._names.articles) or any(char.isdigit() for char in word):
            return False
        before = at - 1
        while before >= 0 and at - before <= _OFFICE and text[tokens[before][1] : tokens[before + 1][0]] == " ":
            if words[before] in self._titles.heads | self._titles.honorifics:
                return True
            if words[before] not in self._titles.modifiers:
                return False
            before -= 1
        return False
