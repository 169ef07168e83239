"""What two texts have in common, as tiles: longest runs of the same words, found greedily from the first word of one text to its last
(greedy string tiling after Wise 1993, with runs of words as its index, so that the cost is near linear)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from dragoman.cluster.copies.prints import Print

BRIDGE = 5
"""Words that may stand between two tiles for them to count as one edited run."""


class Tile(Struct, frozen=True):
    """`length` words that are the same from word `a` of one text and word `b` of the other on, numbers not looked at."""

    a: int
    b: int
    length: int


def tiles(a: Print, b: Print) -> tuple[Tile, ...]:
    """Tiles in order of the first text; none overlap there."""
    found: list[Tile] = []
    at, following = 0, 0
    while at < len(a.runs):
        best = (0, 0, 0)
        for place in b.places.get(a.runs[at], ()):
            length = _common(a.masked, b.masked, at, place)
            best = max(best, (length, -abs(place - following), place))
        if best[0] >= a.size:
            found.append(Tile(at, best[2], best[0]))
            following = best[2] + best[0]
            at += best[0]
        else:
            at += 1
    return tuple(found)


def _common(a: Sequence[str], b: Sequence[str], at: int, place: int) -> int:
    length, most = 0, min(len(a) - at, len(b) - place)
    while length < most and a[at + length] == b[place + length]:
        length += 1
    return length


def covered(found: Sequence[Tile], total: int, second: bool = False) -> list[bool]:
    """Which words of the first (second) text stand in a tile."""
    marks = [False] * total
    for tile in found:
        start = tile.b if second else tile.a
        marks[start : start + tile.length] = [True] * tile.length
    return marks


def in_order(found: Sequence[Tile]) -> tuple[Tile, ...]:
    """The tiles that stand in the same order in both texts: the heaviest increasing sequence by words."""
    if not found:
        return ()
    starts = sorted({tile.b for tile in found})
    best: list[tuple[int, int]] = [(0, -1)] * (len(starts) + 1)  # Fenwick tree of (weight, tile) over places in the second text
    before = [-1] * len(found)
    for number, tile in enumerate(found):
        rank = bisect_left(starts, tile.b) + 1
        weight, previous, at = 0, -1, rank - 1
        while at > 0:
            if best[at][0] > weight:
                weight, previous = best[at]
            at -= at & -at
        before[number] = previous
        while rank <= len(starts):
            if weight + tile.length > best[rank][0]:
                best[rank] = (weight + tile.length, number)
            rank += rank & -rank
    at, last = len(starts), (0, -1)
    while at > 0:
        last = max(last, best[at])
        at -= at & -at
    chain, number = [], last[1]
    while number >= 0:
        chain.append(found[number])
        number = before[number]
    return tuple(reversed(chain))


def bridged(found: Sequence[Tile]) -> list[tuple[int, int]]:
    """Stretches of the first text made of tiles that follow each other in both texts with no more than a few words between."""
    stretches: list[tuple[int, int]] = []
    last: Tile | None = None
    for tile in found:
        near = last is not None and tile.a - last.a - last.length <= BRIDGE and -BRIDGE <= tile.b - last.b - last.length <= BRIDGE
        if near:
            stretches[-1] = (stretches[-1][0], tile.a + tile.length)
        else:
            stretches.append((tile.a, tile.a + tile.length))
        last = tile
    return stretches
