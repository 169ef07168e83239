"""Index: what a store needs to know of words, in one part."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.model.article import Article
from dragoman.model.query import Query
from dragoman.ports import Asked
from dragoman.search import query as language
from dragoman.search import tokens as words
from dragoman.text.lemmas import lemma

BEFORE = 60
AFTER = 140
"""Code points around the first words found."""

_SPACE = re.compile(r"\s+")


class Index:
    """The words of the desk: script-aware, with base forms."""

    def columns(self, article: Article) -> tuple[str, str, str]:
        """Title, body and base forms for the index."""
        whole = f"{article.title}\n{article.text}"
        return words.segmented(article.title), words.segmented(article.text), words.lemmas(whole, article.language)

    def ask(self, query: Query, desk: tuple[str, ...] = ()) -> Asked:
        """See `dragoman.search.query`."""
        return language.ask(query, desk)

    def ready(self, desk: tuple[str, ...]) -> None:
        """Loads tables of base forms, a second or so for each language, and the segmenter."""
        for code in desk:
            lemma(code, code)
        language.ask(Query(text="\u6587\u5b57"))

    def snippet(self, article: Article, asked: Asked) -> str:
        """About 200 characters of the text around the place where most of the words stand together, words found between [ and ];
        the beginning of the text where none stands in it."""
        found = _found(article.text, asked.terms, article.language)
        begin, end = _window(article.text, found)
        out, at = [], begin
        for start, stop in found:
            if start >= at and stop <= end:
                out += [article.text[at:start], "[", article.text[start:stop], "]"]
                at = stop
        out.append(article.text[at:end])
        plain = _SPACE.sub(" ", "".join(out)).strip()
        return ("… " if begin else "") + plain + (" …" if end < len(article.text) else "")


def _found(text: str, terms: tuple[str, ...], language_code: str) -> list[tuple[int, int]]:
    """Places of the words, overlapping ones (pairs of characters) joined."""
    whole = {term for term in terms if not term.endswith("*")}
    heads = {term[:size] for term in whole for size in (1, 2)}
    prefixes = tuple(term[:-1] for term in terms if term.endswith("*"))
    spans: list[tuple[int, int]] = []
    for word, start, end in words.tokens_like(text, frozenset((*whole, *prefixes))):
        if (
            word in whole
            or (prefixes and word.startswith(prefixes))
            or (word[:2] in heads and end - start > 2 and words.folded(lemma(text[start:end], language_code)) in whole)
        ):  # only words that begin alike are looked up
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _window(text: str, found: list[tuple[int, int]]) -> tuple[int, int]:
    if not found:
        return 0, min(len(text), BEFORE + AFTER)
    starts = [start for start, _ in found]
    near = [bisect_left(starts, start + AFTER) - place for place, start in enumerate(starts)]
    first = found[near.index(max(near))][0]
    begin, end = max(0, first - BEFORE), min(len(text), first + AFTER)
    if begin > 0 and not text[begin].isspace() and " " in text[begin:first]:
        begin = text.index(" ", begin, first) + 1
    return begin, end
