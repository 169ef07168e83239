"""Who is who on a desk: which entities are one, as found and as people said; lists and dossiers of entities. The desk's use cases around
names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec.structs import asdict, replace

from dragoman import actors, assembly
from dragoman.errors import ContradictionError, DragomanError, NotFoundError
from dragoman.listing import bears, newest, page
from dragoman.model.identity import Cast, Identities, Judgement, JudgementKind, Merge
from dragoman.model.query import Found, Query
from dragoman.model.reading import Reading
from dragoman.model.spans import Evidence
from dragoman.model.story import Dossier, Mentioned, NamedEntity, Story
from dragoman.ports import Roster, Store

SHOWN_WORDS = 5
"""Places of an article that a dossier points to."""
LISTED = 8
"""Names that an error lists."""

Made = Mapping[str, Sequence[str]]
"""Article id to the makers of its reading."""


class WhoIs:
    """Identities of a store, kept until they change there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: tuple[tuple[int, int], Identities] | None = None

    @property
    def roster(self) -> Roster:
        """The store as a roster. Raises `DragomanError` where it is none."""
        if not isinstance(self._store, Roster):
            raise DragomanError("this store does not keep who is who")
        return self._store

    def known(self) -> Identities:
        """Which entities are one."""
        if not isinstance(self._store, Roster):
            return Identities()
        stamp = self._store.united()
        if self._held is None or self._held[0] != stamp:
            self._held = (stamp, assembly.STAGES.load("identities")(self._store.merges()))
        return self._held[1]

    def shown(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Readings under the ids of united entities."""
        known, show = self.known(), assembly.STAGES.load("shown")
        return (show(reading, known) for reading in readings) if known.to else iter(readings)

    def surfaces(self) -> Callable[[str], Iterable[str]]:
        """The names of an entity in every language."""
        known, find = self.known(), assembly.STAGES.load("surfaces")

        @cache
        def names(entity: str) -> frozenset[str]:
            found: frozenset[str] = find(entity, known)
            return found

        return names

    def settle(self, stories: Iterable[Story] | None = None, gone: Iterable[str] = (), made: Made | None = None) -> None:
        """Looks at the names of those of the stories that changed (None: of all), forgets those that are `gone`, and unites entities anew;
        `made` tells who made each reading, where that is known already."""
        if isinstance(self._store, Roster):
            self._recast(stories, gone, made)
            self._store.unite(self._merges(self._store.judgements()))

    def _recast(self, stories: Iterable[Story] | None, gone: Iterable[str], made: Made | None) -> None:
        """Casts of the stories that changed. Each is kept as soon as it is made: a kill costs no more than the next run makes good."""
        seal, make = assembly.STAGES.load("seal"), assembly.STAGES.load("cast")
        held, there = self.roster.seals(), set()
        asked = self._store.stories(Query(limit=10**9)).items if stories is None or not held else tuple(stories)
        members = sorted({member.article for story in asked for member in story.members})
        if made is None:
            made = {reading.article.id: reading.made_by for reading in self._store.readings(ids=members)}
        for story in asked:
            there.add(story.id)
            members = [member.article for member in story.members]
            if held.get(story.id) != seal((article, made.get(article, ())) for article in members):
                self.roster.recast([make(story.id, list(self._store.readings(ids=members)))], ())
        self.roster.recast((), sorted(set(held) - there if stories is None else set(gone) & set(held)))

    def _merges(self, judgements: Sequence[Judgement]) -> tuple[Merge, ...]:
        found: tuple[Merge, ...] = assembly.STAGES.load("merges")(self.roster.casts(), judgements)
        return found

    # What people say

    def judge(self, kind: JudgementKind, one: str, other: str, at: str, by: str = "") -> Judgement:
        """Keeps a person's word on two entities, given by id or name. Raises `NotFoundError`, `DragomanError` where a name fits several
        or the word contradicts an earlier one."""
        self._settle_first()
        ids = self.find(one), self.find(other)
        if ids[0] == ids[1]:
            raise DragomanError(f"{one!r} and {other!r} are both {ids[0]}: one name cannot be judged against itself")
        before = self.roster.judgements()
        said = Judgement(max((old.n for old in before), default=0) + 1, kind, *ids, at, by)
        try:
            merges = self._merges((*before, said))
        except ContradictionError as error:
            earlier = error.different if error.same == said.n else error.same
            raise DragomanError(f"this contradicts judgement {earlier}: {error}") from error
        self.roster.judge(said, merges)
        return said

    def undo(self, n: int | None, at: str) -> Judgement:
        """Takes a judgement back, the last one in force where none is named. Raises `NotFoundError`."""
        force = [one for one in self.roster.judgements() if one.undone is None]
        chosen = next((one for one in reversed(force) if n is None or one.n == n), None)
        if chosen is None:
            raise NotFoundError(f"there is no judgement{'' if n is None else f' {n}'} in force; `dragoman judge list` shows them")
        undone = replace(chosen, undone=at)
        left = [one for one in self.roster.judgements() if one.n != chosen.n]
        self.roster.unjudge(chosen.n, at, self._merges(left))
        return undone

    def judgements(self) -> tuple[Judgement, ...]:
        """In the order in which they were made, undone ones too."""
        return self.roster.judgements()

    def _settle_first(self) -> None:
        """A desk of an older version has no casts yet."""
        if not self.roster.seals():
            self.settle()

    # Finding entities

    def find(self, text: str) -> str:
        """The id of an entity by id or by name in any language. Raises `NotFoundError`; `DragomanError` where a name fits several that are
        not one."""
        known, fold = self.known(), assembly.STAGES.load("key")
        ids = self._ids(fold)
        if text in ids or actors.get(text) is not None:
            return text
        letters = fold(text)
        own = sorted(identity for identity in ids if identity.partition(":")[2] == letters)
        exact = own or sorted(identity for identity, names in ids.items() if letters in names)
        found = exact or sorted(identity for identity, names in ids.items() if any(letters in name for name in names))
        standing = sorted({known.of(identity) for identity in found})
        if not found:
            raise NotFoundError(f"the desk names nobody and nothing {text!r}; `dragoman entities` lists its names")
        if len(standing) > 1 or (len(own) > 1):
            listed = ", ".join((own if len(own) > 1 else standing)[:LISTED])
            raise DragomanError(f"{text!r} may be {listed}; give one of these ids")
        return found[0] if own else standing[0]

    def _ids(self, fold: Callable[[str], str]) -> dict[str, set[str]]:
        """Every id that the desk's stories name, with its folded names."""
        found: dict[str, set[str]] = {}
        for cast in self._casts():
            for profile in cast.profiles:
                found.setdefault(profile.id, set()).update(fold(name) for name in profile.names)
        for identity, names in found.items():
            actor = actors.get(identity)
            names |= {fold(name) for listed in (actor.names.values() if actor is not None else ()) for name in listed}
        return found

    def _casts(self) -> Iterator[Cast]:
        return self._store.casts() if isinstance(self._store, Roster) else iter(())

    def entities(self, query: Query, readings: Iterable[Reading]) -> Found[NamedEntity]:
        """Who is named in the readings, most often named first, as far as the query asks for them."""
        named = assembly.STAGES.load("names")(list(self.shown(readings)), self.known())
        fitting = (
            entity
            for entity in named
            if (not query.party or entity.party == query.party)
            and (not query.type or entity.type == query.type)
            and (not query.text or bears(entity, query.text))
        )
        return page(list(fitting), query)

    def dossier(self, text: str) -> Dossier:
        """One entity with all that the desk holds of it, by id or name. Raises `NotFoundError`; `DragomanError` where a name fits
        several."""
        known = self.known()
        entity = known.of(self.find(text))
        ids = set(known.all_of(entity))
        articles = sorted({article for cast in self._casts() for one in cast.profiles if one.id in ids for article in one.articles})
        readings = sorted(self.shown(self._store.readings(ids=articles)), key=newest, reverse=True)
        names = assembly.STAGES.load("names")(readings, known)
        found = next((one for one in names if one.id == entity), None)
        if found is None:
            raise NotFoundError(f"the desk names nobody and nothing {text!r}; `dragoman entities` lists its names")
        return Dossier(
            **asdict(found),
            said=tuple(said for one in readings for said in one.statements if said.speaker is not None and said.speaker.entity == entity),
            stories=self._stories(readings, entity),
            named=tuple(_mentioned(reading, entity) for reading in readings if _spans(reading, entity)),
            judgements=tuple(one for one in self.roster.judgements() if ids & {one.one, one.other}),
        )

    def _stories(self, readings: Sequence[Reading], entity: str) -> tuple[tuple[str, str], ...]:
        found: dict[str, Any] = {}
        for reading in readings:
            if _spans(reading, entity):
                try:
                    story = self._store.story(reading.article.id)
                except NotFoundError:
                    continue
                found.setdefault(story.id, story.title)
        return tuple(found.items())


def _spans(reading: Reading, entity: str) -> list[Evidence]:
    return [Evidence(reading.article.id, one.start, one.end, one.text) for one in reading.mentions if one.entity == entity]


def _mentioned(reading: Reading, entity: str) -> Mentioned:
    article, spans = reading.article, _spans(reading, entity)
    return Mentioned(article.id, article.title, article.language, article.published.value, len(spans), tuple(spans[:SHOWN_WORDS]))
