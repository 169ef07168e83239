"""The type of a tagger's span told by its words (University, Street, a given name) and by the words beside it (Mr, newspaper, city of)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec.structs import replace

from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import is_common
from dragoman.text.words import folded

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_AGE = re.compile(r", \(?\d{1,2}\)?(?=[,.;]| and )|, aged? \d| \(\d{2}\)")
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_AFTER = re.compile(r"[\"”’']?\s+((?:[^\W\d_]|-)+)(?:\s([^\W\d_]+))?")
_LONGEST_PERSON = 4
"""Words of a person's name."""
_ACRONYM = 6
"""Letters of an acronym."""


class _Around:
    """A span's words and its neighbours, lower case."""

    def __init__(self, text: str, span: Span) -> None:
        self.surface = text[span.start : span.end]
        self.words = [folded(match.group()) for match in _WORD.finditer(self.surface)]
        before = _BEFORE.search(text, max(0, span.start - 24), span.start)
        self.before = folded(before.group(1)) if before else ""
        self.left = folded(text[max(0, span.start - 24) : span.start])
        after = _AFTER.match(text, span.end)
        self.after = [folded(word) for word in after.groups() if word] if after else []
        self.age = _AGE.match(text, span.end) is not None


def typed(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Spans of the tagger with the type that words in and beside them tell; where nothing tells, the tagger's."""
    rules, titles = names_of(language), titles_of(language)
    families = {
        folded(text[span.start : span.end].split()[-1]) for span in spans if span.type == "person" and " " in text[span.start : span.end]
    }
    out = []
    for span in spans:
        kind = _kind(_Around(text, span), span, rules, titles, families, language) if span.by == "tagger" and span.entity is None else ""
        out.append(replace(span, type=kind) if kind and kind != span.type else span)
    return out


def _kind(around: _Around, span: Span, rules: NameRules, titles: TitleRules, families: Set[str], language: str) -> str:
    words = around.words
    if not words:
        return ""
    told = _by_words(words, around, rules)
    if told:
        return told
    if around.before in titles.honorifics:
        return "person"
    if _is_person(words, around.surface, rules, language):
        return "person"
    if around.age and len(words) <= _LONGEST_PERSON and len(words) > 1 and not around.surface.isupper():
        return "person"
    if around.after and (around.after[0] in rules.media_cues or " ".join(around.after) in rules.media_cues):
        return "organisation"
    if around.before in titles.heads and span.type in ("organisation", "other") and len(words) <= 2 and not _acronym(around.surface):
        return "person"
    if _family(words, around, span, rules):
        return "person"
    return _single(words, around, span, rules, families)


def _by_words(words: Sequence[str], around: _Around, rules: NameRules) -> str:
    """What the word says that a name is built on: the last one, or the one before the first preposition."""
    if len(words) < 2:
        return ""
    at = next((at for at, word in enumerate(words) if at and word in rules.prepositions), None)
    heads = [words[at - 1]] if at else [words[-1], words[0]] if rules.head_first else [words[-1]]
    for head in heads:
        if head in rules.events:
            return "event"
        if head in rules.bodies:
            return "organisation"
        if head in rules.place_words:
            return "place"
    return "place" if words[0] in rules.place_first else ""


def _is_person(words: Sequence[str], surface: str, rules: NameRules, language: str) -> bool:
    """Whether the words are a known given name and one to three names that are no ordinary words."""
    family = len(words) == 2 and words[1] in rules.surnames and not is_common(words[0], language)
    if not 2 <= len(words) <= _LONGEST_PERSON or not (family or words[0] in rules.given):
        return False
    if any(word in rules.prepositions - rules.particles for word in words) or any(char.isdigit() for char in surface):
        return False
    parts = surface.split()
    capital = all(part[:1].isupper() or folded(part) in rules.particles for part in parts)
    acronym = any(len(part) > 2 and part.isupper() for part in parts) and not surface.isupper()
    ordinary = is_common(words[0], language) and is_common(words[-1], language)
    return capital and not acronym and not ordinary


def _acronym(surface: str) -> bool:
    return 2 <= len(surface) <= _ACRONYM and surface.isupper() and surface.isalpha()


def _family(words: Sequence[str], around: _Around, span: Span, rules: NameRules) -> bool:
    """Whether one word that the tagger takes for a body or a place is a common family name, or stands after a word for a relative."""
    if len(words) > 1 or span.type not in ("organisation", "other", "place") or _acronym(around.surface):
        return False
    beside = around.after[:1] and around.after[0] in rules.bodies | rules.place_words
    related = span.type != "place" and around.left.endswith(", ") and around.left.rstrip(", ").rpartition(" ")[2] in rules.kin
    return not beside and (related or words[0] in rules.surnames)


def _single(words: Sequence[str], around: _Around, span: Span, rules: NameRules, families: Set[str]) -> str:
    """Names whose own words tell nothing: acronyms, and what a word before says of a place."""
    if span.type in ("person", "place") and len(words) == 1 and _acronym(around.surface) and words[0] not in families:
        return "organisation"
    if len(words) <= 2 and span.type in ("person", "organisation", "other") and not _acronym(around.surface):
        told = any(around.left.endswith(f"{phrase} ") for phrase in rules.place_before)
        told = told or bool(rules.place_after & set(around.after[:1]))
        alone = span.type == "person" and len(words) == 1 and around.before in rules.place_cues and words[0] not in families | rules.given
        if told or alone:
            return "place"
    return ""
