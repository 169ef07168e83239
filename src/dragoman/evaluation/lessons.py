"""What filing is taught by: each article in canonical order beside the events that stood when it came, its own and those it could be
taken for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.cluster.card import Card
from dragoman.cluster.features import AGAINST, FEATURES, FREE, values
from dragoman.cluster.group import Group
from dragoman.cluster.replay import days
from dragoman.cluster.seen import Seen
from dragoman.cluster.state import State
from dragoman.cluster.weights import Weights
from dragoman.cluster.windows import key_of
from dragoman.evaluation.fitting import fit
from dragoman.model.story import Member

Floats = npt.NDArray[np.floating[Any]]
Lesson = tuple[Floats, Floats]
"""Rows of features (n, features), and 1 or 0 each: belongs, does not."""

SIGNS = tuple(-1 if name in AGAINST else 0 if name in FREE else 1 for name in FEATURES)
DECIMALS = 3


def lessons(cards: Sequence[Card], gold: Mapping[str, str], open_ended: bool = False) -> Lesson:
    """Rows of a stream: articles are put into their gold events (article id to event) whatever the score says."""
    state, keys = State(open_ended=open_ended), dict[str, str]()
    rows: list[list[float]] = []
    labels: list[float] = []
    for day, held in days(cards):
        state.advance(day)
        state.count(day, held)
        state.ask(held)
        for card in held:
            own = keys.get(gold[card.article])
            if own not in state.groups:
                own = None
            for event in sorted({*state.candidates(card), *((own,) if own else ())}):
                rows.append(values(card, state.groups[event], state.seen))
                labels.append(float(event == own))
            key = keys[gold[card.article]] = own or key_of(card)
            state.add(card, key, Member(card.article, 1.0))
    return np.asarray(rows, dtype=np.float64).reshape(-1, len(FEATURES)), np.asarray(labels, dtype=np.float64)


def pair_lessons(pairs: Sequence[tuple[Card, Card, bool]]) -> Lesson:
    """Rows of pairs of articles, each side beside the other one alone."""
    seen = Seen()
    for a, b, _ in pairs:
        seen.add(a)
        seen.add(b)
    seen.refresh()
    rows, labels = [], []
    for a, b, same in pairs:
        for card, other in ((a, b), (b, a)):
            group = Group(other.article)
            group.add(other)
            rows.append(values(card, group, seen))
            labels.append(float(same))
    return np.asarray(rows, dtype=np.float64).reshape(-1, len(FEATURES)), np.asarray(labels, dtype=np.float64)


def learn(taught: Sequence[tuple[Lesson, float]], join: float, share: float = 0.6, without: frozenset[str] = frozenset()) -> Weights:
    """Weights fitted on lessons, each weighed by a number; `join` is the threshold that they go with, `share` the part of it that two
    articles alone must reach, `without` names features to leave out."""
    kept = [at for at, name in enumerate(FEATURES) if name not in without]
    rows = np.vstack([rows for (rows, _), _ in taught])[:, kept]
    labels = np.concatenate([labels for (_, labels), _ in taught])
    shares = np.concatenate([np.full(len(labels), weight) for (_, labels), weight in taught])
    found, bias = fit(rows, labels, [SIGNS[at] for at in kept], shares=shares)
    named = dict.fromkeys(FEATURES, 0.0) | {
        FEATURES[at]: round(float(weight), DECIMALS) + 0.0 for at, weight in zip(kept, found, strict=True)
    }
    return Weights(round(bias, DECIMALS), named, join, round(join * share, DECIMALS))
