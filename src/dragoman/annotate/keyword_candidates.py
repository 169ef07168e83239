"""Terms that a text may be about: the names in it, and noun phrases of one to three words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from dragoman import languages
from dragoman.annotate.keyword_words import empty, generic, rules
from dragoman.annotate.mention_rules import names_of
from dragoman.model.annotations import Mention
from dragoman.model.reading import Reading
from dragoman.text.chinese import simplified
from dragoman.text.lemmas import lemma, lemmas, nominative, part_of_speech
from dragoman.text.words import folded, tagged, words

_LONGEST = 3
_UNSPACED = (2, 8)
"""Characters of a term where there are no spaces."""

Span = tuple[int, int]


class Candidate(Struct):
    """A term: its forms in the text with their counts, where it stands, and the words it is made of (base forms)."""

    key: str
    kind: str
    size: int
    parts: tuple[str, ...] = ()
    forms: Counter[str] = field(default_factory=Counter)
    starts: list[int] = field(default_factory=list)

    def see(self, form: str, start: int) -> None:
        """Counts an occurrence."""
        self.forms[form] += 1
        self.starts.append(start)

    @property
    def term(self) -> str:
        """The form to show: of names the longest, of phrases the most frequent; ties by the alphabet."""
        if self.kind == "phrase":
            return min(self.forms, key=lambda form: (-self.forms[form], form))
        return min(self.forms, key=lambda form: (-form.count(" "), -self.forms[form], form))


def candidates(reading: Reading) -> list[Candidate]:
    """Every candidate of a reading's text, in order of first appearance."""
    text, language = reading.article.text, reading.article.language
    found = _names(reading.mentions, language)
    taken = [(item.start, item.end) for item in reading.mentions]
    phrases: dict[str, Candidate] = {}
    spaced = languages.get(language).spaced
    for span in _spaced(text, language, taken) if spaced else _unspaced(text, language, taken):
        parts = tuple(lemma(text[start:end], language) for start, end in span) if spaced else (simplified(text[span[0][0] : span[-1][1]]),)
        key = " ".join(parts)
        surface = text[span[0][0] : span[-1][1]]
        phrases.setdefault(key, Candidate(key, "phrase", len(span), parts)).see(_shown(surface, parts, language, spaced), span[0][0])
    known = {candidate.key for candidate in found}
    return sorted([*found, *(item for item in phrases.values() if item.key not in known)], key=lambda item: (min(item.starts), item.key))


def _shown(surface: str, parts: Sequence[str], language: str, spaced: bool) -> str:
    """A phrase as a keyword: lower case, in the nominative or, of one word, the base form."""
    if surface.isupper() or not spaced:
        return surface
    words_of = surface.lower().split()
    return nominative(words_of, language, person=False) or (parts[0] if len(parts) == 1 else surface.lower())


def _names(mentions: Sequence[Mention], language: str) -> list[Candidate]:
    """Names grouped by entity where it is known, else by base form; a bare surname goes to the only full name that ends with it."""
    found: dict[str, Candidate] = {}
    surnames: dict[str, set[str]] = defaultdict(set)
    for item in mentions:
        words_of = (item.normal or item.text).split()
        if item.type == "person" and len(words_of) > 1:
            for form in lemmas(words_of[-1], language):
                surnames[form].add(item.entity or folded(" ".join(words_of)))
    for item in mentions:
        if item.type == "other" or (empty(item.text, language) and len(item.text) > 1) or generic(item.text, language):
            continue
        normal = item.normal or item.text
        full = {name for form in lemmas(normal, language) for name in surnames.get(form, ())} if item.type == "person" else set()
        key = item.entity or (next(iter(full)) if len(full) == 1 else folded(normal))
        shown = item.name if item.type != "person" and item.name else normal
        found.setdefault(key, Candidate(key, item.type, len(normal.split()), tuple(folded(shown).split()))).see(shown, item.start)
    return [candidate for candidate in found.values() if len(candidate.term) > 1]


def _runs(text: str, spans: Sequence[Span], taken: Sequence[Span], language: str) -> Iterator[list[Span]]:
    """Runs of words that touch by a space or hyphen only, holding no name and no function word."""
    blocked = {at for start, end in taken for at in range(start, end)}
    run: list[Span] = []
    for start, end in spans:
        gap = text[run[-1][1] : start] if run else ""
        bad = start in blocked or empty(text[start:end], language)
        if run and (bad or gap not in (" ", "-", "")):
            yield run
            run = []
        if not bad:
            run.append((start, end))
    if run:
        yield run


def _spaced(text: str, language: str, taken: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    spans = words(text)
    nouns = _nouns(text, spans, language)
    for run in _runs(text, spans, taken, language):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _LONGEST)):
                term = tuple(run[first : last + 1])
                if _is_term([text[start:end] for start, end in term], nouns, language):
                    yield term


def _is_term(phrase: Sequence[str], nouns: frozenset[str], language: str) -> bool:
    """A noun with attributes or other nouns before it, none of them generic; in languages with a dictionary of forms also noun, noun."""
    if any(generic(word, language) for word in phrase) or len(phrase[-1]) < 3:
        return False
    kinds = [part_of_speech(word, language) for word in phrase]
    if any(kinds):
        return kinds[-1] == "noun" and all(kind in ("noun", "attribute") for kind in kinds) and len(phrase[0]) > 2
    return lemma(phrase[-1], language) in nouns and not any(
        word.endswith(rules(language).not_nouns) and len(phrase) == 1 for word in phrase
    )


def _nouns(text: str, spans: Sequence[Span], language: str) -> frozenset[str]:
    """Base forms of words that the text itself uses as nouns: after a word that a noun follows, with a noun's ending, with a noun's
    capital. Everything where the language's tables give no sign."""
    table, capital = rules(language), names_of(language).nouns_capital
    if not table.before_noun and not capital:
        return frozenset(lemma(text[start:end], language) for start, end in spans)
    found = set()
    for at, (start, end) in enumerate(spans):
        word = text[start:end]
        before = folded(text[slice(*spans[at - 1])]) if at else ""
        follows = before in table.before_noun and text[spans[at - 1][1] : start].strip() in ("", "'", "’")
        ends = at + 1 == len(spans) or text[end : spans[at + 1][0]] != " " or empty(text[slice(*spans[at + 1])], language)
        if (follows and ends) or (table.nouns and word.endswith(table.nouns)) or (capital and word[:1].isupper() and before):
            found.add(lemma(word, language))
    return frozenset(found)


def _unspaced(text: str, language: str, taken: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Runs of words whose parts of speech fit, two to eight characters."""
    table = rules(language)
    tags = {(start, end): tag for start, end, tag in tagged(text)} if table.noun_tags else {}
    spans = sorted(tags) if tags else words(text)
    for run in _runs(text, spans, taken, language):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + _LONGEST)):
                term = tuple(run[first : last + 1])
                size = term[-1][1] - term[0][0]
                if any(one[1] != two[0] for one, two in pairwise(term)):
                    break
                plain = not any(generic(text[start:end], language) for start, end in term)
                if _UNSPACED[0] <= size <= _UNSPACED[1] and plain and _tagged_as_term(term, tags, language):
                    yield term


def _tagged_as_term(term: Sequence[Span], tags: dict[Span, str], language: str) -> bool:
    table = rules(language)
    if not tags:
        return len(term) == 1
    kinds = [tags[span] for span in term]
    return kinds[-1] in table.noun_tags and all(kind in table.attribute_tags or kind in table.noun_tags for kind in kinds[:-1])
