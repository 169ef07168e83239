"""Words of a text in any script, as spans (start, end) in code points."""

from __future__ import annotations

import re

import rjieba

from dragoman.text.scripts import UNSPACED, script

_RUN = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
_COMBINING_ARABIC = re.compile(r"[\u0640\u064B-\u065F]")

Span = tuple[int, int]


def pieces(text: str) -> list[Span]:
    """The smallest parts that names are matched by: runs of letters and digits, single characters of unspaced scripts, and single
    punctuation marks. White space is left out."""
    found: list[Span] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if text[start:end].isascii():
            found.append((start, end))
            continue
        begin = start
        for at in range(start, end):
            if script(text[at]) in UNSPACED:
                if begin < at:
                    found.append((begin, at))
                found.append((at, at + 1))
                begin = at + 1
        if begin < end:
            found.append((begin, end))
    return found


def words(text: str) -> list[Span]:
    """Words, without punctuation. Runs of Chinese characters are segmented by rjieba (dictionary and HMM); where the text has kana,
    and in other unspaced scripts, a run ends where the script changes."""
    kana = any(script(char) in ("Hira", "Kana") for char in text)
    found: list[Span] = []
    for match in _RUN.finditer(text):
        if match.group().isascii():
            found.append(match.span())
            continue
        for start, end, name in _script_runs(text, *match.span()):
            if name == "Hani" and not kana:
                found.extend(_segmented(text, start, end))
            else:
                found.append((start, end))
    return found


def _script_runs(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Parts of one script each; spaced scripts, digits and marks hold together, and a long-vowel mark stays with its kana."""
    found: list[tuple[int, int, str]] = []
    for at in range(start, end):
        name = script(text[at])
        kind = name if name in UNSPACED else ""
        if found and found[-1][2] == kind:
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found


def _segmented(text: str, start: int, end: int) -> list[Span]:
    found, at = [], start
    for word in rjieba.cut(text[start:end]):
        found.append((at, at + len(word)))
        at += len(word)
    return found


def tagged(text: str) -> list[tuple[int, int, str]]:
    """Words with the part of speech that rjieba's tagger gives them (ICTCLAS tags: n, v, a ...)."""
    found, at = [], 0
    for word, tag in rjieba.tag(text):
        if _RUN.fullmatch(word):
            found.append((at, at + len(word), tag))
        at += len(word)
    return found


def folded(word: str) -> str:
    """The form that words are compared by: case folded, ё as е, Arabic vowel signs dropped."""
    plain = word.casefold().replace("ё", "е")
    return plain if plain.isascii() else _COMBINING_ARABIC.sub("", plain)


def in_dictionary(word: str) -> bool:
    """Whether the segmenter's dictionary holds the Chinese word."""
    return bool(_JIEBA.has_word(word))


_JIEBA = rjieba.Jieba()
