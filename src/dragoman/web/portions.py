"""Long texts in parts, so that a page stays small. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.web.marks import Span, bounds

PORTION = 24_000
"""Bytes (UTF-8) of text on a page. With its marks and what stands beside it a page stays under 100 kB."""


def portions(text: str, most: int = PORTION) -> tuple[Span, ...]:
    """The parts of a text, each of whole paragraphs and of at most `most` bytes where no single paragraph is longer. There is at least
    one, be it empty."""
    found: list[Span] = []
    start, size = 0, 0
    edges = bounds(text)
    for edge in edges:
        weight = len(text[edge.start : edge.end].encode("utf-8", "replace"))
        if size and size + weight > most:
            found.append(Span(start, edge.start))
            start, size = edge.start, 0
        size += weight
    return (*found, Span(start, len(text)))


def chosen(parts: Sequence[Span], asked: str, at: int | None) -> int:
    """The number of the part to show, from 1: the one asked for, else the one that holds the offset `at`, else the first."""
    if asked.isascii() and asked.isdigit() and 1 <= int(asked[:6]) <= len(parts):
        return int(asked[:6])
    if at is None:
        return 1
    return next((place for place, part in enumerate(parts, 1) if part.start <= at < part.end), 1)
