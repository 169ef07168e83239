"""The card of a copy: what it left out, what it added and what it moved, as passages with their places in both texts."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.cluster.copies.prints import Print
from dragoman.cluster.copies.tiles import Tile, covered, in_order, tiles
from dragoman.model.story import Aligned, Passage

LEAST = 4
"""Words below which a passage of only one text is a changed wording and is not shown."""


def card(copy: Print, of: Print) -> tuple[tuple[Passage, ...], tuple[Passage, ...], tuple[Aligned, ...]]:
    """(cuts, added, moved) of a copy beside the text that it copies."""
    found = tiles(copy, of)
    kept = set(in_order(found))
    moved = tuple(_both(tile, copy, of) for tile in found if tile not in kept and tile.length >= max(LEAST, copy.size))
    return _alone(of, covered(found, len(of.words), second=True)), _alone(copy, covered(found, len(copy.words))), moved


def shared(copy: Print, of: Print, found: Sequence[Tile], turned: bool) -> tuple[Aligned, ...]:
    """The runs that two texts have in common, in order of the first; `turned`: the tiles have the second text first."""
    put = [Tile(tile.b, tile.a, tile.length) if turned else tile for tile in found if tile.length >= LEAST]
    return tuple(_both(tile, copy, of) for tile in sorted(put, key=lambda tile: tile.a))


def _both(tile: Tile, copy: Print, of: Print) -> Aligned:
    a, b = tile.a + tile.length - 1, tile.b + tile.length - 1
    return Aligned(copy.starts[tile.a], copy.ends[a], of.starts[tile.b], of.ends[b])


def _alone(sheet: Print, marks: Sequence[bool]) -> tuple[Passage, ...]:
    """Passages that only this text has; those with fewer than a few common words between them are one."""
    spans: list[list[int]] = []
    for at, common in enumerate(marks):
        if common:
            continue
        if spans and at - spans[-1][1] <= LEAST:
            spans[-1][1] = at
        else:
            spans.append([at, at])
    return tuple(Passage(sheet.starts[first], sheet.ends[last]) for first, last in spans if last - first + 1 >= LEAST)
