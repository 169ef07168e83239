"""Which entities of a desk are one, from the casts of its stories and what people said (pure; the same in any order of the casts).

Within each story names of two languages are joined one to one: a pair is accepted where each is the other's best choice, the odds are
good, and the next best choice is well behind; then the rest is looked at again, without what was taken. All accepted pairs of the desk
are then united, the surest first, as far as nothing forbids it. People's judgements come before all of that and are never overruled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dragoman.errors import ContradictionError
from dragoman.link import evidence
from dragoman.link.cast import SOUNDED, gathered, same_name
from dragoman.link.compared import is_whole
from dragoman.link.evidence import BY_OTHERS, STRANGE, other_countries, probability, strangers
from dragoman.model.identity import Cast, Judgement, Merge, Pair, Profile
from dragoman.model.spans import Why

BY = "merging@2"
SURE = 0.9
"""Least probability of an accepted pair."""
LEAD = 1.0
"""Least lead (log odds) over the next best choice of either side."""
ALONE = 3.0
"""Lead from which it counts as a reason that nobody else comes near."""
ROUNDS = 6


class Group(Struct):
    """Entities that were united: their ids, what is known of them, and whether a person united some of them."""

    ids: set[str]
    profiles: list[Profile] = field(default_factory=list)
    judged: bool = False


class Groups:
    """Union-find over entity ids with what forbids a union. `apart` are pairs that people keep apart."""

    def __init__(self, profiles: Mapping[str, Sequence[Profile]], apart: Iterable[tuple[str, str]] = ()) -> None:
        self._profiles = profiles
        self._apart = {frozenset(pair) for pair in apart}
        self._groups: dict[str, Group] = {}

    def of(self, identity: str) -> Group:
        """The group of an id, itself where it was not united."""
        if identity not in self._groups:
            self._groups[identity] = Group({identity}, list(self._profiles.get(identity, ())))
        return self._groups[identity]

    def together(self, one: str, other: str) -> bool:
        """Whether two ids are united."""
        return other in self.of(one).ids

    def join(self, one: str, other: str, judged: bool = False) -> None:
        """Unites two groups, whatever speaks against it."""
        mine, theirs = self.of(one), self.of(other)
        mine.judged = mine.judged or theirs.judged or judged
        if mine is not theirs:
            mine.ids |= theirs.ids
            mine.profiles += theirs.profiles
            for identity in sorted(theirs.ids):
                self._groups[identity] = mine

    def apart(self, one: str, other: str) -> tuple[str, str] | None:
        """The two that people keep apart and that a union would put together."""
        mine, theirs = self.of(one).ids, self.of(other).ids
        if len(self._apart) < len(mine) * len(theirs):
            found = [tuple(sorted(pair)) for pair in self._apart if pair & mine and pair & theirs and len(pair) == 2]
        else:
            found = [(left, right) for left in mine for right in theirs if frozenset((left, right)) in self._apart]
        return min(found, default=None)  # type: ignore[return-value]

    def forbidden(self, pair: Pair) -> bool:
        """Whether anything forbids the union of the two groups of a pair; what a text states overrides what only looks unlikely."""
        if self.apart(pair.one, pair.other) is not None:
            return True
        mine, theirs = self.of(pair.one), self.of(pair.other)
        judged = mine.judged or theirs.judged
        return any(_clash(one, other, pair, judged) for one in mine.profiles for other in theirs.profiles)


def _clash(one: Profile, other: Profile, pair: Pair, judged: bool) -> bool:
    """Whether two members forbid a union: both known, another type, named in one article, other countries, other given names, or two
    names of one language that are no spellings of each other. Where a person united names, only those of the pair need be alike."""
    if one.id == other.id:
        return False
    if (not one.own and not other.own) or one.type != other.type:
        return True
    if pair.stated and {one.id, other.id} == {pair.one, pair.other}:
        return False
    if one.type in SOUNDED and not pair.stated and set(one.articles) & set(other.articles):
        return True
    direct = {one.id, other.id} == {pair.one, pair.other}
    if judged and not direct:
        return False
    if other_countries(one.parties, other.parties):
        return True
    if one.type != "person":
        return False
    if strangers(one, other, STRANGE if direct else BY_OTHERS):
        return True
    return one.language == other.language and not direct and not same_name(one, other)


class _Choice(Struct, frozen=True):
    """A pair with its reasons, those of the whole desk among them, and their odds."""

    pair: Pair
    why: tuple[Why, ...]
    odds: float

    @property
    def order(self) -> tuple[float, str, str]:
        """The surest first, then by id."""
        return (-round(self.odds, 6), self.pair.one, self.pair.other)


class _Where(Struct, frozen=True):
    """Where an entity is named in one language: stories and days."""

    stories: frozenset[str]
    days: frozenset[str]


def merges(casts: Iterable[Cast], judgements: Sequence[Judgement] = ()) -> tuple[Merge, ...]:
    """The unions of a desk, people's first, then the surest. Raises `ContradictionError` where judgements in force contradict each
    other."""
    ordered = sorted(casts, key=lambda cast: cast.story)
    profiles = _gathered(ordered)
    groups, found = judged(judgements, profiles)
    accepted: dict[tuple[str, str], Merge] = {}
    stated: set[tuple[str, str]] = set()
    where, told = _where(ordered), {cast.story: frozenset(cast.languages) for cast in ordered}
    for cast in ordered:
        for merge, pair in _of_story(cast, where, told):
            known = accepted.get((merge.one, merge.other))
            if known is None or (merge.score, merge.lead) > (known.score, known.lead):
                accepted[merge.one, merge.other] = merge
            if pair.stated:
                stated.add((merge.one, merge.other))
    for merge in sorted(accepted.values(), key=lambda merge: (-merge.score, -merge.lead, merge.one, merge.other)):
        pair = Pair(merge.one, merge.other, ("", ""), merge.why, (merge.one, merge.other) in stated)
        if groups.together(merge.one, merge.other) or groups.forbidden(pair):
            continue
        groups.join(merge.one, merge.other)
        found.append(merge)
    return tuple(replace(merge, parties=_parties(merge, profiles)) for merge in found)


def _parties(merge: Merge, profiles: Mapping[str, Sequence[Profile]]) -> tuple[str, ...]:
    return tuple(sorted({party for one in (merge.one, merge.other) for profile in profiles.get(one, ()) for party in profile.parties}))


def judged(judgements: Sequence[Judgement], profiles: Mapping[str, Sequence[Profile]] | None = None) -> tuple[Groups, list[Merge]]:
    """The groups that people's judgements in force make, and the unions. Raises `ContradictionError` naming those that contradict."""
    force = [one for one in sorted(judgements, key=lambda one: one.n) if one.undone is None]
    different = {frozenset((one.one, one.other)): one.n for one in force if one.kind == "different"}
    groups = Groups(profiles or {}, [(one.one, one.other) for one in force if one.kind == "different"])
    found = []
    for one in force:
        if one.kind != "same":
            continue
        apart = groups.apart(one.one, one.other)
        if apart is not None:
            raise ContradictionError(one.n, different[frozenset(apart)], *apart)
        groups.join(one.one, one.other, judged=True)
        found.append(Merge(one.one, one.other, 1.0, 0.0, None, f"judgement {one.n}", (Why("judgement", 0.0, one.by or "a person"),)))
    return groups, found


