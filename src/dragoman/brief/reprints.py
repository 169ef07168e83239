"""The cards of copies: what was cut, added, moved and aligned, in the words of both texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dragoman.model.reading import Reading
from dragoman.model.story import Aligned, Copy, Passage


def worded(copies: Sequence[Copy], readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The copies with the words that their passages stand for; copies of articles that are not among the readings are left out."""
    texts = {reading.article.id: reading.article.text or reading.article.title for reading in readings}
    return tuple(_worded(copy, texts) for copy in copies if copy.article in texts and copy.of in texts)


def _worded(copy: Copy, texts: Mapping[str, str]) -> Copy:
    mine, theirs = texts[copy.article], texts[copy.of]
    return replace(
        copy,
        cuts=_passages(copy.cuts, theirs),
        added=_passages(copy.added, mine),
        moved=_both(copy.moved, mine, theirs),
        aligned=_both(copy.aligned, mine, theirs),
    )


def _passages(passages: Sequence[Passage], text: str) -> tuple[Passage, ...]:
    return tuple(replace(one, text=text[one.start : one.end]) for one in passages)


def _both(pairs: Sequence[Aligned], mine: str, theirs: str) -> tuple[Aligned, ...]:
    return tuple(replace(one, text=mine[one.start : one.end], of_text=theirs[one.of_start : one.of_end]) for one in pairs)
