"""Words of a text as they are searched. Spaced scripts: runs of letters and digits, folded (case, diacritics, ё). Unspaced scripts:
pairs of neighbouring characters, simplified, the last character of a run alone, so that every word of any length is found as a phrase of
pairs whether or not a segmenter would have cut it out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from dragoman import languages
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma
from dragoman.text.scripts import UNSPACED_RUN, script, unspaced

_RUN = re.compile(r"[^\W_]+")

Token = tuple[str, int, int]
"""Folded word, and where it stands in the text (code points, end exclusive)."""


def tokens(text: str) -> Iterator[Token]:
    """The searchable words of a text in order. Offsets of a pair are those of both characters."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if match.group().isascii():
            yield match.group().lower(), start, end
            continue
        at = start
        for run in UNSPACED_RUN.finditer(text, start, end):
            if run.start() > at:
                yield from _word(text, at, run.start())
            at = run.end()
            yield from _pairs(text, run.start(), at)
        if at < end:
            yield from _word(text, at, end)


def tokens_like(text: str, terms: frozenset[str]) -> Iterator[Token]:
    """Those of the `tokens` that may be one of the folded words, or have one of them as their base form: of spaced scripts all that begin
    as one of them does, or have other letters than ASCII."""
    for match in _beginning(frozenset(term[:2] for term in terms)).finditer(text):
        start, end = match.span()
        at = start
        for run in UNSPACED_RUN.finditer(text, start, end) if not match.group().isascii() else ():
            if run.start() > at:
                yield from _word(text, at, run.start())
            at = run.end()
            plain = simplified(run.group())
            if any(term in plain for term in terms):
                yield from _pairs(text, run.start(), at)
        if at < end:
            yield from _word(text, at, end)


@lru_cache(maxsize=256)
def _beginning(starts: frozenset[str]) -> re.Pattern[str]:
    """Runs of letters and digits that begin with one of these, or are not of ASCII alone."""
    listed = "|".join(re.escape(start) for start in sorted(starts) if start.isascii())
    other = r"[^\W_]*[^\W_\x00-\x7f][^\W_]*"
    return re.compile(rf"(?<![^\W_])(?:(?:(?i:{listed})[^\W_]*)|{other})" if listed else rf"(?<![^\W_]){other}")


def _pairs(text: str, start: int, end: int) -> Iterator[Token]:
    run = simplified(text[start:end])
    for at in range(len(run)):
        yield run[at : at + 2], start + at, min(start + at + 2, end)


def _word(text: str, start: int, end: int) -> Iterator[Token]:
    word = folded(text[start:end])
    if word:
        yield word, start, end


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Case and compatibility forms folded; marks taken off letters, except where the marked letter is a letter of its own (й, ї)."""
    out = []
    for character in unicodedata.normalize("NFKC", word).casefold():
        base = unicodedata.normalize("NFD", character)
        own = script(character) == "Cyrl" and character != "ё"
        out.append(character if own else "".join(part for part in base if not unicodedata.combining(part)))
    return "".join(part for part in out if part.isalnum())


def segmented(text: str) -> str:
    """The words with a space between, ready for an index."""
    return " ".join(word for word, _, _ in tokens(text))


def lemmas(text: str, language: str) -> str:
    """Base forms of the words whose form differs from it, each once, sorted: what the index holds beside the words themselves."""
    if not languages.get(language).spaced:
        return ""
    surfaces = {match.group().lower() for match in _RUN.finditer(text) if not unspaced(match.group()[0])}
    found = {folded(lemma(surface, language)) for surface in surfaces if len(surface) > 2 and surface.isalpha()}
    return " ".join(sorted(found - {folded(surface) for surface in surfaces} - {""}))


@lru_cache(maxsize=4096)
def bases(word: str, desk: tuple[str, ...]) -> tuple[str, ...]:
    """Folded base forms that a word of a question may have, in those of the languages `desk` that are written in its script."""
    if len(word) <= 2 or not word.isalpha() or unspaced(word[0]):
        return ()
    codes = [code for code in desk if languages.get(code).script == script(word[0])]
    found = {folded(lemma(word.lower(), code)) for code in codes}
    return tuple(sorted(found - {folded(word), ""}))
