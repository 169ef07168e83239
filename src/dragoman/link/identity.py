"""Entities as they were united: the one id of each, and readings shown under it. Readings themselves stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman import actors
from dragoman.link.names import key, parts
from dragoman.model.annotations import Mention, Stance, Statement
from dragoman.model.identity import Identities, Merge
from dragoman.model.reading import Reading


def identities(merges: Sequence[Merge]) -> Identities:
    """What the unions of a desk make of its ids."""
    groups: dict[str, set[str]] = {}
    for merge in merges:
        joined = groups.get(merge.one, {merge.one}) | groups.get(merge.other, {merge.other})
        for identity in joined:
            groups[identity] = joined
    to: dict[str, str] = {}
    for identity in sorted(groups):
        if identity not in to:
            standing = min(groups[identity], key=rank)
            to |= dict.fromkeys(groups[identity], standing)
    members: dict[str, list[str]] = {}
    for identity in sorted(to, key=rank):
        members.setdefault(to[identity], []).append(identity)
    why: dict[str, list[Merge]] = {}
    for merge in merges:
        why.setdefault(to[merge.one], []).append(merge)
    said: dict[str, set[str]] = {}
    for merge in merges:
        said.setdefault(to[merge.one], set()).update(merge.parties)
    return Identities(
        to,
        {name: tuple(ids) for name, ids in members.items()},
        {name: tuple(found) for name, found in why.items()},
        {name: next(iter(parties)) for name, parties in sorted(said.items()) if len(parties) == 1 and actors.get(name) is None},
    )


def rank(identity: str) -> tuple[bool, bool, int, str]:
    """Which id stands for several: one of `actors`, then a name in Latin letters, the fullest, the first in order."""
    name = identity.partition(":")[2]
    return (actors.get(identity) is None, not name.isascii(), -len(parts(name)), identity)


def surfaces(entity: str, known: Identities) -> frozenset[str]:
    """The folded names by which an entity can be asked for: of its ids, and what `actors` lists."""
    found = set()
    for identity in known.all_of(entity):
        found |= {key(identity), key(identity.partition(":")[2].replace("-", " "))}
        actor = actors.get(identity)
        if actor is not None:
            found |= {key(name) for names in actor.names.values() for name in names}
    return frozenset(found)


def shown(reading: Reading, known: Identities) -> Reading:
    """The reading with united entities under their one id, and with the party that they speak for where the article alone does not tell.
    Nothing else changes; the same reading where no entity of it was united."""
    if not any(mention.entity in known.to for mention in reading.mentions):
        return reading
    return replace(
        reading,
        mentions=tuple(_mention(mention, known) for mention in reading.mentions),
        statements=tuple(_statement(statement, known) for statement in reading.statements),
        stances=tuple(_stance(stance, known) for stance in reading.stances),
    )


def _mention(mention: Mention, known: Identities) -> Mention:
    if mention.entity not in known.to:
        return mention
    entity = known.to[mention.entity]
    return replace(mention, entity=entity, party=mention.party or known.parties.get(entity) or actors.party(entity))


def _statement(statement: Statement, known: Identities) -> Statement:
    speaker = statement.speaker
    if speaker is None or speaker.entity not in known.to:
        return statement
    entity = known.to[speaker.entity]
    party = statement.party or known.parties.get(entity) or actors.party(entity)
    return replace(statement, speaker=replace(speaker, entity=entity), party=party)


def _stance(stance: Stance, known: Identities) -> Stance:
    return replace(stance, speaker=known.to[stance.speaker]) if stance.speaker in known.to else stance
