"""Reading: an article and what was understood in it. It can be made again at any time."""

from __future__ import annotations

from msgspec import Struct

from dragoman.model.annotations import (
    Event,
    Figure,
    Keyword,
    Mention,
    Sentence,
    Stance,
    Statement,
    TimeExpression,
    Topic,
)
from dragoman.model.article import Article


class Reading(Struct, frozen=True):
    """`vector` is the unit-length event vector of title and lead (empty where no embedder ran); `made_by` names every annotator
    as "name@version"."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    topics: tuple[Topic, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    vector: tuple[float, ...] = ()
    made_by: tuple[str, ...] = ()
