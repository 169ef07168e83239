"""Filing: each article into the story it belongs to. One article at a time as they come (`place`), and again over all of them in
canonical order (`refile`), so that the stories are a function of the articles and not of the order in which they arrived."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from msgspec.structs import replace

from dragoman.cluster.card import Card, card
from dragoman.cluster.join import Group, Seen, Verdict, judge
from dragoman.cluster.rulings import obeyed
from dragoman.cluster.state import State
from dragoman.cluster.terms import cosine
from dragoman.model.ids import story_id
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import UNRULED, Member, Rulings, Story

JOIN = 0.5
"""Least probability at which an article joins a story, and two stories become one."""

PAIR = 0.25
QUORUM = 0.25
QUORUM_FROM = 4
QUORUM_SAMPLE = 10
"""Against chains: a story of four and more takes an article in only where a quarter of its ten latest members would, each on its own."""

MERGE_SAMPLE = 5


class Filing:
    """The filer of the line."""

    name = "filing"
    version = "1"

    def start(self) -> State:
        """A desk without stories."""
        return State()

    def file(self, reading: Reading, state: State) -> tuple[State, tuple[Story, ...]]:
        """Files one reading: the state that follows and the story that changed."""
        return self.place(card(reading), state)

    def place(self, article: Card, state: State) -> tuple[State, tuple[Story, ...]]:
        """Files one card. The state is handed back changed: the old one must not be used again."""
        story = _place(article, state, self.by)
        return state, (_story(state, story),)

    def resume(self, cards: Iterable[Card], stories: Sequence[Story]) -> State:
        """The state of a desk that holds these stories; cards of articles in no story are left out."""
        state = State()
        by_article = {article.article: article for article in cards}
        for story in sorted(stories, key=lambda story: story.id):
            for member in story.members:
                if member.article in by_article:
                    state.add(by_article[member.article], story.id, member)
        return state

    def refile(
        self, cards: Sequence[Card], old: Sequence[Story] = (), rulings: Rulings = UNRULED
    ) -> tuple[tuple[Story, ...], tuple[tuple[str, str], ...]]:
        """All articles filed anew in canonical order: the stories, and (old id, new id) of every old story that is no more. A story
        keeps the id of the old one with which it shares most articles. What people said (`rulings`) is obeyed."""
        seen = Seen()
        ordered = sorted({article.article: article for article in cards}.values(), key=canonical)
        for article in ordered:
            seen.add(article)
        state = State(seen)
        for article in ordered:
            _place(article, state, self.by)
        _merge(state)
        _obey(state, rulings)
        stories = [_story(state, name) for name in sorted(state.groups)]
        return _keep_ids(stories, old)

    @property
    def by(self) -> str:
        """What members say of who filed them."""
        return f"{self.name}@{self.version}"


def canonical(article: Card) -> tuple[int, str]:
    """Order of filing: earliest possible day of publication, then id; articles of unknown date come last."""
    known = article.earliest if article.earliest is not None else article.latest
    return (known if known is not None else date.max.toordinal(), article.article)


def _place(article: Card, state: State, by: str) -> str:
    """Joins the article to its best story or starts one; the story's id."""
    verdicts = [(judge(article, state.groups[name], state.seen), name) for name in state.candidates(article)]
    for verdict, name in sorted(verdicts, key=lambda pair: (-pair[0].probability, pair[1])):
        if verdict.probability < JOIN:
            break
        if _quorum(article, state.groups[name], state.seen):
            state.add(article, name, Member(article.article, verdict.probability, verdict.why, by))
            return name
    name = story_id(article.article)
    state.add(article, name, Member(article.article, 1.0, (Why("first", 0.0, _runner_up(verdicts)),), by))
    return name


def _runner_up(verdicts: Sequence[tuple[Verdict, str]]) -> str:
    """Why a story of its own: the nearest story that was there, and how far it was."""
    if not verdicts:
        return "no story like it"
    verdict, name = min(verdicts, key=lambda pair: (-pair[0].probability, pair[1]))
    return f"nearest was {name} at {verdict.probability:.2f}" + (f": {verdict.veto}" if verdict.veto else "")


def _quorum(article: Card, group: Group, seen: Seen) -> bool:
    if len(group.cards) < QUORUM_FROM:
        return True
    sample = range(max(0, len(group.cards) - QUORUM_SAMPLE), len(group.cards))
    agree = sum(judge(article, group.alone(at), seen).probability >= PAIR for at in sample)
    return agree >= QUORUM * len(sample)


