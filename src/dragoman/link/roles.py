"""What an office beside a name is of: person, organ and country kept apart.

"Russian Foreign Ministry spokeswoman" is an office of the ministry (organ), which is an organ of Russia (party). An office that is over
("former", 前, экс-) tells its party of the past and none of today; observers (analysts, journalists) speak for nobody; an office that
belongs to somebody ("Putin's spokesman") has its party from him.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from dragoman import languages
from dragoman.actors.surfaces import office_named, plain
from dragoman.link import parties
from dragoman.model.annotations import Mention, Office

_PARTS = re.compile(r"[,，、;；]| and | и ")
_POSSESSIVE = re.compile(r"(?:['’]s?|的)\s?$")


def office_of(mention: Mention, mentions: Sequence[Mention], text: str, language: str) -> Office | None:
    """The office of a mention with its organ, party and id, None where none stands beside the name. `mentions` are linked already."""
    office = mention.office
    if office is None:
        if not mention.role:
            return None
        at = text.rfind(mention.role, 0, mention.start)
        at = at if at >= 0 else max(0, text.find(mention.role, mention.end))
        office = Office(at, at + len(mention.role))
    words = text[office.start : office.end]
    inside = [one for one in mentions if office.start <= one.start and one.end <= office.end and one.type in ("organisation", "place")]
    past = is_past(words, language)
    if parties.observes(words, language):
        return replace(office, party=None, organ=_body(inside, words, office.start, language), past=past)
    party = _party(words, office, inside, mention, mentions, text, language)
    listed = office_named(words, party, language) if party else None
    organ = _body(inside, words, office.start, language) or (listed.organ if listed else None)
    return replace(office, party=party, organ=organ, id=listed.id if listed and not past else None, past=past)


@lru_cache(maxsize=16384)
def is_past(role: str, language: str) -> bool:
    """Whether every part of a role is said to be over: the former president, 前总统, экс-премьер."""
    parts = [part for part in _PARTS.split(role) if part.strip()]
    return bool(parts) and all(_part_is_past(part, language) for part in parts)


def _part_is_past(part: str, language: str) -> bool:
    words = plain(part, language)
    if languages.get(language).spaced:
        return any(f" {word} " in words.replace("-", " ") or f" {word}-" in words for word in _former(language))
    return any(words.startswith(word) or words.endswith(_headed(word, language)) for word in _former(language))


@cache
def _headed(word: str, language: str) -> tuple[str, ...]:
    """The heads with a word in front of them (前总统)."""
    return tuple(word + plain(head, language) for head in languages.table(language, "titles").get("heads", ()))


@cache
def _former(language: str) -> tuple[str, ...]:
    table = languages.table(language, "titles")
    return tuple(plain(word, language).strip() for word in sorted(table.get("former", ())))


def _party(
    words: str, office: Office, inside: Sequence[Mention], mention: Mention, mentions: Sequence[Mention], text: str, language: str
) -> str | None:
    """The party named first in an office, by an organ or body, a country, an abbreviation or an adjective; else its owner's."""
    role = parties.sent_by(words, mention.start, text, language)
    silent = {one.text for one in mentions if one.type == "organisation" and one.party is None}
    for name in sorted(silent, key=lambda name: (-len(name), name)):
        role = role.replace(name, " " * len(name))
    shift = len(role) - len(words)
    stated = parties.first_party(role, language)
    organs = [
        (one.start - office.start + shift, one.party)
        for one in inside
        if one.type == "organisation"
        and one.party
        and not parties.aimed_at(role, one.start - office.start + shift, one.end - office.start + shift, language)
    ]
    found = sorted([*([stated] if stated else []), *organs])
    return found[0][1] if found else _owner(office, mentions, text)


def _owner(office: Office, mentions: Sequence[Mention], text: str) -> str | None:
    """The party of the person whose office it is: Putin's spokesman, 普京的发言人, spokesman for President Putin."""
    for one in mentions:
        if one.type != "person" or not one.party:
            continue
        possessive = one.end <= office.start <= one.end + 3 and _POSSESSIVE.fullmatch(text[one.end : office.start])
        if possessive or (office.start < one.start and one.end <= office.end):
            return one.party
    return None


def _body(inside: Sequence[Mention], words: str, start: int, language: str) -> str | None:
    """The first organ or body named in an office that it is not sent to."""
    own = (
        one for one in inside if one.type == "organisation" and not parties.aimed_at(words, one.start - start, one.end - start, language)
    )
    return next((one.entity for one in own), None)


def current(found: Mapping[int, Office]) -> Office | None:
    """The office that tells for whom a person speaks today: the first that is not over."""
    return next((one for _, one in sorted(found.items()) if not one.past), None)
