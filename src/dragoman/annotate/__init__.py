"""Readers: parts that add annotations to a reading (pure). The table, their order, and the run over one article."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.errors import PartError
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.ports import Annotator
from dragoman.registry import Table

PARTS = Table(
    "annotators",
    {
        "sentences": "dragoman.annotate.sentences:Sentences",
        "mentions": "dragoman.annotate.mentions:Mentions",
        "times": "dragoman.annotate.times:Times",
        "keywords": "dragoman.annotate.keywords:Keywords",
        "statements": "dragoman.annotate.statements:Statements",
        "stances": "dragoman.annotate.stances:Stances",
        "events": "dragoman.annotate.events:Events",
        "figures": "dragoman.annotate.figures:Figures",
    },
)


def order(annotators: Sequence[Annotator]) -> tuple[Annotator, ...]:
    """The annotators so that each stands after every other one that gives what it needs; ties keep the order given.

    Raises `PartError` where a need is given by nobody or the needs go in a circle.
    """
    waiting, placed = list(annotators), []
    while waiting:
        for part in waiting:
            missing = [need for need in part.needs if not any(need in other.gives for other in annotators)]
            if missing:
                raise PartError(f"annotator {part.name!r} needs {', '.join(missing)}, which no annotator gives")
            if not any(_feeds(other, part) for other in waiting if other is not part):
                placed.append(part)
                waiting.remove(part)
                break
        else:
            raise PartError("annotators need each other in a circle: " + ", ".join(part.name for part in waiting))
    return tuple(placed)


def _feeds(giver: Annotator, part: Annotator) -> bool:
    """Whether `giver` must run before `part`. A part that refines a field (needs and gives it) comes after those that only give it."""
    needed = set(part.needs) & set(giver.gives)
    return bool(needed) and not (needed <= set(part.gives) and needed <= set(giver.needs))


def run(article: Article, annotators: Sequence[Annotator]) -> Reading:
    """A reading of the article by annotators that stand in order already."""
    reading = Reading(article=article)
    for part in annotators:
        reading = part.annotate(reading)
    return replace(reading, made_by=tuple(f"{part.name}@{part.version}" for part in annotators))
