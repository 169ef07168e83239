"""Why an article is in its story and not in another: the join asked once more, with its reasons, of stories as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from dragoman.cluster.card import Card
from dragoman.cluster.join import Group, Seen, judge
from dragoman.cluster.placing import QUORUM, QUORUM_FROM, asked
from dragoman.cluster.weights import weights
from dragoman.model.explained import Explained, Fit, Ground, Nearby
from dragoman.model.spans import Why
from dragoman.model.story import UNRULED, Rulings, Story

NEAREST = 3
"""Members that an explanation sets the article against, one by one."""

LOOKED_AT = 40
"""Members among which the nearest are looked for, the latest ones."""

REJECTED = 5
"""Other stories that an explanation names."""


CLOSE = 80
"""Pairs of article and event that are judged to find those."""


class Part(Struct, frozen=True):
    """An event of a story, with the cards of its articles in the story's order; round-ups are left out, since they move no story."""

    story: str
    event: str
    cards: tuple[Card, ...]


def parts(stories: Iterable[Story], cards: Mapping[str, Card]) -> tuple[Part, ...]:
    """The events of stories, as far as the cards are at hand."""
    held: dict[tuple[str, str], list[Card]] = {}
    for story in stories:
        for member in story.members:
            if member.article in cards and not member.roundup:
                held.setdefault((story.id, member.event), []).append(cards[member.article])
    return tuple(Part(story, event, tuple(found)) for (story, event), found in held.items())


def counted(cards: Iterable[Card]) -> Seen:
    """How common each key is among these articles."""
    seen = Seen()
    for card in cards:
        seen.add(card)
    return seen


def grouped(part: Part, without: str = "") -> Group:
    """An event as the join sees it, an article left out."""
    group = Group(part.event or part.story)
    for card in part.cards:
        if card.article != without:
            group.add(card)
    return group


def fit(article: Card, part: Part, home: str, seen: Seen, ruled: Rulings = UNRULED) -> Fit | None:
    """How well an article of the story `home` fits an event, itself left out; None where nothing else is there."""
    group, inside = grouped(part, article.article), part.story == home
    if not group.cards:
        return None
    verdict = judge(article, group, seen)
    judges = asked(len(group.cards)) if len(group.cards) >= QUORUM_FROM else []
    found = Fit(
        article=article.article,
        home=home,
        story=part.story,
        event=part.event,
        inside=inside,
        ground="fits",
        score=verdict.probability,
        why=verdict.why,
        veto=verdict.veto,
        agree=sum(judge(article, group.alone(at), seen).probability >= weights().pair for at in judges),
        asked=len(judges),
        judgement=_said(article, part, ruled, inside),
        nearest=_nearest(article, group, seen),
    )
    return replace(found, ground=_ground(found))


def _said(article: Card, part: Part, ruled: Rulings, inside: bool) -> str:
    """The word that puts the article there, or that keeps it out."""
    pairs = ruled.together if inside else ruled.apart
    mates = {other for pair in pairs if article.article in pair for other in pair} - {article.article}
    if inside:
        mates |= {other for pair in pairs if mates & set(pair) for other in pair} - {article.article}
    return ruled.by.get(article.article, "") if any(card.article in mates for card in part.cards) else ""


def _ground(found: Fit) -> Ground:
    if found.judgement:
        return "judgement"
    if found.inside:
        return "fits" if found.score >= weights().join else "linked"
    if found.veto:
        return "veto"
    if found.score < weights().join:
        return "score"
    return "quorum" if found.agree < QUORUM * found.asked else "nearer"


def _nearest(article: Card, group: Group, seen: Seen) -> tuple[Nearby, ...]:
    looked_at = range(max(0, len(group.cards) - LOOKED_AT), len(group.cards))
    alone = [(judge(article, group.alone(at), seen), group.cards[at].article) for at in looked_at]
    alone.sort(key=lambda pair: (-pair[0].probability, pair[1]))
    return tuple(Nearby(name, verdict.probability, verdict.why) for verdict, name in alone[:NEAREST])


def explained(article: Card, story: Story, among: Sequence[Part], seen: Seen, ruled: Rulings = UNRULED) -> Explained:
    """The article's place in its story, and the stories among these that it is not in, the nearest first."""
    member = next(one for one in story.members if one.article == article.article)
    own = [fit(article, part, story.id, seen, ruled) for part in among if part.story == story.id]
    others = [(article, part, story.id) for part in among if part.story != story.id]
    return Explained(
        article=article.article,
        title=article.title,
        story=story.id,
        event=member.event,
        score=member.score,
        why=member.why,
        by=member.by,
        fits=tuple(sorted((one for one in own if one), key=lambda one: (one.event != member.event, -_sum(one.why), one.event))),
        rejected=_rejected(others, lambda _, part: part.story, seen, ruled),
        least=weights().join,
        least_agree=QUORUM,
    )


def beside(story: Story, among: Sequence[Part], seen: Seen, ruled: Rulings = UNRULED) -> tuple[Fit, ...]:
    """The articles of other stories that come nearest to this one, one a story, and why they are not in it."""
    mine = [part for part in among if part.story == story.id]
    strangers = [(card, part.story) for part in among if part.story != story.id for card in part.cards[-NEAREST:]]
    return _rejected([(card, own, home) for card, home in strangers for own in mine], lambda home, _: home, seen, ruled)


def _rejected(asked: Iterable[tuple[Card, Part, str]], key: Callable[[str, Part], str], seen: Seen, ruled: Rulings) -> tuple[Fit, ...]:
    """The nearest of the pairs of article and event, one for each key; what a veto keeps out counts by its reasons."""
    found: dict[str, tuple[float, str, Card, Part, str]] = {}
    for card, part, home, group in _close(asked):
        row = (-_sum(judge(card, group, seen).why), f"{part.story} {part.event} {card.article}", card, part, home)
        name = key(home, part)
        found[name] = min(found.get(name, row), row, key=lambda row: row[:2])
    nearest = sorted(found.values(), key=lambda row: row[:2])[:REJECTED]
    return tuple(one for one in (fit(card, part, home, seen, ruled) for _, _, card, part, home in nearest) if one is not None)


def _close(asked: Iterable[tuple[Card, Part, str]]) -> list[tuple[Card, Part, str, Group]]:
    """The pairs that are worth a judgement: near by vector, then by names in common."""
    groups: dict[tuple[str, str], Group] = {}
    rows = []
    for card, part, home in asked:
        place = (part.story, part.event)
        if place not in groups:
            groups[place] = grouped(part)
        centroid = groups[place].centroid()
        cosine = 0.0
        if centroid is not None and len(card.vector) == len(centroid):
            cosine = round(float(np.asarray(card.vector, dtype=np.float32) @ centroid), 4)
        shared = len(card.entities.keys() & groups[place].entities.keys())
        rows.append(((-cosine, -shared, part.story, part.event, card.article), (card, part, home, groups[place])))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])[:CLOSE]]


def _sum(why: Iterable[Why]) -> float:
    return round(sum(reason.score for reason in why), 4)
