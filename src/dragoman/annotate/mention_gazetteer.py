"""Known names in a text: `actors` and the language's own list, matched by longest phrase at word borders.

Inflected forms are met through base forms (pymorphy3, simplemma) or the language's endings; acronyms keep their capitals; in
unspaced scripts a match must not cut a dictionary word in two.

known.toml: a table a type of `Mention`, in it lists of names that `actors` does not hold, each under a heading of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from dragoman import actors, languages
from dragoman.annotate.keyword_words import rarity
from dragoman.annotate.mention_rules import names_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemmas
from dragoman.text.scripts import script, unspaced
from dragoman.text.trie import Trie
from dragoman.text.words import folded, in_dictionary, pieces, words

V = TypeVar("V")

_ENGLISH = "en"
_ALPHABETS = frozenset({"Kana", "Thai", "Khmr", "Laoo", "Mymr"})
"""Unspaced scripts in which a name does not end in the middle of a run."""
_NEAR = 120
"""Characters around a person in which an office may stand."""
_CLITIC_WORD = 3
"""Letters of a word that may have a clitic."""
_LONG = 3
"""From this many characters on, a name is trusted more than the segmenter."""
_COMMON = 0.6
"""Rarity below which a word is taken for a common one, six in a million words and more."""
_PREFIX = 3
"""Letters that all forms of a demonym have in common where words inflect at their end."""
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "’": "'", "ʼ": "'", "`": "'"})


class Known(Struct, frozen=True):
    """A name of the tables."""

    text: str
    type: str
    kind: str
    entity: str | None


class Text(Struct):
    """A text cut into pieces, with the forms each may stand for. `inner` maps each offset inside a dictionary word to the word, `met`
    the pieces asked for so far to their forms."""

    text: str
    language: str
    spans: list[tuple[int, int]]
    inner: Mapping[int, tuple[int, int]]
    met: dict[int, Sequence[str]] = {}

    def surface(self, at: int) -> str:
        """The characters of a piece."""
        start, end = self.spans[at]
        return self.text[start:end]

    def forms(self, at: int) -> Sequence[str]:
        """What the piece may be matched as."""
        found = self.met.get(at)
        if found is None:
            found = self.met[at] = forms(self.surface(at), self.language)
        return found


@lru_cache(maxsize=65536)
def forms(piece: str, language: str) -> tuple[str, ...]:
    """The piece folded, its base forms and its stem marked "~"; simplified where Chinese."""
    plain = folded(piece).translate(_DASHES)
    if len(plain) == 1 or not plain.isalpha():
        return (simplified(plain),)
    if plain.isascii() and languages.get(language).script != "Latn":
        return (plain,)
    stem = _stem(plain, names_of(language).endings)
    return tuple(dict.fromkeys((plain, *lemmas(piece, language), *((stem,) if stem else ()))))


def _stem(word: str, endings: Sequence[str]) -> str | None:
    """The word without its longest ending, where at least three letters stay."""
    if not endings:
        return None
    fitting = [ending for ending in endings if word.endswith(ending) and len(word) - len(ending) >= 3]
    return "~" + word[: len(word) - len(max(fitting, key=len))] if fitting else "~" + word


@cache
def gazetteer(language: str) -> tuple[Trie[Known], Trie[str]]:
    """The names that may stand as mentions, and the demonyms with the country they belong to."""
    known: Trie[Known] = Trie()
    demonyms: Trie[str] = Trie()
    listed = list(actors.names(language))
    if languages.get(language).script != "Latn" or languages.base(language) == languages.NEUTRAL:
        listed += actors.names(_ENGLISH)
    for name in listed:
        if name.kind == "demonym":
            _add(demonyms, name.text, language, name.entity)
        elif len(name.text) > 1:
            _add(known, name.text, language, Known(name.text, name.type, name.kind, name.entity))
    rules, held = names_of(language), {name.text for name in listed}
    listed_here = (("place", rules.places), ("organisation", rules.organisations), ("other", rules.things), *_known(language))
    for kind, texts in listed_here:
        # What the tables hold has its entity there; a second entry would make it ambiguous.
        for text in (one for one in texts if one not in held):
            _add(known, text, language, Known(text, kind, "name", None))
    return known, demonyms


def _known(language: str) -> list[tuple[str, Sequence[str]]]:
    """The lists of the language's known.toml with their type."""
    table = languages.own_table(language, "known") or {}
    return [(kind, texts) for kind, lists in table.items() for texts in lists.values()]


def _add(trie: Trie[V], text: str, language: str, value: V) -> None:
    """Under the name's own letters, and under the base form of each of its words where they differ."""
    parts = [text[start:end] for start, end in pieces(text)]
    choices = [forms(part, language) for part in parts]
    trie.add([choice[0] for choice in choices], value)
    if len(parts) <= 6 and not any(unspaced(char) for char in text):
        for at in (1, -1):
            bases = [choice[at if at < len(choice) else -1] for choice in choices]
            if len(bases) > 1 or not _ordinary(bases[0], language):
                trie.add(bases, value)


def _ordinary(base: str, language: str) -> bool:
    """Whether a base form is a common word: names of one word that only look like its forms (Того, Перт, Vienne) are met as they are."""
    return rarity(base, language) < _COMMON


