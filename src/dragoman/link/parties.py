"""For whom somebody speaks: the office beside a name, an organ of state's country.

link.toml: `state` holds words that make an organisation an organ of the country in its name ("ministry", 部, армия); `observers` hold
heads of roles that speak for nobody (analyst, professor, журналист); `toward` holds words before, and `about` (unspaced scripts) words
behind a country that an office is sent to or deals with; `defines` and `may_define` see `link.definitions`. Words are compared folded.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman import actors, languages
from dragoman.link.names import base_key, key

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?(?:[-'’][^\W_]+)*")

_SENDER = 10
"""Characters in front of a role in which its sender is looked for."""


@cache
def _words(language: str, kind: str) -> frozenset[str]:
    table = languages.table(language, "link")
    return frozenset(key(word) for word in table.get(kind, ()))


def observes(role: str, language: str) -> bool:
    """Whether a role speaks for no party: an analyst, a professor, a journalist."""
    return _holds(role, language, "observers")


def of_organisation(name: str, language: str) -> str | None:
    """The country of an organ of state that is not in the tables, read from its name; None for any other organisation."""
    if not _holds(name, language, "state"):
        return None
    return party_in(name, language)


def _holds(text: str, language: str, kind: str) -> bool:
    words = _words(language, kind)
    if not languages.get(language).spaced:
        plain = key(text)
        return any(word in plain for word in words)
    return not words.isdisjoint(key(text).split(" ")) or not words.isdisjoint(base_key(text, language).split(" "))


@cache
def _table(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Keys of names and demonyms of countries and bodies, and abbreviations as they are written, to parties; shared ones left out."""
    plain: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    for name in actors.names(language):
        actor = actors.get(name.entity)
        if actor is None or actor.kind not in ("country", "territory", "body", "group") or actor.party is None:
            continue
        if name.kind == "abbreviation":
            short.setdefault(name.text, set()).add(actor.party)
        elif name.kind in ("name", "alias", "demonym"):
            for one in {key(name.text), base_key(name.text, language)}:
                plain.setdefault(one, set()).add(actor.party)
    return _alone(plain), _alone(short)


@cache
def _longest(language: str) -> int:
    """Characters of the longest name of a party."""
    return max(map(len, _table(language)[0]), default=0)


def _alone(found: dict[str, set[str]]) -> dict[str, str]:
    return {text: next(iter(who)) for text, who in sorted(found.items()) if len(who) == 1}


def party_in(text: str, language: str) -> str | None:
    """The country or body that is named first in an office, by name, abbreviation or adjective; those that it is sent to or deals with
    ("ambassador to Libya", 伊朗问题特使) do not count."""
    found = first_party(text, language)
    return found[1] if found else None


@lru_cache(maxsize=16384)
def first_party(text: str, language: str) -> tuple[int, str] | None:
    """Where the first party of an office stands in its words, and which it is. See `party_in`."""
    plain, short = _table(language)
    hits = [(match.start(), -len(match.group()), short[match.group()]) for match in _WORD.finditer(text) if match.group() in short]
    if languages.get(language).spaced:
        hits += _words_in(text, language, plain)
    else:
        whole, longest = key(text), _longest(language)
        for at in range(len(whole)):
            found = ((size, plain.get(whole[at : at + size])) for size in range(min(longest, len(whole) - at), 1, -1))
            hits += [(at, -size, party) for size, party in found if party is not None][:1]
        if not any(at == 0 for at, _, _ in hits):
            hits += [(0, -1, name.entity) for name in _shorts(language) if whole.startswith(key(name.text))]
    return next(((at, party) for at, size, party in sorted(hits) if not aimed_at(text, at, at - size, language)), None)


def aimed_at(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words around a country say that an office is aimed at it."""
    before, after = text[:start].casefold().rstrip(), text[end:].lstrip().casefold()
    if languages.get(language).spaced:
        last = before.split(" ")[-2:]
        return bool(last) and any(word in _words(language, "toward") for word in (last[-1], " ".join(last)))
    return before.endswith(tuple(_words(language, "toward"))) or after.startswith(tuple(_words(language, "about")))


def sent_by(role: str, start: int, text: str, language: str) -> str:
    """An office with the sender in front of it, where the role begins with the country that it is sent to (美国驻 + 利比亚大使)."""
    at = text.rfind(role, 0, start)
    marks = tuple(_words(language, "toward"))
    if at < 1 or languages.get(language).spaced or not marks or not text[:at].endswith(marks):
        return role
    run = re.split(r"[^\w·]", text[max(0, at - _SENDER) : at])[-1]
    return run + role


@cache
def _shorts(language: str) -> tuple[actors.Name, ...]:
    """One-letter short forms of countries, which stand in front of an office (俄外长)."""
    names = [name for name in actors.names(language) if name.kind == "short"]
    return tuple(name for name in names if sum(other.text == name.text for other in names) == 1)


def _words_in(text: str, language: str, table: dict[str, str]) -> list[tuple[int, int, str]]:
    """(offset, minus length, party) of phrases of one to four words that the table knows."""
    found = []
    words = list(_WORD.finditer(text))
    for at, first in enumerate(words):
        for last in words[at : at + 4]:
            phrase = text[first.start() : last.end()].rstrip(".")
            party = table.get(key(phrase)) or table.get(base_key(phrase, language))
            if party is not None:
                found.append((first.start(), first.start() - last.end(), party))
    return found
