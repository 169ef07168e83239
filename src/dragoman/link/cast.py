"""The cast of a story: a profile of every person, organisation and place that its articles name, and the pairs that may be one.

Pure, and the same in any order of the readings. What other stories say of a pair is added later (`link.merging`), so that a story's cast
hangs on its own articles only and need not be made again when others come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct, field
from msgspec.structs import replace

from dragoman import actors, languages
from dragoman.link import evidence
from dragoman.link.compared import listen
from dragoman.link.definitions import equalities
from dragoman.link.names import key, parts
from dragoman.link.offices import kinds
from dragoman.model.annotations import Mention
from dragoman.model.identity import Cast, Pair, Profile
from dragoman.model.ids import digest
from dragoman.model.reading import Reading
from dragoman.model.spans import Why

NAMED = ("person", "organisation", "place")
SOUNDED = ("person", "place")
"""Types of which two names in one article are two."""

VERSION = "2"

Roles = Mapping[tuple[str, str], float]
"""How alike two roles are in meaning, 0 to 1, for the pairs that the caller compared."""


class _Seen(Struct):
    """What the articles of one language say of one entity."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)
    parties: dict[str, None] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)
    days: dict[str, None] = field(default_factory=dict)
    stated: dict[str, None] = field(default_factory=dict)


def seal(readings: Iterable[tuple[str, Sequence[str]]]) -> str:
    """What a cast hangs on: (article id, makers of its reading), and the rules here."""
    return digest(VERSION, *(f"{article} {' '.join(made_by)}" for article, made_by in sorted(readings)))


def cast(story: str, readings: Sequence[Reading], roles_alike: Roles | None = None) -> Cast:
    """Who is named in the readings of a story, and who of them may be one."""
    made = profiles(readings)
    codes = tuple(sorted({languages.base(reading.article.language) for reading in readings}))
    stamp = seal((reading.article.id, reading.made_by) for reading in readings)
    return Cast(story, codes, made, pairs(made, roles_alike or {}), stamp)


def profiles(readings: Iterable[Reading]) -> tuple[Profile, ...]:
    """One profile an entity and language, sorted."""
    seen: dict[tuple[str, str], _Seen] = {}
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        code = languages.base(reading.article.language)
        twice = equalities(reading.article.text, reading.mentions, code)
        for mention in reading.mentions:
            if mention.entity is not None and mention.type in NAMED:
                told = seen.setdefault((mention.entity, code), _Seen())
                _see(told, mention, reading)
                told.stated |= {one.other: None for one in twice if one.start == mention.start and one.name == mention.text}
    return tuple(_profile(entity, code, seen[entity, code]) for entity, code in sorted(seen))


def _see(seen: _Seen, mention: Mention, reading: Reading) -> None:
    published = reading.article.published.value or ""
    for name in (mention.normal or mention.text, mention.name or "", mention.text):
        if name:
            seen.names[name] += 1
    seen.types[mention.type] += 1
    seen.articles[reading.article.id] = None
    for held, value in ((seen.roles, mention.role), (seen.parties, mention.party), (seen.days, published[:10])):
        if value:
            held[value] = None


def _profile(entity: str, code: str, seen: _Seen) -> Profile:
    actor = actors.get(entity)
    kind = actor.type if actor is not None else min(seen.types, key=lambda kind: (-seen.types[kind], kind))
    roles = tuple(sorted(seen.roles))
    return Profile(
        id=entity,
        type=kind,  # type: ignore[arg-type]
        language=code,
        own=actor is None,
        names=tuple(sorted(seen.names, key=lambda name: (-len(parts(name)), -seen.names[name], -len(name), name))),
        roles=roles,
        offices=tuple(sorted({kind for role in roles for kind in kinds(role, code)})),
        parties=tuple(sorted(seen.parties)),
        articles=tuple(sorted(seen.articles)),
        days=tuple(sorted(seen.days)),
        stated=tuple(sorted(seen.stated)),
    )


def gathered(rows: Sequence[Profile]) -> Profile:
    """One profile of several of one entity and language."""
    names = {name for profile in rows for name in profile.names}
    return replace(
        rows[0],
        names=_fullest(names),
        parties=tuple(sorted({party for profile in rows for party in profile.parties})),
        articles=tuple(sorted({article for profile in rows for article in profile.articles})),
    )


def _fullest(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(parts(name)), -len(name), name)))


def pairs(made: Sequence[Profile], roles_alike: Roles) -> tuple[Pair, ...]:
    """The pairs of a story that anything speaks for, sorted."""
    found = []
    for kind in NAMED:
        group = [profile for profile in made if profile.type == kind]
        found += [*_by_acronym(group)] if kind == "organisation" else [*_of_names(group, roles_alike)]
    return tuple(sorted(found, key=lambda pair: (pair.one, pair.other, pair.languages)))


def _of_names(group: Sequence[Profile], roles_alike: Roles) -> Iterable[Pair]:
    couples = [(one, other) for one, other in combinations(group, 2) if _to_compare(one, other)]
    people = [couple for couple in couples if couple[0].type == "person"]
    listen((mine, theirs) for one, other in people for mine in evidence.forms(one) for theirs in evidence.forms(other))
    for one, other in couples:
        why = evidence.reasons(one, other, max(_alike(one, other, roles_alike), default=None))
        if why:
            yield _pair(one, other, why, evidence.stated_name(one, other) is not None)


def _to_compare(one: Profile, other: Profile) -> bool:
    """Whether two may be one at all: not both known, and not two people of one article, unless a text states otherwise."""
    if one.id == other.id or not (one.own or other.own):
        return False
    together = one.type in SOUNDED and not set(one.articles).isdisjoint(other.articles)
    return not together or bool(one.stated or other.stated)


def _alike(one: Profile, other: Profile, roles_alike: Roles) -> Iterable[float]:
    for mine in one.roles:
        for theirs in other.roles:
            value = roles_alike.get((mine, theirs), roles_alike.get((theirs, mine)))
            if value is not None:
                yield value


def _by_acronym(group: Sequence[Profile]) -> Iterable[Pair]:
    for one, other in combinations(group, 2):
        if not _to_compare(one, other) or evidence.other_countries(one.parties, other.parties):
            continue
        stated = evidence.stated_name(one, other)
        why = [evidence.acronym(one, other), evidence.by_statement(stated) if stated else None]
        kept = tuple(reason for reason in why if reason is not None)
        if kept:
            yield _pair(one, other, kept, stated is not None)


def _pair(one: Profile, other: Profile, why: Sequence[Why], stated: bool) -> Pair:
    """With the smaller id first."""
    first, second = sorted((one, other), key=lambda profile: (profile.id, profile.language))
    return Pair(first.id, second.id, (first.language, second.language), tuple(why), stated)


def same_name(one: Profile, other: Profile) -> bool:
    """Whether two names of one language may be spellings of one: the same letters, or the parts of the shorter one in the longer."""
    mine, theirs = (set(parts(profile.names[0])) for profile in (one, other))
    return key(one.names[0]) == key(other.names[0]) or mine <= theirs or theirs <= mine
