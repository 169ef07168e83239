"""Why an article stands where it stands, and why not elsewhere."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dragoman.model.spans import Why

Ground = Literal["fits", "judgement", "linked", "veto", "score", "quorum", "nearer"]
"""Why it stands there: it fits, a person said so, or its event is linked to the story. Why not: a person said so, a veto, too low a score,
too few of the members would take it in, or another story is nearer."""


class Nearby(Struct, frozen=True):
    """A member of a story and how well an article would fit it alone (0-1), with the reasons (log odds, signed)."""

    article: str
    score: float
    why: tuple[Why, ...]


class Fit(Struct, frozen=True):
    """How well `article` fits the event `event` of a story, without itself: the probability of the join (0-1), the reasons (log odds,
    signed; each feature with its value and weight in words), the veto that overrides them, how many of the members that were asked
    would take it in, the judgement that decides, and the nearest members. `inside` says whether it stands there, `ground` why or why
    not; `home` is the story that it is in."""

    article: str
    home: str
    story: str
    event: str
    inside: bool
    ground: Ground
    score: float
    why: tuple[Why, ...]
    veto: str | None = None
    agree: int = 0
    asked: int = 0
    judgement: str = ""
    nearest: tuple[Nearby, ...] = ()


class Explained(Struct, frozen=True):
    """An article's place: its story and event, what filing wrote down when it put it there (`score`, `why`, `by`), how well it fits the
    events of its story as they are now (its own first), how well other stories, the nearest first, and what it would take to join
    (`least`: probability; `least_agree`: share of the members asked)."""

    article: str
    title: str
    story: str
    event: str
    score: float
    why: tuple[Why, ...]
    by: str
    fits: tuple[Fit, ...]
    rejected: tuple[Fit, ...]
    least: float
    least_agree: float
