"""Which words may stand in a keyword, and how rare they are.

keywords.toml, all keys optional: `generic` words (base form) that are too general, too frequent in any news or never a subject: calendar
words, reporting verbs, titles, agencies; `before_noun` words that a noun follows, `nouns` and `not_nouns` endings, for languages without
a dictionary of forms; `noun_tags` and `attribute_tags` parts of speech of the segmenter (unspaced scripts), the first for a term's last
word. stopwords.txt: function words; stopwordsiso's where a language has no file.
"""

from __future__ import annotations

from functools import cache
from math import log10

import stopwordsiso
from msgspec import Struct, convert
from wordfreq import available_languages, get_frequency_dict

from dragoman import languages
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemmas
from dragoman.text.words import folded

_RAREST = 8.0
"""Zipf frequency (log10 of occurrences in a billion words) counts down from here."""
_UNSEEN = 1.5


class KeywordRules(Struct, frozen=True):
    """keywords.toml of a language."""

    generic: frozenset[str] = frozenset()
    before_noun: frozenset[str] = frozenset()
    nouns: tuple[str, ...] = ()
    not_nouns: tuple[str, ...] = ()
    noun_tags: frozenset[str] = frozenset()
    attribute_tags: frozenset[str] = frozenset()


@cache
def rules(language: str) -> KeywordRules:
    """The rules of a language."""
    return convert(dict(languages.table(language, "keywords")), KeywordRules)


@cache
def stopwords(language: str) -> frozenset[str]:
    """Function words, folded."""
    own = languages.words(language, "stopwords")
    code = language.split("-")[0].lower()
    if not own and stopwordsiso.has_lang(code):
        own = frozenset(stopwordsiso.stopwords(code))
    return frozenset(map(folded, own))


def empty(word: str, language: str) -> bool:
    """Whether a word may not begin or end a term: function words, generic words, numbers, single letters."""
    plain = folded(word)
    return not any(char.isalpha() for char in plain) or any(char.isdigit() for char in plain) or plain in stopwords(language)


def generic(word: str, language: str) -> bool:
    """Whether a word is too general to be a keyword by itself."""
    bases = {folded(word), simplified(folded(word)), *lemmas(word, language)}
    return bool(bases & rules(language).generic)


@cache
def _frequencies(language: str) -> dict[str, float]:
    code = language.split("-")[0].lower()
    return get_frequency_dict(code) if code in available_languages() else {}


def rarity(word: str, language: str) -> float:
    """How rare a word is in the language at large, 0.05 (the commonest) to 1, from wordfreq's lists; .93 where it is not listed."""
    frequency = _frequencies(language).get(word.lower(), 0.0)
    zipf = max(_UNSEEN, log10(frequency) + 9) if frequency else _UNSEEN
    return max(0.05, min(1.0, (_RAREST - zipf) / (_RAREST - 1.0)))