def prepared(text: str, language: str) -> Text:
    """A text ready for matching. Word borders are only asked for where the script has no spaces."""
    spans = _parted(text, pieces(text), language)
    inner: dict[int, tuple[int, int]] = {}
    if not languages.get(language).spaced:
        for start, end in words(text):
            if end - start > 1 and in_dictionary(text[start:end]):
                inner.update(dict.fromkeys(range(start + 1, end), (start, end)))
    return Text(text, language, spans, inner)


@cache
def _known_pieces(language: str) -> frozenset[str]:
    """Every word of a known name, folded."""
    rules = names_of(language)
    listed = [*(name.text for name in actors.names(language) if name.kind != "demonym"), *rules.places, *rules.organisations]
    return frozenset(folded(text[start:end]) for text in listed for start, end in pieces(text) if end - start > 1)


def _parted(text: str, spans: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """Pieces with the clitics written onto a word of a known name as pieces of their own."""
    rules = names_of(language)
    if not rules.clitics and not rules.enclitics:
        return spans
    known, out = _known_pieces(language), []
    for start, end in spans:
        word = folded(text[start:end])
        if end - start < _CLITIC_WORD or word in known or len(word) != end - start:
            out.append((start, end))
            continue
        front = next((len(one) for one in rules.clitics if word.startswith(one) and word[len(one) :] in known), 0)
        back = next((len(one) for one in rules.enclitics if word.endswith(one) and word[front : len(word) - len(one)] in known), 0)
        cuts = [start, start + front, end - back, end]
        out += [(one, two) for one, two in pairwise(cuts) if one < two]
    return out


def find(text: Text, starts: frozenset[int] = frozenset()) -> list[Span]:
    """Known names, longest first, never overlapping. `starts` are the offsets where sentences begin."""
    trie, _ = gazetteer(text.language)
    found: list[Span] = []
    at, cased = 0, languages.get(text.language).cased
    while at < len(text.spans):
        found_one = _may_begin(text, at, cased) and trie.begins(text.forms(at))
        hit = trie.longest(text.forms, at, len(text.spans)) if found_one else None
        span = _accepted(text, at, hit[0], hit[1], starts) if hit else None
        if span is not None and hit is not None:
            found.append(span)
            at = hit[0]
        else:
            at += 1
    return found


def find_demonyms(text: Text, around: Sequence[Span]) -> list[Span]:
    """Words for a country's people and things ("Russian") near the given spans, with the country."""
    _, trie = gazetteer(text.language)
    found = []
    starts = [start for start, _ in text.spans]
    beginnings = _beginnings(text.language)
    near = {at for span in around for at in range(bisect_left(starts, span.start - _NEAR), bisect_left(starts, span.end + _NEAR))}
    for at in sorted(near):
        if beginnings and folded(text.surface(at))[:_PREFIX] not in beginnings:
            continue
        hit = trie.longest(text.forms, at, len(text.spans)) if trie.begins(text.forms(at)) else None
        if hit and len(set(hit[1])) == 1:
            found.append(Span(text.spans[at][0], text.spans[hit[0] - 1][1], "other", by="actors", entity=hit[1][0], kind="demonym"))
    return found


@cache
def _beginnings(language: str) -> frozenset[str]:
    """First letters of the demonyms, empty where forms of a word may begin differently. Inflection at the end spares most words of a text
    the search for their base forms."""
    if not names_of(language).body_words:
        return frozenset()
    return frozenset(form.removeprefix("~")[:_PREFIX] for form in gazetteer(language)[1].firsts())


def _may_begin(text: Text, at: int, cased: bool) -> bool:
    start, end = text.spans[at]
    first = text.text[start]
    if not first.isalnum():
        return False
    return not cased or not first.islower() or end - start == 1


def _accepted(text: Text, first: int, stop: int, hits: Sequence[Known], starts: frozenset[int]) -> Span | None:
    start, end = text.spans[first][0], text.spans[stop - 1][1]
    fitting = [known for known in hits if _same_case(text.text[start:end], known.text)]
    if not fitting or _cuts_a_word(text, start, end):
        return None
    surface = text.text[start:end]
    if folded(surface) in names_of(text.language).common and start in starts:
        return None
    types = dict.fromkeys(known.type for known in fitting)
    entities = dict.fromkeys(known.entity for known in fitting)
    best = fitting[0]
    entity = best.entity if len(entities) == 1 else None
    kind = best.kind if len({known.kind for known in fitting}) == 1 else "name"
    return Span(start, end, next(iter(types)), 0.95 if len(types) == 1 else 0.7, "actors", entity, kind)


def _same_case(surface: str, name: str) -> bool:
    """Acronyms stay acronyms, and a name's capital stays a capital."""
    letters = [char for char in name if char.isalpha()]
    if not letters or not letters[0].isupper():
        return True
    if all(char.isupper() for char in letters) and len(letters) > 1:
        return all(char.isupper() for char in surface if char.isalpha())
    return next((char for char in surface if char.isalpha()), "").isupper()


def _cuts_a_word(text: Text, start: int, end: int) -> bool:
    """Whether a border of the match lies inside a run of one unspaced alphabet, or a short match crosses a dictionary word."""
    whole = text.text
    for border in (start, end):
        if 0 < border < len(whole):
            one = script(whole[border - 1])
            if one in _ALPHABETS and one == script(whole[border]):
                return True
            word = text.inner.get(border) if end - start < _LONG else None
            if word and not (word[0] == start and end <= word[1]) and not (word[0] <= start and end == word[1]):
                return True
    return False
