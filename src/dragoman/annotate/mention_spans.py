"""Spans of names on their way to mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Span(Struct, frozen=True):
    """A candidate name: offsets into the text, type of `Mention`, how sure, who found it ("tagger", "actors" or a rule), and what the
    tables say it is: `entity` where they know exactly one, `kind` of the matched surface, `party` of a body with a country in its name."""

    start: int
    end: int
    type: str
    sure: float = 0.9
    by: str = "tagger"
    entity: str | None = None
    kind: str = ""
    party: str | None = None


def overlap(one: Span, two: Span) -> bool:
    """Whether the spans share a character."""
    return one.start < two.end and two.start < one.end


def inside(one: Span, two: Span) -> bool:
    """Whether `one` lies within `two`."""
    return two.start <= one.start and one.end <= two.end


def free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span touches none of the others."""
    return not any(overlap(span, other) for other in taken)


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Non-overlapping spans, longer ones preferred, then earlier ones; in order of the text."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start - item.end, item.start, item.type, item.by)):
        if free(span, kept):
            kept.append(span)
    return sorted(kept, key=lambda item: item.start)
