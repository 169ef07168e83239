"""Which party a word points to: surfaces of `actors/` for countries and bodies, with their demonyms, sides and metonyms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from dragoman import actors, languages
from dragoman.annotate.speech_table import speech

SPEAKING = ("country", "territory", "body", "organ")
MAX_WORDS = 4
MIN_STEM = 6
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
WORD = re.compile(r"[\w.’'-]*\w|\S", re.UNICODE)


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
def _surfaces(language: str) -> tuple[Mapping[str, _Surface], Mapping[str, _Surface], int]:
    """(exact surface -> party, stem -> party, longest surface). The kind that names most directly wins; ties by entity id."""
    rank = {"name": 0, "short": 1, "demonym": 2, "abbreviation": 3, "metonym": 4, "alias": 5, "capital": 6}
    card, table = languages.get(language), speech(language)
    exact: dict[str, _Surface] = {}
    stems: dict[str, _Surface] = {}
    listed = [name for name in actors.names(language) if name.kind in rank and name.type != "person"]
    for name in sorted(listed, key=lambda name: (rank[name.kind], name.entity, name.text)):
        actor = actors.get(name.entity)
        party = actors.party(name.entity)
        if actor is None or party is None or (actor.kind not in SPEAKING and name.kind not in ("metonym", "capital")):
            continue
        surface = _Surface(name.entity, party, name.kind != "demonym" or not card.spaced)
        exact.setdefault(name.text if len(name.text) <= 3 else name.text.casefold(), surface)
        for side in table.sides:
            exact.setdefault(name.text + side, _Surface(party, party, True))
        if card.spaced and name.kind in ("demonym", "name", "short", "metonym", "capital") and len(name.text) > MIN_STEM:
            stems.setdefault(name.text[:-2].casefold(), _Surface(surface.entity, party, surface.noun))
    longest = max((len(text.split()) if card.spaced else len(text) for text in exact), default=0)
    return exact, stems, longest


def parties(text: str, language: str) -> tuple[Party, ...]:
    """Parties named in a text, left to right, longest first, without overlaps. Inflected words match by their stem (surface less two
    letters, at most three letters of ending)."""
    return _words(text, language) if languages.get(language).spaced else _characters(text, language)


def _words(text: str, language: str) -> tuple[Party, ...]:
    exact, stems, longest = _surfaces(language)
    words = [(found.start(), found.end()) for found in WORD.finditer(text)]
    found: list[Party] = []
    at = 0
    while at < len(words):
        for count in range(min(longest, MAX_WORDS, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + count - 1][1]
            surface = _lookup(text[start:end], exact, stems if count == 1 else {})
            if surface is not None:
                end -= len(text[start:end]) - len(POSSESSIVE.sub("", text[start:end]))
                found.append(Party(start, end, surface.entity, surface.party, surface.noun))
                at += count
                break
        else:
            at += 1
    return tuple(found)


def _lookup(piece: str, exact: Mapping[str, _Surface], stems: Mapping[str, _Surface]) -> _Surface | None:
    """Names begin with a capital in languages that have them; demonyms need not (русский, российские)."""
    possessive = POSSESSIVE.sub("", piece)
    for form in (piece, possessive):
        surface = exact.get(form if len(form) <= 3 else form.casefold())
        if surface is not None and (not surface.noun or not form[:1].islower()):
            return surface
    if " " in piece or len(possessive) < MIN_STEM - 1:
        return None
    lowered = possessive.casefold()
    for cut in range(len(lowered), max(len(lowered) - 4, 4), -1):
        surface = stems.get(lowered[:cut])
        if surface is not None and (not surface.noun or not piece[:1].islower()):
            return surface
    return None


def _modifies(text: str, at: int, language: str) -> bool:
    """One character is a party only in front of an office or another noun of speech (俄外长); alone it is mostly part of a word."""
    found = speech(language).title_word.match(text, at)
    return found is not None and found.end() - at > 1


def _characters(text: str, language: str) -> tuple[Party, ...]:
    exact, _, longest = _surfaces(language)
    found: list[Party] = []
    at = 0
    while at < len(text):
        for size in range(min(longest, len(text) - at), 0, -1):
            piece = text[at : at + size]
            surface = exact.get(piece if size <= 3 else piece.casefold())
            if surface is not None and (size > 1 or _modifies(text, at + 1, language)):
                found.append(Party(at, at + size, surface.entity, surface.party, surface.noun and size > 1))
                at += size
                break
        else:
            at += 1
    return tuple(found)
