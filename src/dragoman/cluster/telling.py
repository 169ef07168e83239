"""Telling: stories as the desk shows them, of the articles that filing put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from msgspec.structs import replace

from dragoman.cluster.card import Card
from dragoman.cluster.terms import cosine
from dragoman.cluster.windows import canonical, event_of
from dragoman.model.filing import Placed
from dragoman.model.story import Member, Story


def story(name: str, placed: Iterable[Placed], cards: Mapping[str, Card], roundups: Iterable[Placed] = ()) -> Story:
    """The story of this id: members in canonical order, round-ups last; a title and titles by language are those of the articles nearest to
    the middle."""
    members = sorted(placed, key=lambda one: canonical(cards[one.article]))
    held = [cards[one.article] for one in members]
    central = _central(held)
    ranked = sorted((card for card in held if card.title), key=lambda card: (-central[card.article], card.article))
    titles: dict[str, str] = {}
    for card in ranked:
        titles.setdefault(card.language, card.title)
    first, last = _bounds(held)
    return Story(
        id=name,
        members=(*(_member(one) for one in members), *(_member(one) for one in roundups)),
        title=ranked[0].title if ranked else "",
        titles=dict(sorted(titles.items())),
        languages=tuple(sorted({card.language for card in held})),
        first=first,
        last=last,
    )


def _member(placed: Placed) -> Member:
    return replace(placed.member, event=event_of(placed.event)) if placed.event else placed.member


def grown(before: Story, member: Member, card: Card) -> Story:
    """The story with one more article, of which the others are not at hand."""
    first, last = _bounds([card])
    firsts, lasts = [day for day in (before.first, first) if day], [day for day in (before.last, last) if day]
    return replace(
        before,
        members=(*before.members, member),
        titles=dict(sorted({card.language: card.title, **before.titles}.items())) if card.title else before.titles,
        languages=tuple(sorted({*before.languages, card.language})),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
    )


def _bounds(cards: Sequence[Card]) -> tuple[str | None, str | None]:
    """First and last day (ISO) of those known to the day, else of what is known at all."""
    certain = [card.earliest for card in cards if card.earliest is not None and card.earliest == card.latest]
    if certain:
        return date.fromordinal(min(certain)).isoformat(), date.fromordinal(max(certain)).isoformat()
    first = min((card.earliest for card in cards if card.earliest is not None), default=None)
    last = max((card.latest for card in cards if card.latest is not None), default=None)
    return (
        date.fromordinal(first).isoformat() if first is not None else None,
        date.fromordinal(last).isoformat() if last is not None else None,
    )


def _central(cards: Sequence[Card]) -> dict[str, float]:
    """How near the middle of their story articles stand: by vector, else by words."""
    vectors = [card.vector for card in cards if card.vector]
    total = np.asarray(vectors, dtype=np.float32).sum(axis=0) if vectors and len(set(map(len, vectors))) == 1 else None
    norm = float(np.linalg.norm(total)) if total is not None else 0.0
    terms: dict[str, dict[str, float]] = {}
    if not norm or len(vectors) < len(cards):
        for card in cards:
            mine = terms.setdefault(card.language, {})
            for word, weight in card.terms.items():
                mine[word] = mine.get(word, 0.0) + weight
    return {
        card.article: round(float(np.asarray(card.vector, dtype=np.float32) @ total) / norm, 4)
        if card.vector and norm and total is not None
        else round(cosine(card.terms, terms[card.language]), 4)
        for card in cards
    }
