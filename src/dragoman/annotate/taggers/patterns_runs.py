"""Runs of capitalised words, typed by lists and by the words beside them: the ground that `inflected` builds on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import stopwordsiso

from dragoman import languages
from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.text.lemmas import lemmas
from dragoman.text.scripts import script
from dragoman.text.words import folded, pieces

Tagged = tuple[int, int, str, float]
_END = frozenset(".!?…:\n")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){1,2}$")


class Runs:
    """A tagger for one language (BCP 47)."""

    name = "runs"

    def __init__(self, language: str) -> None:
        self._language = language
        self._card = languages.get(language)
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        own, code = languages.words(language, "stopwords"), languages.base(language)
        self._function = own or (frozenset(stopwordsiso.stopwords(code)) if stopwordsiso.has_lang(code) else own)

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), sure by the strength of the sign."""
        return self._by_case(text, pieces(text))

    def _by_case(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Tagged]:
        inner = {
            text[start:end]
            for at, (start, end) in enumerate(spans)
            if at and not self._begins(text, spans, at) and _capital(text[start:end])
        }
        found: list[Tagged] = []
        at = 0
        while at < len(spans):
            stop = self._run(text, spans, at)
            if stop > at:
                tagged = self._typed(text, spans, at, stop, inner)
                found.extend([tagged] if tagged else [])
            at = max(stop, at + 1)
        return found

    def _run(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
        """Index after the run of capitalised words that starts at `at`; `at` itself where none does."""
        stop = at
        while stop < len(spans):
            start, end = spans[stop]
            word = text[start:end]
            gap = text[spans[stop - 1][1] : start] if stop > at else ""
            if "\n" in gap or (gap == "" and stop > at and word != "-" and text[start - 1] not in "-’'"):
                break
            if (_capital(word) and (stop == at or not self._is_title(word))) or (
                stop > at
                and folded(word) in self._names.particles | {"-"}
                and stop + 1 < len(spans)
                and _capital(text[slice(*spans[stop + 1])])
            ):
                stop += 1
            else:
                break
        return stop

    def _typed(self, text: str, spans: Sequence[tuple[int, int]], at: int, stop: int, inner: set[str]) -> Tagged | None:
        while at < stop and (self._is_title(text[slice(*spans[at])]) or self._only_first(text, spans, at, inner)):
            at += 1
            while at < stop and text[spans[at][0]].islower():
                at += 1
        if at >= stop:
            return None
        words = [text[slice(*span)] for span in spans[at:stop]]
        start, end = spans[at][0], spans[stop - 1][1]
        initials = _INITIALS.search(text, max(0, start - 8), start)
        if initials and initials.group()[0].isupper():
            return initials.start(), end, "person", 0.7
        kind, sure = self._kind(text, spans, at, words)
        return (start, end, kind, sure) if kind else None

    def _kind(self, text: str, spans: Sequence[tuple[int, int]], at: int, words: Sequence[str]) -> tuple[str, float]:
        names, before = self._names, text[slice(*spans[at - 1])] if at else ""
        bases = {base for word in words for base in (folded(word), *lemmas(word, self._language))}
        capitals = [word for word in words if _capital(word)]
        if bases & names.bodies:
            return "organisation", 0.6
        if bases & names.place_words:
            return "place", 0.6
        if before and self._is_title(before):
            return "person", 0.7
        if {folded(words[0]), *lemmas(words[0], self._language)} & names.given:
            return "person", 0.7
        if self._card.script != "Latn" and script(words[0][0]) == "Latn":
            return "organisation", 0.5
        if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
            return "organisation", 0.5
        if len(capitals) in (2, 3) and not names.nouns_capital and not any(word.isupper() for word in words):
            return "person", 0.4
        if len(words) == 1 and folded(before) in names.place_cues and not names.nouns_capital and len(words[0]) > 2:
            return "place", 0.4
        return "", 0.0

    def _only_first(self, text: str, spans: Sequence[tuple[int, int]], at: int, inner: set[str]) -> bool:
        """Whether a word has its capital only because a sentence begins there."""
        word = text[slice(*spans[at])]
        if folded(word) in self._function:
            return True
        given = folded(word) in self._names.given
        return (
            self._begins(text, spans, at)
            and word not in inner
            and not given
            and not (word.isupper() and len(word) > 1)
            and not self._goes_on(text, spans, at)
        )

    def _goes_on(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
        """Whether a capitalised word follows directly."""
        return at + 1 < len(spans) and text[spans[at][1] : spans[at + 1][0]] == " " and _capital(text[slice(*spans[at + 1])])

    def _begins(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
        if at == 0:
            return True
        before = text[spans[at - 1][0] : spans[at][0]]
        return bool(_END & set(before)) or before.strip()[:1] in ("“", "«", '"', "„", "—", "–")

    def _is_title(self, word: str) -> bool:
        return bool({folded(word), *lemmas(word, self._language)} & (self._titles.heads | self._titles.honorifics))


def _capital(word: str) -> bool:
    return word[:1].isupper() and any(char.isalpha() for char in word)