def _gathered(casts: Iterable[Cast]) -> dict[str, list[Profile]]:
    """One profile an entity and language for the whole desk: the fullest names, every article and party."""
    held: dict[tuple[str, str], list[Profile]] = {}
    for cast in casts:
        for profile in cast.profiles:
            held.setdefault((profile.id, profile.language), []).append(profile)
    found: dict[str, list[Profile]] = {}
    for (identity, _), rows in sorted(held.items()):
        found.setdefault(identity, []).append(rows[0] if len(rows) == 1 else gathered(rows))
    return found


def _where(casts: Iterable[Cast]) -> dict[tuple[str, str], _Where]:
    stories: dict[tuple[str, str], set[str]] = {}
    days: dict[tuple[str, str], set[str]] = {}
    for cast in casts:
        for profile in cast.profiles:
            stories.setdefault((profile.id, profile.language), set()).add(cast.story)
            days.setdefault((profile.id, profile.language), set()).update(profile.days)
    return {key: _Where(frozenset(stories[key]), frozenset(days[key])) for key in stories}


def _of_story(cast: Cast, where: Mapping[tuple[str, str], _Where], told: Mapping[str, frozenset[str]]) -> list[tuple[Merge, Pair]]:
    """The accepted pairs of one story."""
    profiles: dict[str, list[Profile]] = {}
    for profile in cast.profiles:
        profiles.setdefault(profile.id, []).append(profile)
    groups = Groups(profiles)
    found: list[tuple[Merge, Pair]] = []
    choices = [_choice(pair, where, told) for pair in cast.pairs]
    for _ in range(ROUNDS):
        choices = [choice for choice in choices if not groups.together(choice.pair.one, choice.pair.other)]
        choices = [choice for choice in choices if not groups.forbidden(choice.pair)]
        taken = [(choice, lead) for choice in choices for lead in [_lead(choice, choices, groups)] if lead >= LEAD]
        before = len(found)
        for choice, lead in sorted(taken, key=lambda pair: pair[0].order):
            surer = (*choice.why, evidence.nobody_else()) if lead >= ALONE else choice.why
            score = probability(evidence.total(surer))
            if score < SURE or groups.together(choice.pair.one, choice.pair.other) or groups.forbidden(choice.pair):
                continue
            groups.join(choice.pair.one, choice.pair.other)
            merge = Merge(choice.pair.one, choice.pair.other, score, round(min(lead, 20.0), 3), cast.story, BY, surer)
            found.append((merge, choice.pair))
        if len(found) == before:
            break
    return found


