"""What people said of stories: their words as pairs of articles that no two of contradict, and a partition of articles made to obey them
(must-link and cannot-link constraints, Wagstaff et al. 2001; here they are never weighed against a score)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dragoman.model.identity import Judgement
from dragoman.model.ids import story_id
from dragoman.model.story import Rulings


class Overruled(Struct, frozen=True):
    """Judgement `n` no longer counts for these articles: the later judgement `by` says otherwise."""

    n: int
    by: int
    articles: tuple[str, ...]


class _Bonds:
    """Which articles are of one story, which of two, and whose word it was. Only what contradicts nothing is taken in."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}
        self._apart: dict[str, dict[str, int]] = {}
        self._joined: dict[str, int] = {}

    def group(self, article: str) -> list[str]:
        return self._of.setdefault(article, [article])

    def joined_by(self, one: str, other: str) -> int | None:
        """The word that makes the two of one story, if any does."""
        return max(self._joined.get(one, 0), self._joined.get(other, 0)) if self.group(one) is self.group(other) else None

    def parted_by(self, one: str, other: str) -> int | None:
        """The word that keeps the two groups apart, if any does."""
        few, many = sorted((self.group(one), self.group(other)), key=len)
        words = (n for article in few for against, n in self._apart.get(article, {}).items() if self.group(against) is many)
        return max(words, default=None)

    def join(self, one: str, other: str, n: int) -> None:
        mine, theirs = self.group(one), self.group(other)
        for article in (one, other):
            self._joined[article] = max(n, self._joined.get(article, 0))
        if mine is not theirs:
            mine += theirs
            for article in theirs:
                self._of[article] = mine

    def part(self, one: str, other: str, n: int) -> None:
        for left, right in ((one, other), (other, one)):
            self._apart.setdefault(left, {}).setdefault(right, n)

    def together(self) -> list[tuple[str, str]]:
        groups = {id(group): sorted(group) for group in self._of.values() if len(group) > 1}
        return sorted((group[0], article) for group in groups.values() for article in group[1:])

    def apart(self) -> list[tuple[str, str]]:
        return sorted((one, other) for one, against in self._apart.items() for other in against if one < other)


def rulings(judgements: Iterable[Judgement], now: Mapping[str, str] | None = None) -> tuple[Rulings, tuple[Overruled, ...]]:
    """The words in force ("merge" and "split") as pairs, and what of them later words overrule: the latest counts. `now` maps the ids of
    articles to those of the versions that took their place."""
    current = now or {}
    bonds, by, overruled = _Bonds(), dict[str, str](), list[Overruled]()
    spoken = (said for said in judgements if said.undone is None and said.kind in ("merge", "split"))
    for said in sorted(spoken, key=lambda said: -said.n):
        ones = tuple(dict.fromkeys(current.get(article, article) for article in said.ones))
        others = tuple(dict.fromkeys(current.get(article, article) for article in said.others))
        lost = _merged(bonds, (*ones, *others), said.n) if said.kind == "merge" else _split(bonds, ones, others, said.n)
        for later in sorted(set(lost.values())):
            overruled.append(Overruled(said.n, later, tuple(sorted(article for article in lost if lost[article] == later))))
        for article in sorted({*ones, *others} - set(lost)):
            by.setdefault(article, f"judgement {said.n}")
    return Rulings(tuple(bonds.together()), tuple(bonds.apart()), by), tuple(reversed(overruled))


def _merged(bonds: _Bonds, articles: Sequence[str], n: int) -> dict[str, int]:
    """Joins the articles, as far as no later word parts them; those that the most of them had to leave out, with the word that did."""
    heads: dict[str, list[str]] = {}
    for article in articles:
        head = next((head for head in heads if bonds.parted_by(head, article) is None), None)
        if head is None:
            heads[article] = [article]
        else:
            heads[head].append(article)
            bonds.join(head, article, n)
    most = max(heads, key=lambda head: len(heads[head]), default="")
    return {article: bonds.parted_by(most, article) or n for head in heads if head != most for article in heads[head]}


def _split(bonds: _Bonds, ones: Sequence[str], others: Sequence[str], n: int) -> dict[str, int]:
    """Parts `ones` from `others` and joins them to each other. One that a later word joined to any of the others is overruled whole: it
    went back to the story that it had left."""
    lost: dict[str, int] = {}
    for one in ones:
        joined = [by for by in (bonds.joined_by(one, other) for other in others if other != one) if by is not None]
        if joined:
            lost[one] = max(joined)
            continue
        for other in others:
            if other not in ones:
                bonds.part(one, other, n)
    return {**_merged(bonds, [one for one in ones if one not in lost], n), **lost}


def obeyed(home: Mapping[str, str], ruled: Rulings) -> dict[str, str]:
    """What must move so that a partition obeys: article to its new story, only where that is another one. `home` maps articles to their
    stories. What belongs together goes where most of it is; what must leave a story is what disagrees with most of it, and what is
    left alone by that is a new story."""
    moved = dict(home)
    groups = _groups(home, ruled)
    for members in groups:
        count = Counter(moved[article] for article in members)
        target = min(count, key=lambda story: (-count[story], story))
        moved.update(dict.fromkeys(members, target))
    _part(moved, groups, ruled)
    return {article: story for article, story in sorted(moved.items()) if home[article] != story}


def _groups(home: Mapping[str, str], ruled: Rulings) -> list[tuple[str, ...]]:
    """The articles that people spoke of, in the groups that stay together."""
    bonds = _Bonds()
    for one, other in ruled.together:
        if one in home and other in home:
            bonds.join(one, other, 0)
    named = sorted({article for pair in (*ruled.together, *ruled.apart) for article in pair if article in home})
    return sorted({tuple(sorted(bonds.group(article))) for article in named})


def _part(moved: dict[str, str], groups: Sequence[tuple[str, ...]], ruled: Rulings) -> None:
    """Takes out of each story the groups that may not stay: the one that most of the others object to first."""
    of = {article: place for place, members in enumerate(groups) for article in members}
    clashes: dict[int, set[int]] = {}
    for pair in ruled.apart:
        one, other = (of.get(article, -1) for article in pair)
        if min(one, other) >= 0 and moved[pair[0]] == moved[pair[1]]:
            clashes.setdefault(one, set()).add(other)
            clashes.setdefault(other, set()).add(one)
    while any(clashes.values()):
        leaving = max(clashes, key=lambda place: (len(clashes[place]), -len(groups[place]), place))
        for other in clashes.pop(leaving):
            clashes[other].discard(leaving)
        moved.update(dict.fromkeys(groups[leaving], _unused(groups[leaving], set(moved.values()))))


def _unused(articles: Sequence[str], taken: set[str]) -> str:
    """An id for a new story: made of its first article, which may have given its id to a story that it leaves."""
    free = [story_id(article) for article in articles] + [story_id(f"{articles[0]}#{count}") for count in range(2, len(taken) + 3)]
    return next(name for name in free if name not in taken)
