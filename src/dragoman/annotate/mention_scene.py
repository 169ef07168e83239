"""A text with everything named in it, for reading the offices beside people's names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from dragoman.annotate.mention_gazetteer import Text
from dragoman.annotate.mention_spans import Span


class Role(Struct, frozen=True):
    """An office: its words as offsets, and the id of the first country or body named in it."""

    start: int
    end: int
    party: str | None


class Scene(Struct):
    """A text with everything named in it, for looking around a person."""

    text: Text
    spans: Sequence[Span]
    demonyms: Sequence[Span]

    def covering(self, at: int) -> Span | None:
        """The mention or demonym over an offset."""
        for span in (*self.spans, *self.demonyms):
            if span.start <= at < span.end:
                return span
        return None

    def party(self, start: int, end: int) -> str | None:
        """The entity of the first place, body or demonym between two offsets."""
        named = sorted((*self.spans, *self.demonyms), key=lambda span: (span.start, -span.end))
        inside = [one for one in named if start <= one.start and one.end <= end and one.type != "person" and (one.entity or one.party)]
        return inside[0].entity or inside[0].party if inside else None

    def role(self, start: int, end: int) -> Role:
        """The office between two offsets."""
        return Role(start, end, self.party(start, end))

    def piece_at(self, offset: int) -> int:
        """Index of the first piece that begins at the offset or after it."""
        return bisect_left(self.text.spans, offset, key=lambda span: span[0])