def _choice(pair: Pair, where: Mapping[tuple[str, str], _Where], told: Mapping[str, frozenset[str]]) -> _Choice:
    mine, theirs = (where[identity, code] for identity, code in zip((pair.one, pair.other), pair.languages, strict=True))
    both = [story for story in mine.stories | theirs.stories if told[story] >= set(pair.languages)]
    shared = sum(story in mine.stories and story in theirs.stories for story in both)
    days = mine.days | theirs.days
    likeness = len(mine.days & theirs.days) / len(days) if days else 0.0
    why = (*pair.why, *evidence.desk_wide(shared, len(both), likeness, len(days)))
    return _Choice(pair, why, evidence.total(why))


def _lead(choice: _Choice, choices: Sequence[_Choice], groups: Groups) -> float:
    """The lead over the best other choice of either side in the same languages; other spellings of what was chosen do not compete. A bare
    name may be anybody's of that surname, so that choices in other languages compete too, where theirs is another person."""
    mine, theirs = groups.of(choice.pair.one), groups.of(choice.pair.other)
    both = {id(mine), id(theirs)}
    rivals = [evidence.BIAS]
    for other in choices:
        if other is choice:
            continue
        ends = {id(groups.of(other.pair.one)): other.pair.one, id(groups.of(other.pair.other)): other.pair.other}
        if ends.keys() == both or not ends.keys() & both:
            continue
        if set(other.pair.languages) == set(choice.pair.languages) or _namesakes(choice.pair, other.pair, groups):
            rivals.append(other.odds)
    return choice.odds - max(rivals)


def _namesakes(one: Pair, other: Pair, groups: Groups) -> bool:
    """Whether two pairs share a bare name and what it is joined with are two people."""
    shared = {one.one, one.other} & {other.one, other.other}
    left, right = {one.one, one.other} - shared, {other.one, other.other} - shared
    if len(shared) != 1 or len(left) != 1 or len(right) != 1:
        return False
    (name,), (mine,), (theirs,) = shared, left, right
    if any(is_whole(*evidence.forms(profile)[0]) for profile in groups.of(name).profiles):
        return False
    return any(strangers(x, y, STRANGE) for x in groups.of(mine).profiles for y in groups.of(theirs).profiles)
