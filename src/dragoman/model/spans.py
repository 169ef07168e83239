"""Evidence: the words in an article that a line of the desk comes from."""

from __future__ import annotations

from msgspec import Struct


class Cue(Struct, frozen=True):
    """The word that introduces or classifies what is said, as offsets into `Article.text`."""

    start: int
    end: int


class Evidence(Struct, frozen=True):
    """Words of one article: `Article.text[start:end] == text`, offsets in code points, end exclusive."""

    article: str
    start: int
    end: int
    text: str
    cue: Cue | None = None


class Why(Struct, frozen=True):
    """One reason for a decision: the feature, how much it counted (signed weight) and what was seen."""

    feature: str
    score: float
    detail: str = ""
