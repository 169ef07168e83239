"""Scoring the desk on labelled data: one module a task, the field's own metric each (`docs/evaluation.md`). Tasks get the parts
to score from the desk and know no other room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.reading import Reading
from dragoman.registry import Table

TASKS = Table(
    "evaluation",
    {
        "extract": "dragoman.evaluation.extract:Extract",
        "captures": "dragoman.evaluation.captures:Captures",
        "dates": "dragoman.evaluation.extract:Dates",
        "bylines": "dragoman.evaluation.extract:Bylines",
        "mentions": "dragoman.evaluation.mentions:Mentions",
        "keywords": "dragoman.evaluation.keywords:Keywords",
        "times": "dragoman.evaluation.times:Times",
        "quotes": "dragoman.evaluation.quotes:Quotes",
        "events": "dragoman.evaluation.events:Events",
        "names": "dragoman.evaluation.names:Names",
        "entities": "dragoman.evaluation.entities:Entities",
        "clusters": "dragoman.evaluation.clusters:Clusters",
        "pairs": "dragoman.evaluation.pairs:Pairs",
        "reprints": "dragoman.evaluation.reprints:Reprints",
        "retrieval": "dragoman.evaluation.retrieval:Retrieval",
        "topics": "dragoman.evaluation.topics:Topics",
        "feeds": "dragoman.evaluation.feeds:Feeds",
    },
)


class Parts(Struct, frozen=True):
    """What a task may score. `extract(body, url)` raises `ExtractError`; `read(text, language, published, title)` annotates a clean text;
    `annotate(text, language, published, title, gives)` runs only the annotators that the fields `gives` need; `cluster(readings)` maps
    article id to (event, story); `embed(texts, languages=None)` gives a vector a text, raw where no languages are named; `same_story(a, b)`
    is the probability that two readings tell of one happening, `copied(a, b)` that one is a copy of the other, with the id of the copy;
    `match(name, language, candidates)` scores (name, language) candidates; `pages(path)` reads an archive; `unite(stories)` maps the ids of
    united entities to the one that stands for them, given the readings of each story."""

    extract: Callable[[bytes, str | None], Article]
    read: Callable[[str, str, str | None, str], Reading]
    annotate: Callable[[str, str, str | None, str, tuple[str, ...]], Reading]
    embed: Callable[..., Sequence[tuple[float, ...]]]
    cluster: Callable[[Sequence[Reading]], dict[str, tuple[str, str]]]
    same_story: Callable[[Reading, Reading], float]
    copied: Callable[[Reading, Reading], tuple[float, str]]
    match: Callable[[str, str, Sequence[tuple[str, str]]], Sequence[float]]
    pages: Callable[[str], Iterable[Page | Problem]] = lambda path: ()
    unite: Callable[[Mapping[str, Sequence[Reading]]], Mapping[str, str]] = lambda stories: {}


class Score(Struct, frozen=True):
    """One task on one set. Values are fractions of 1 except counts; `peers` hold the same metrics for other tools in the same run."""

    task: str
    set: str
    n: int
    metrics: dict[str, float]
    by_language: dict[str, dict[str, float]] = field(default_factory=dict)
    peers: dict[str, dict[str, float]] = field(default_factory=dict)
    seconds: float = 0.0
