"""Which party a word points to: surfaces of `actors/` for countries and bodies, with their demonyms, sides and metonyms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from dragoman import actors, languages
from dragoman.annotate.speech_table import Speech, speech

SPEAKING = ("country", "territory", "body", "organ")
MAX_WORDS = 4
KEPT = 3
MAX_ENDING = 3
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
WORD = re.compile(r"(?:\w\.){2,}|[\w.’'-]*\w|\S", re.UNICODE)


class Party(Struct, frozen=True):
    """A party named in a text. `entity` is the actor (a country, body or organ), `party` whom it speaks for; `noun` is False for words
    that only modify others ("Russian")."""

    start: int
    end: int
    entity: str
    party: str
    noun: bool


class _Surface(Struct, frozen=True):
    entity: str
    party: str
    noun: bool


@cache
def _surfaces(language: str) -> tuple[Mapping[str, _Surface], int]:
    """(form -> party, most words or characters in a form). The kind that names most directly wins; ties by entity id."""
    rank = {"name": 0, "short": 1, "demonym": 2, "abbreviation": 3, "metonym": 4, "alias": 5, "capital": 6}
    card, table = languages.get(language), speech(language)
    forms: dict[str, _Surface] = {}
    known = actors.names(language) if len(language.split("-")[0]) == 2 and language != languages.NEUTRAL else ()
    listed = [name for name in known if name.kind in rank and name.type != "person"]
    for name in sorted(listed, key=lambda name: (rank[name.kind], name.entity, name.text)):
        actor, party = actors.get(name.entity), actors.party(name.entity)
        if actor is None or party is None or (actor.kind not in SPEAKING and name.kind not in ("metonym", "capital")):
            continue
        surface = _Surface(name.entity, party, name.kind != "demonym" or not card.spaced)
        forms.setdefault(_form(name.text, table), surface)
        for side in table.sides:
            forms.setdefault(_form(name.text + side, table), _Surface(party, party, True))
    longest = max((len(text.split()) if card.spaced else len(text) for text in forms), default=0)
    return forms, longest


def _form(text: str, table: Speech) -> str:
    """The key of a surface: words without their endings and case; short ones as they are, so that "us" is not "US"."""
    if not table.card.spaced:
        return text
    return " ".join(_stem(word, table) for word in text.split())


def _stem(word: str, table: Speech) -> str:
    if len(word) <= KEPT:
        return word
    lowered = word.casefold()
    for size in range(MAX_ENDING, 0, -1):
        if len(lowered) - size >= KEPT and table.ending.fullmatch(lowered[-size:]):
            return lowered[:-size]
    return lowered


def parties(text: str, language: str) -> tuple[Party, ...]:
    """Parties named in a text, left to right, longest first, without overlaps. Inflected words match without their endings."""
    return _words(text, language) if languages.get(language).spaced else _characters(text, language)


def _words(text: str, language: str) -> tuple[Party, ...]:
    forms, longest = _surfaces(language)
    table = speech(language)
    words = [_bare(found, table) for found in WORD.finditer(text)]
    stems = [_stem(text[start:end], table) for start, end in words]
    found: list[Party] = []
    at = 0
    while at < len(words):
        for count in range(min(longest, MAX_WORDS, len(words) - at), 0, -1):
            surface = forms.get(" ".join(stems[at : at + count]))
            if surface is not None and (not surface.noun or not text[words[at][0]].islower()):
                found.append(Party(words[at][0], words[at + count - 1][1], surface.entity, surface.party, surface.noun))
                at += count
                break
        else:
            at += 1
    return tuple(found)


def _bare(found: re.Match[str], table: Speech) -> tuple[int, int]:
    """A word without what is elided before it and without its possessive."""
    opening = table.elision.match(found.group())
    start = found.start() + (opening.end() if opening and opening.end() < len(found.group()) else 0)
    return start, found.start() + len(POSSESSIVE.sub("", found.group()))


def _modifies(text: str, at: int, language: str) -> bool:
    """One character is a party only in front of an office or another noun of speech (俄外长), or of a second party that is (美俄外长);
    alone it is mostly part of a word."""
    found = speech(language).title_word.match(text, at)
    if found is not None and found.end() - at > 1:
        return True
    return text[at : at + 1] in _surfaces(language)[0] and speech(language).title_word.match(text, at + 1) is not None


def _characters(text: str, language: str) -> tuple[Party, ...]:
    forms, longest = _surfaces(language)
    found: list[Party] = []
    at = 0
    while at < len(text):
        for size in range(min(longest, len(text) - at), 0, -1):
            piece = text[at : at + size]
            surface = forms.get(piece)
            if surface is not None and (size > 1 or _modifies(text, at + 1, language)):
                found.append(Party(at, at + size, surface.entity, surface.party, surface.noun and size > 1))
                at += size
                break
        else:
            at += 1
    return tuple(found)
