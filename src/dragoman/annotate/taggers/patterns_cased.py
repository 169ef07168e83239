"""Names in cased scripts without a model: runs of capitalised words with the small words inside them, typed by lists and by what stands
beside them. Where every noun has a capital (German), a word of the dictionary is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman import languages
from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.text.lemmas import entry, is_common, lemmas
from dragoman.text.scripts import script
from dragoman.text.words import folded, pieces

Tagged = tuple[int, int, str, float]
_END = frozenset(".!?…:\n")
_OPEN = ("“", "«", '"', "„", "—", "–")
_APOSTROPHES = ("'", "’")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){1,2}$")
_ENGLISH = "en"
"""Whose given names count in every language of Latin script: foreign people keep their spelling."""
_LONGEST_PERSON = 4
"""Words with a capital in a person's name."""
_SMALL = 3
"""Small pieces in a row inside a name."""
_COMPOUND = 5
"""Letters of a German noun that may end a compound."""


class Cased:
    """A tagger for one language (BCP 47) of a cased script; `function` are its function words."""

    def __init__(self, language: str, function: frozenset[str]) -> None:
        self._language = language
        self._card = languages.get(language)
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        self._function = function
        self._given = self._names.given | (names_of(_ENGLISH).given if self._card.script == "Latn" else frozenset())
        self._offices = self._titles.heads | self._titles.honorifics
        self._inside = self._names.particles | {"-"}

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), sure by the strength of the sign."""
        spans = pieces(text)
        words = [text[start:end] for start, end in spans]
        inner = {word for at, word in enumerate(words) if at and not self._begins(text, spans, at) and _capital(word)}
        found: list[Tagged] = []
        at = 0
        while at < len(spans):
            stop = self._run(text, spans, words, at)
            if stop > at:
                for first, last in self._parts(words, at, stop):
                    tagged = self._typed(text, spans, words, first, last, inner)
                    found.extend([tagged] if tagged else [])
            at = max(stop, at + 1)
        return found

    def _run(self, text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], at: int) -> int:
        """Index after the run of capitalised words that starts at `at`; `at` itself where none does."""
        stop = at
        while stop < len(spans):
            if stop > at and not _touches(text, spans, stop):
                break
            if _capital(words[stop]) and (stop == at or not self._is_title(words[stop]) or self._has_body(words[at:stop])):
                stop += 1
            elif stop > at and (more := self._small(words, at, stop)):
                stop += more
            else:
                break
        return stop

    def _small(self, words: Sequence[str], at: int, stop: int) -> int:
        """How many small pieces at `stop` belong to a run: particles and elided articles before a capital, adjectives of a body."""
        small = 0
        while (
            stop + small < len(words) and small < 3 and (folded(words[stop + small]) in self._inside or words[stop + small] in _APOSTROPHES)
        ):
            small += 1
        if small and stop + small < len(words) and _capital(words[stop + small]) and folded(words[stop]) in self._inside:
            return small
        return 1 if folded(words[stop]) in self._names.body_adjectives and self._has_body(words[at:stop]) else 0

    def _has_body(self, words: Sequence[str]) -> bool:
        return any(self._names.bodies & {folded(word), *lemmas(word, self._language)} for word in words)

    def _may_join(self, word: str) -> bool:
        return folded(word) in self._inside or word in _APOSTROPHES

    def _parts(self, words: Sequence[str], at: int, stop: int) -> list[tuple[int, int]]:
        """A run cut before a given name: behind a particle or apostrophe (the party of Given Family), or directly behind a body's name."""
        head = {folded(words[at]), *lemmas(words[at], self._language)}
        if head & self._given or "-" in words[at:stop]:
            return [(at, stop)]
        for middle in range(at + 1, stop - 1):
            joined = self._may_join(words[middle - 1])
            named = {folded(words[middle]), *lemmas(words[middle], self._language)} & self._given and _capital(words[middle + 1])
            if named and (joined or not self._names.nouns_capital):
                last = middle
                while last > at and not _capital(words[last - 1]):
                    last -= 1
                return [(at, last), (middle, stop)]
        return [(at, stop)]

    def _typed(
        self, text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], at: int, stop: int, inner: set[str]
    ) -> Tagged | None:
        while at < stop and (
            self._is_title(words[at]) or self._only_first(text, spans, words, at, inner) or self._is_noun(words, at, stop)
        ):
            at += 1
            while at < stop and not _capital(words[at]):
                at += 1
        if at >= stop:
            return None
        while stop > at + 1 and not _capital(words[stop - 1]) and folded(words[stop - 1]) not in self._names.body_adjectives:
            stop -= 1
        start, end = spans[at][0], spans[stop - 1][1]
        initials = _INITIALS.search(text, max(0, start - 8), start)
        if initials and initials.group()[0].isupper():
            return initials.start(), end, "person", 0.7
        kind, sure = self._kind(text, spans, words, at, stop)
        return (start, end, kind, sure) if kind else None

    def _unwanted(self, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a word in front of a name is an office, a word of an office, or a noun."""
        office = self._is_title(words[at]) or (stop - at > 1 and folded(words[at]) in self._titles.modifiers)
        return office or folded(words[at]) in self._names.junk or self._is_noun(words, at, stop)

    def _is_noun(self, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether every noun has a capital here and this is one, with more words behind it."""
        if not self._names.nouns_capital or stop - at < 2 or folded(words[at]) in self._given | self._names.bodies or words[at].isupper():
            return False
        return self._known_noun(words[at])

    def _known_noun(self, word: str) -> bool:
        if folded(word) in self._names.surnames or any(word == place or word in place.split() for place in self._names.places):
            return False
        tails = (word[cut:] for cut in range(3, len(word) - _COMPOUND + 1))
        return entry(word, self._language) is not None or any(entry(tail.capitalize(), self._language) for tail in tails)

    def _kind(self, text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], at: int, stop: int) -> tuple[str, float]:
        names, before = self._names, words[at - 1] if at else ""
        run = words[at:stop]
        first = {folded(run[0]), *lemmas(run[0], self._language)}
        bases = {base for word in run for base in (folded(word), *lemmas(word, self._language))}
        capitals = [word for word in run if _capital(word)]
        if before and self._is_title(before) and not first & names.bodies:
            return "person", 0.7
        if first & self._given and not {folded(run[-1])} & names.bodies and len(capitals) <= _LONGEST_PERSON:
            return ("person", 0.7) if len(capitals) > 1 or not self._doubtful(run[0]) else ("", 0.0)
        if first & names.bodies or (bases & names.bodies and len(capitals) > 1):
            return ("organisation", 0.6) if len(run) > 1 or not (names.nouns_capital or self._begins(text, spans, at)) else ("", 0.0)
        if bases & names.place_words and len(capitals) > 1:
            return "place", 0.6
        if self._card.script != "Latn" and script(run[0][0]) == "Latn":
            return "organisation", 0.5
        if len(run) == 1 and run[0].isupper() and 2 <= len(run[0]) <= 6:
            return "organisation", 0.5
        return self._guess(text, spans, run, before)

    def _doubtful(self, word: str) -> bool:
        """Whether a given name that stands alone may be another word."""
        return self._names.nouns_capital or is_common(word, self._language)

    def _guess(self, text: str, spans: Sequence[tuple[int, int]], run: Sequence[str], before: str) -> tuple[str, float]:
        """The kinds of runs that no list knows."""
        names = self._names
        capitals = [word for word in run if _capital(word)]
        nouns = names.nouns_capital
        if nouns and len(run) > 1 and not all(_capital(word) or folded(word) in names.particles for word in run):
            return "", 0.0
        if folded(run[-1]) in names.surnames and len(run) == 1:
            return "person", 0.5
        if len(run) == 1 and folded(before) in names.place_cues and len(run[0]) > 2 and not (nouns and self._known_noun(run[0])):
            return "place", 0.4
        common = sum(self._known_noun(word) if nouns else is_common(word, self._language) for word in capitals)
        if len(capitals) in (2, 3) and not any(word.isupper() for word in run) and common < (1 if nouns else len(capitals)):
            return "person", 0.4
        return "", 0.0

    def _only_first(self, text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], at: int, inner: set[str]) -> bool:
        """Whether a word has its capital only because a sentence begins there."""
        word = words[at]
        if folded(word) in self._function:
            return True
        named = folded(word) in self._given or {folded(word), *lemmas(word, self._language)} & self._names.bodies
        return (
            self._begins(text, spans, at)
            and word not in inner
            and not named
            and not (word.isupper() and len(word) > 1)
            and not (at + 1 < len(spans) and text[spans[at][1] : spans[at + 1][0]] == " " and _capital(words[at + 1]))
        )

    def _begins(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
        if at == 0:
            return True
        before = text[spans[at - 1][0] : spans[at][0]]
        return bool(_END & set(before)) or before.strip()[:1] in _OPEN

    def _is_title(self, word: str) -> bool:
        return bool({folded(word), *lemmas(word, self._language)} & self._offices)


def _touches(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether only a space, or a hyphen or apostrophe that is itself a piece, stands between a piece and the one before."""
    gap = text[spans[at - 1][1] : spans[at][0]]
    joins = text[spans[at][0]] in "-’'" or text[spans[at][0] - 1] in "-’'"
    return gap == " " or (gap == "" and joins)


def _capital(word: str) -> bool:
    return word[:1].isupper() and any(char.isalpha() for char in word)
