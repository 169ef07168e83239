"""Names by casing, titles and lists, for languages without a model of their own.

In cased scripts a name is a run of capitalised words, particles inside it; it is a person after a title or with a known given name,
an organisation with a body word or as an acronym, a place after a place cue. In uncased scripts a given name tells where a person's
name begins (spaced), a title where it ends (unspaced). What gives no such sign is not tagged: the tables of `actors` come later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import stopwordsiso

from dragoman import languages
from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.annotate.taggers.patterns_cased import Cased
from dragoman.text.scripts import script
from dragoman.text.words import folded, pieces

Tagged = tuple[int, int, str, float]


class Patterns:
    """A tagger for one language (BCP 47)."""

    name = "patterns"

    def __init__(self, language: str) -> None:
        self._language = language
        self._card = languages.get(language)
        self._names: NameRules = names_of(language)
        self._titles: TitleRules = titles_of(language)
        own, code = languages.words(language, "stopwords"), languages.base(language)
        function = own or (frozenset(stopwordsiso.stopwords(code)) if stopwordsiso.has_lang(code) else own)
        self._cased = Cased(language, function)

    def tag(self, text: str) -> list[Tagged]:
        """Spans (start, end, type, sure), sure by the strength of the sign."""
        if not self._card.spaced:
            return self._before_titles(text)
        return self._cased.tag(text) if self._card.cased else self._after_titles(text, pieces(text))

    def _after_titles(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Tagged]:
        """Uncased and spaced: after a title and its modifiers, or from a given name on, up to three words are a person."""
        found: list[Tagged] = []
        at = 0
        while at < len(spans):
            word = text[slice(*spans[at])]
            if folded(word) in self._names.given and at + 1 < len(spans):
                stop = at + 1
                while stop < min(len(spans), at + 3) and self._may_go_on(text, spans, stop):
                    stop += 1
                if stop > at + 1:
                    found.append((spans[at][0], spans[stop - 1][1], "person", 0.5))
                    at = stop
                    continue
            at += 1
        return found

    def _may_go_on(self, text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
        word, gap = text[slice(*spans[at])], text[spans[at - 1][1] : spans[at][0]]
        if gap != " " or not word.isalpha() or len(word) < 2:
            return False
        plain = folded(word)
        previous = folded(text[slice(*spans[at - 1])])
        return plain in self._names.particles or (previous in self._names.particles | self._names.given and plain not in self._titles.heads)

    def _before_titles(self, text: str) -> list[Tagged]:
        """Unspaced: a run of the script that foreign names are written in, or two to four characters of another run, before a title."""
        heads = "|".join(re.escape(head) for head in sorted(self._titles.heads, key=lambda word: (-len(word), word)))
        wanted = self._names.foreign_script
        if not heads or not wanted:
            return []
        found: list[Tagged] = []
        for match in re.finditer(heads, text):
            start = match.start()
            while start and (script(text[start - 1]) == wanted or text[start - 1] in self._names.joiners):
                start -= 1
            surface = text[start : match.start()].strip("".join(sorted(self._names.joiners)))
            if len(surface) > 1 and surface not in self._names.junk:
                found.append((match.start() - len(surface), match.start(), "person", 0.6))
        return found