def _merge(state: State) -> None:
    """Joins stories that began apart: smaller ones are tried against their neighbours, whose members have all arrived by now."""
    for name in sorted(state.groups, key=lambda name: (len(state.groups[name].cards), name)):
        if name not in state.groups:
            continue  # poured into another one meanwhile
        cards = state.groups[name].cards
        sample = cards[-MERGE_SAMPLE:]
        best: tuple[float, str] | None = None
        for other in sorted({found for article in sample for found in state.candidates(article)} - {name}):
            if len(state.groups[other].cards) < len(cards):
                continue
            verdicts = [judge(article, state.groups[other], state.seen).probability for article in sample]
            value = round(sum(verdicts) / len(verdicts), 4)
            if value >= JOIN and all(_quorum(article, state.groups[other], state.seen) for article in sample):
                best = max(best or (0.0, ""), (value, other))
        if best:
            _pour(state, name, best[1])


def _pour(state: State, name: str, other: str) -> None:
    """Moves the members of a story into another one; who came first gives the id."""
    cards = state.groups[name].cards + state.groups[other].cards
    members = {member.article: member for story in (name, other) for member in state.members[story]}
    state.remove(name)
    state.remove(other)
    ordered = sorted(cards, key=canonical)
    kept = story_id(ordered[0].article)
    for article in ordered:
        state.add(article, kept, members[article.article])


def _obey(state: State, rulings: Rulings) -> None:
    """Moves what people said belongs elsewhere."""
    home = {article.article: name for name, group in state.groups.items() for article in group.cards}
    moves = obeyed(home, rulings)
    touched = {home[article] for article in moves} | set(moves.values())
    held = [
        (article, moves.get(article.article, name), member)
        for name in touched & set(state.groups)
        for article, member in zip(state.groups[name].cards, state.members[name], strict=True)
    ]
    for name in touched & set(state.groups):
        state.remove(name)
    for article, story, member in sorted(held, key=lambda row: canonical(row[0])):
        by = rulings.by.get(article.article)
        told = replace(member, by=by, score=1.0, why=(Why("judgement", 0.0, by), *member.why)) if by else member
        state.add(article, story, told)


def _story(state: State, name: str) -> Story:
    group = state.groups[name]
    centrality = {article.article: _central(article, group) for article in group.cards}
    ranked = sorted(
        (article for article in group.cards if article.title), key=lambda article: (-centrality[article.article], article.article)
    )
    titles: dict[str, str] = {}
    for article in ranked:
        titles.setdefault(article.language, article.title)
    certain = [a.earliest for a in group.cards if a.earliest is not None and a.earliest == a.latest]
    first, last = (min(certain), max(certain)) if certain else (group.first, group.last)
    return Story(
        id=name,
        members=tuple(state.members[name]),
        title=ranked[0].title if ranked else "",
        titles=dict(sorted(titles.items())),
        languages=tuple(sorted({article.language for article in group.cards})),
        first=date.fromordinal(first).isoformat() if first is not None else None,
        last=date.fromordinal(last).isoformat() if last is not None else None,
    )


def _central(article: Card, group: Group) -> float:
    """How near the middle of its story an article stands: by vector, else by words."""
    centroid = group.centroid()
    if article.vector and centroid is not None:
        return round(float(np.asarray(article.vector, dtype=np.float32) @ centroid), 4)
    return round(cosine(article.terms, group.terms.get(article.language, {})), 4)


def _keep_ids(stories: Sequence[Story], old: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[tuple[str, str], ...]]:
    """Gives each story the id of the old one it shares most articles with (largest share first, each id once)."""
    home = {member.article: story.id for story in stories for member in story.members}
    shared: dict[tuple[str, str], int] = {}
    for before in old:
        for member in before.members:
            if member.article in home:
                shared[before.id, home[member.article]] = shared.get((before.id, home[member.article]), 0) + 1
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for _, before_id, now in sorted((-count, before_id, now) for (before_id, now), count in shared.items()):
        if now not in renamed and before_id not in taken:
            renamed[now] = before_id
            taken.add(before_id)
    kept = []
    for story in stories:
        born = [story.id, *(story_id(member.article) for member in story.members)]
        more = (story_id(f"{story.members[0].article}#{count}") for count in range(2, len(stories) + 3))  # its own went with a split
        name = renamed.get(story.id) or next(name for name in (*born, *more) if name not in taken)
        taken.add(name)
        renamed[story.id] = name
        kept.append(replace(story, id=name))
    gone: dict[str, str] = {}
    for (before_id, now), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if before_id not in {story.id for story in kept}:
            gone.setdefault(before_id, renamed[now])
    return tuple(sorted(kept, key=lambda story: story.id)), tuple(sorted(gone.items()))
