"""Who is named in a story or on the whole desk: one entity with its names in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from dragoman import actors
from dragoman.model.annotations import Mention
from dragoman.model.reading import Reading
from dragoman.model.story import Merged, NamedEntity, Role

SHOWN = ("person", "organisation", "place", "event")


class _Seen(Struct):
    """What the texts say of one entity."""

    surfaces: dict[str, Counter[str]] = field(default_factory=dict)
    where: dict[tuple[str, str], str] = field(default_factory=dict)
    types: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    roles: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    articles: dict[str, None] = field(default_factory=dict)
    mentions: int = 0


def names(readings: Sequence[Reading]) -> tuple[NamedEntity, ...]:
    """Everybody and everything named, most often named first, then by id.

    A known entity carries its display name in every language of `actors`, then the surfaces met in the texts, so that 普京 and
    Vladimir Putin are one; `name` is in the language of most articles. Mentions that no linker saw count under their own surface.
    """
    seen: dict[str, _Seen] = {}
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    for reading in ordered:
        for mention in reading.mentions:
            if mention.type in SHOWN or mention.entity is not None:
                _count(seen.setdefault(mention.entity or f"{mention.type}:{mention.text.casefold()}", _Seen()), mention, reading)
    main = _main_language(ordered)
    entities = (_entity(identity, found, main) for identity, found in seen.items())
    return tuple(sorted(entities, key=lambda entity: (-entity.mentions, entity.id)))


def _count(seen: _Seen, mention: Mention, reading: Reading) -> None:
    language, article = reading.article.language, reading.article.id
    surface = mention.normal or mention.text
    seen.surfaces.setdefault(language, Counter())[surface] += 1
    seen.where.setdefault((language, surface), article)
    seen.types[mention.type] += 1
    seen.names[mention.name or surface] += 1
    if mention.party:
        seen.parties[mention.party] += 1
    if mention.role:
        seen.roles[mention.role, mention.party] += 1
    seen.articles[article] = None
    seen.mentions += 1


def _main_language(readings: Iterable[Reading]) -> str:
    counted = Counter(reading.article.language for reading in readings)
    return min(counted, key=lambda code: (-counted[code], code)) if counted else "en"


def _entity(identity: str, seen: _Seen, main: str) -> NamedEntity:
    actor = actors.get(identity)
    forms = _forms(actor, seen)
    name = actors.display(identity, main) if actor is not None else _most(seen.names)
    return NamedEntity(
        id=identity,
        type=actor.type if actor is not None else _most(seen.types),
        name=name,
        names=forms,
        roles=actor.roles if actor is not None and actor.roles else _told(seen),
        party=_most(seen.parties) if seen.parties else (actors.party(identity) if actor is not None else None),
        merged=_merged(actor, name, seen),
        mentions=seen.mentions,
        articles=tuple(sorted(seen.articles)),
    )


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
