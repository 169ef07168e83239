"""Names found again: where the tagger saw a name once in a text, it stands for the same wherever the text writes it with its capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce

from dragoman.annotate.mention_rules import names_of, titles_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import is_common
from dragoman.text.trie import Trie
from dragoman.text.words import folded

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_SHORTEST = 3
"""Letters of a name that is looked for again."""
_COUNTED = ("person", "organisation", "place")


def cased(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """The spans with further occurrences of their surfaces. A name of one word that is also an ordinary word, or that other words with
    capitals stand beside, is left alone: it may be another name's part."""
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in tokens]
    wanted = _wanted(text, spans, language)
    trie: Trie[str] = reduce(_added, wanted, Trie())
    taken = {at for span in spans for at in range(span.start, span.end)}
    found, at = [], 0
    while at < len(words):
        hit = trie.longest(lambda number: (words[number],), at, len(words))
        stop = hit[0] if hit else at + 1
        start, end = tokens[at][0], tokens[stop - 1][1]
        if hit and not taken & {start, end - 1} and not _in_a_name(text, tokens, at, stop, taken, language):
            found.append(Span(start, end, wanted[hit[1][0]], 0.7, "again"))
        at = stop if hit else at + 1
    return sorted([*spans, *found], key=lambda span: span.start)


def _added(trie: Trie[str], surface: str) -> Trie[str]:
    trie.add([match.group() for match in _TOKEN.finditer(surface)], surface)
    return trie


def _wanted(text: str, spans: Sequence[Span], language: str) -> Mapping[str, str]:
    """Surfaces to look for, with the type that most of their mentions have."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        surface = text[span.start : span.end]
        if span.type in _COUNTED and len(surface) >= _SHORTEST and surface[0].isupper() and "\n" not in surface:
            votes.setdefault(surface, Counter())[span.type] += 1
    rules, titles = names_of(language), titles_of(language)
    unwanted = rules.common | rules.junk | titles.heads | titles.modifiers
    return {
        surface: min(counts, key=lambda kind: (-counts[kind], kind))
        for surface, counts in votes.items()
        if " " in surface or (folded(surface) not in unwanted and (surface.isupper() or not is_common(surface, language)))
    }


def _in_a_name(text: str, tokens: Sequence[tuple[int, int]], at: int, stop: int, taken: set[int], language: str) -> bool:
    """Whether a word with a capital that no span covers touches the words, other than an office."""
    titles = titles_of(language)
    for other, gap in ((at - 1, (at - 1, at)), (stop, (stop - 1, stop))):
        if not 0 <= other < len(tokens):
            continue
        start, end = tokens[other]
        between = text[tokens[gap[0]][1] : tokens[gap[1]][0]]
        word = text[start:end]
        beside = between in (" ", "") and word[0].isupper() and start not in taken
        if beside and folded(word) not in titles.heads | titles.honorifics and not (other < at and _begins(text, start)):
            return True
    return False


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at an offset, where a capital says nothing."""
    before = text[:at].rstrip(" \t\"“‘'«")
    return not before or before[-1] in ".!?:\n…"
