"""Names by casing, titles and lists, for languages without a model of their own.

In cased scripts a name is a run of capitalised words, particles inside it; it is a person after a title or with a known given name,
an organisation with a body word or as an acronym, a place after a place cue. In uncased scripts a given name tells where a person's
name begins (spaced), a title where it ends (unspaced). What gives no such sign is not tagged: the tables of `actors` come later.
"""

from __future__ import annotations

from typing import Protocol

import stopwordsiso

from dragoman import languages
from dragoman.annotate.taggers.patterns_cased import Cased
from dragoman.annotate.taggers.patterns_hangul import Hangul
from dragoman.annotate.taggers.patterns_kanji import Kanji
from dragoman.annotate.taggers.patterns_uncased import Uncased

Tagged = tuple[int, int, str, float]


class Patterns:
    """A tagger for one language (BCP 47)."""

    name = "patterns"

    def __init__(self, language: str) -> None:
        own, code = languages.words(language, "stopwords"), languages.base(language)
        function = own or (frozenset(stopwordsiso.stopwords(code)) if stopwordsiso.has_lang(code) else own)
        self._namer = _namer(language, function)

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), sure by the strength of the sign."""
        return self._namer.tag(text)


class _Namer(Protocol):
    def tag(self, text: str) -> list[Tagged]: ...


def _namer(language: str, function: frozenset[str]) -> _Namer:
    """The patterns for the language's way of writing."""
    card = languages.get(language)
    if not card.spaced:
        return Kanji(language)
    if card.script == "Kore":
        return Hangul(language, function)
    return Cased(language, function) if card.cased else Uncased(language, function)
