"""Who is who on a desk: what stories say of names, which names were found to be one bearer's and why, and what people said of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from dragoman.model.annotations import MentionType
from dragoman.model.spans import Why

JudgementKind = Literal["same", "different", "merge", "split"]


class Judgement(Struct, frozen=True):
    """A person's word on two things of the desk: entities ("same", "different": `one` and `other` are their ids), or articles ("merge":
    all of them are of one story; "split": `ones` stay together and are of another story than `others`; `one` and `other` are the first
    of each). It counts until it is undone, and is kept afterwards.
    `n` numbers the judgements of a desk, times are ISO 8601 in UTC, `by` says who spoke; `overruled` are the later words that say
    otherwise, at least of some of the articles."""

    n: int
    kind: JudgementKind
    one: str
    other: str
    at: str
    by: str = ""
    undone: str | None = None
    ones: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    overruled: tuple[int, ...] = ()


class Profile(Struct, frozen=True):
    """What the articles of one story say of one entity in one language: its names (the fullest first), the office words beside them, the
    kinds of office that these are, the parties that it speaks for; the articles that name it and the ISO days on which they came out.
    `own` tells whether the id is a local one, made of the name, and not of `actors`; `stated` are names in another script that a text
    gives for it."""

    id: str
    type: MentionType
    language: str
    own: bool
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()


class Pair(Struct, frozen=True):
    """Two entities of one story that may be one: `why` are the reasons for and against (log odds, signed). `stated` says that a text
    itself gives both names for one bearer."""

    one: str
    other: str
    languages: tuple[str, str]
    why: tuple[Why, ...]
    stated: bool = False


class Cast(Struct, frozen=True):
    """Who is named in a story, and who of them may be one. `languages` are those of its articles; `seal` stands for what it was made of."""

    story: str
    languages: tuple[str, ...]
    profiles: tuple[Profile, ...]
    pairs: tuple[Pair, ...]
    seal: str = ""


class Merge(Struct, frozen=True):
    """Two entity ids that are one bearer's: found in `story` (None for a person's word), with the probability, its lead over the
    next best choice (log odds) and the reasons. `by` is "merging@2" or "judgement 3"; `parties` are those that either speaks for."""

    one: str
    other: str
    score: float
    lead: float
    story: str | None
    by: str
    why: tuple[Why, ...] = ()
    parties: tuple[str, ...] = ()


class Identities(Struct, frozen=True):
    """Entities as they were united: `to` maps every united id to the one that stands for it (ids that stand alone are left out),
    `members` each of those to its ids, itself first, `why` to the unions that made it, `parties` to the party that it speaks for where
    its texts agree."""

    to: dict[str, str] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    why: dict[str, tuple[Merge, ...]] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)

    def of(self, entity: str) -> str:
        """The id that stands for an entity."""
        return self.to.get(entity, entity)

    def all_of(self, entity: str) -> tuple[str, ...]:
        """Every id of an entity, the one that stands for it first."""
        return self.members.get(self.of(entity), (self.of(entity),))
