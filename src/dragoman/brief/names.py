"""Who is named in a story or on the whole desk: one entity with its names in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from dragoman import actors
from dragoman.model.annotations import Mention
from dragoman.model.identity import Identities, Merge
from dragoman.model.reading import Reading
from dragoman.model.story import Merged, NamedEntity, Role

SHOWN = ("person", "organisation", "place", "event")


class _Seen(Struct):
    """What the texts say of one entity."""

    surfaces: dict[str, Counter[str]] = field(default_factory=dict)
    where: dict[tuple[str, str], str] = field(default_factory=dict)
    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    by_language: dict[str, Counter[str]] = field(default_factory=dict)
    parties: Counter[str] = field(default_factory=Counter)
    roles: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    articles: dict[str, None] = field(default_factory=dict)
    mentions: int = 0


def names(readings: Sequence[Reading], known: Identities | None = None) -> tuple[NamedEntity, ...]:
    """Everybody and everything named, most often named first, then by id.

    A known entity carries its display name in every language of `actors`, then the surfaces met in the texts, so that 普京 and
    Vladimir Putin are one; `name` is in the language of most articles. Mentions that no linker saw count under their own surface. The
    readings stand under the ids of `known`, which tells what was united and why.
    """
    seen: dict[str, _Seen] = {}
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    for reading in ordered:
        for mention in reading.mentions:
            if mention.type in SHOWN or mention.entity is not None:
                _count(seen.setdefault(mention.entity or f"{mention.type}:{mention.text.casefold()}", _Seen()), mention, reading)
    main = _main_language(ordered)
    entities = (_entity(identity, found, main, known or Identities()) for identity, found in seen.items())
    return tuple(sorted(entities, key=lambda entity: (-entity.mentions, entity.id)))


def _count(seen: _Seen, mention: Mention, reading: Reading) -> None:
    language, article = reading.article.language, reading.article.id
    surface = mention.normal or mention.text
    seen.surfaces.setdefault(language, Counter())[surface] += 1
    seen.where.setdefault((language, surface), article)
    seen.types[mention.type] += 1
    seen.names[mention.name or surface] += 1
    seen.by_language.setdefault(language, Counter())[mention.name or surface] += 1
    if mention.party:
        seen.parties[mention.party] += 1
    if mention.role:
        seen.roles[mention.role, mention.party] += 1
    seen.articles[article] = None
    seen.mentions += 1


def _main_language(readings: Iterable[Reading]) -> str:
    counted = Counter(reading.article.language for reading in readings)
    return min(counted, key=lambda code: (-counted[code], code)) if counted else "en"


def _entity(identity: str, seen: _Seen, main: str, known: Identities) -> NamedEntity:
    actor = actors.get(identity)
    forms = _forms(actor, seen)
    name = actors.display(identity, main) if actor is not None else _own_name(seen, main)
    return NamedEntity(
        id=identity,
        type=actor.type if actor is not None else _most(seen.types),
        name=name,
        names=forms,
        roles=actor.roles if actor is not None and actor.roles else _told(seen),
        party=_most(seen.parties) if seen.parties else (actors.party(identity) if actor is not None else None),
        merged=_united(identity, seen, known, _merged(actor, name, seen)),
        mentions=seen.mentions,
        articles=tuple(sorted(seen.articles)),
        ids=known.all_of(identity),
        wikidata=actor.wikidata if actor is not None else None,
    )


def _own_name(seen: _Seen, main: str) -> str:
    """The display name of somebody unknown: in the language of most articles where they have one in it, else the most frequent."""
    return _most(seen.by_language.get(main) or seen.names)


def _united(identity: str, seen: _Seen, known: Identities, read: Sequence[Merged]) -> tuple[Merged, ...]:
    """The unions that made an entity, each under the name that came in, then the other surfaces `read` for it."""
    surfaces = {surface.casefold(): surface for _, surface in sorted(seen.where)}
    unions = [_union(identity, merge, surfaces) for merge in known.why.get(identity, ())]
    told = {union.name for union in unions}
    return (*unions, *(merged for merged in read if merged.name not in told))


def _union(identity: str, merge: Merge, surfaces: dict[str, str]) -> Merged:
    came, into = (merge.one, merge.other) if merge.other == identity or merge.one != identity else (merge.other, merge.one)
    tail = came.partition(":")[2]
    reasons = ", ".join(f"{why.feature}{f' ({why.detail})' if why.detail else ''} {why.score:+.1f}" for why in merge.why)
    where = f" in {merge.story}" if merge.story else ""
    told = f"one with {into}, {merge.by}{where}: {reasons}; probability {merge.score:.2f}"
    return Merged(surfaces.get(tail, tail), told, came, into, merge.score, merge.story, merge.by, merge.why)


def _forms(actor: actors.Actor | None, seen: _Seen) -> dict[str, tuple[str, ...]]:
    """Language to names: the display name of the tables, then what the texts say, most frequent first."""
    listed = {code: names[:1] for code, names in actor.names.items()} if actor is not None else {}
    found = {code: _ranked(counter) for code, counter in seen.surfaces.items()}
    return {code: tuple(dict.fromkeys((*listed.get(code, ()), *found.get(code, ())))) for code in sorted({*listed, *found})}


def _told(seen: _Seen) -> tuple[Role, ...]:
    """Offices that the texts give, most frequent first."""
    ranked = sorted(seen.roles, key=lambda role: (-seen.roles[role], role[0], role[1] or ""))
    return tuple(Role(title, party) for title, party in ranked)


def _merged(actor: actors.Actor | None, name: str, seen: _Seen) -> tuple[Merged, ...]:
    """Why each other surface counts as this entity: the tables list it, or the article it first stands in."""
    found = []
    for (language, surface), article in sorted(seen.where.items()):
        if surface == name:
            continue
        listed = actor is not None and surface in actor.names.get(language, ())
        found.append(Merged(surface, f"listed name ({language})" if listed else f"read so in {article} ({language})"))
    return tuple(found)


def _ranked(counter: Counter[str]) -> list[str]:
    return sorted(counter, key=lambda text: (-counter[text], text))


def _most(counter: Counter[str]) -> str:
    return _ranked(counter)[0]
