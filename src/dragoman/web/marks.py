"""Clean text cut into paragraphs and runs, with names, statements and the words of a link marked. Pure: the templates only print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from msgspec import Struct

from dragoman.model.annotations import Mention, Statement

_GAP = re.compile(r"\n\s*\n")


class Span(Struct, frozen=True):
    """Code points of the text, end exclusive."""

    start: int
    end: int


class Run(Struct, frozen=True):
    """Words with one set of marks: the name that they are, and whether they are the cue of a link."""

    text: str
    mention: Mention | None = None
    cue: bool = False


class Said(Struct, frozen=True):
    """Runs within one statement, or outside any (`statement` is None)."""

    statement: Statement | None
    runs: tuple[Run, ...]


class Stretch(Struct, frozen=True):
    """A part of a paragraph that is all inside the marked span or all outside; `first` where the mark begins."""

    marked: bool
    first: bool
    parts: tuple[Said, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph, where it starts in the text, and its stretches."""

    start: int
    stretches: tuple[Stretch, ...]


def span(value: str | None, length: int) -> Span | None:
    """ "START-END" of an address as a span of a text of that length; None where it is no such span."""
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", value or "")
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), length)
    return Span(start, end) if start < end else None


def bounds(text: str) -> list[Span]:
    """The paragraphs of a text, which stand apart by blank lines; empty ones are left out."""
    edges, start = [], 0
    for gap in _GAP.finditer(text):
        edges.append(Span(start, gap.start()))
        start = gap.end()
    edges.append(Span(start, len(text)))
    return [edge for edge in edges if text[edge.start : edge.end].strip()]


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions without overlap: earlier first, longer first."""
    kept: list[Mention] = []
    for item in sorted(mentions, key=lambda item: (item.start, -item.end, item.type)):
        if item.end > item.start and (not kept or item.start >= kept[-1].end):
            kept.append(item)
    return kept


class _Row(Struct, frozen=True):
    start: int
    marked: bool
    said: int | None
    run: Run


class _Marks(Struct, frozen=True):
    """Everything to be marked. Statements stand shortest first, so that the innermost one wins where they nest."""

    mentions: list[Mention]
    statements: list[Statement]
    mark: Span | None
    cue: Span | None

    def cuts(self, edge: Span) -> list[int]:
        listed = (*self.mentions, *self.statements, self.mark, self.cue)
        spans = [Span(item.start, item.end) for item in listed if item is not None]
        inner = {at for item in spans for at in (item.start, item.end) if edge.start < at < edge.end}
        return sorted({edge.start, edge.end} | inner)

    def row(self, text: str, start: int, end: int) -> _Row:
        mention = next((item for item in self.mentions if item.start <= start < item.end), None)
        said = next((place for place, item in enumerate(self.statements) if item.start <= start < item.end), None)
        marked = self.mark is not None and self.mark.start <= start < self.mark.end
        in_cue = self.cue is not None and self.cue.start <= start < self.cue.end
        return _Row(start, marked, said, Run(text[start:end], mention, in_cue))

    def within(self, edge: Span) -> _Marks:
        """The same for one paragraph."""
        return _Marks(
            [item for item in self.mentions if item.start < edge.end and item.end > edge.start],
            [item for item in self.statements if item.start < edge.end and item.end > edge.start],
            self.mark,
            self.cue,
        )


def _parts(rows: list[_Row], statements: list[Statement]) -> tuple[Said, ...]:
    return tuple(
        Said(None if said is None else statements[said], tuple(row.run for row in part))
        for said, part in groupby(rows, key=lambda row: row.said)
    )


def _paragraph(text: str, edge: Span, marks: _Marks, begin: int | None) -> Paragraph:
    cuts = marks.cuts(edge)
    rows = [marks.row(text, start, end) for start, end in pairwise(cuts)]
    stretches = []
    for marked, group in groupby(rows, key=lambda row: row.marked):
        listed = list(group)
        stretches.append(Stretch(marked, marked and listed[0].start == begin, _parts(listed, marks.statements)))
    return Paragraph(edge.start, tuple(stretches))


def paragraphs(
    text: str,
    mentions: Iterable[Mention] = (),
    statements: Iterable[Statement] = (),
    mark: Span | None = None,
    cue: Span | None = None,
    within: Span | None = None,
) -> tuple[Paragraph, ...]:
    """The text in order (of the paragraphs that begin `within` a part of it), nothing lost but the blank lines between paragraphs.
    Overlapping marks are cut where they cross, so that the markup always nests: mark, statement, name."""
    edges = [edge for edge in bounds(text) if within is None or within.start <= edge.start < within.end]
    said = sorted((item for item in statements if item.end > item.start), key=lambda item: (item.end - item.start, item.start))
    marks = _Marks(_apart(mentions), said, mark, cue)
    touched = (edge for edge in edges if mark and mark.start < edge.end and mark.end > edge.start)
    begin = next((max(mark.start, edge.start) for edge in touched), None) if mark else None
    return tuple(_paragraph(text, edge, marks.within(edge), begin) for edge in edges)
