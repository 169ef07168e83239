"""Is one of two texts in one language a copy of the other? A logistic of a few features that show themselves; the weights stand in
`languages/xx/copies.toml`, fitted by `quality/fit_copies.py`."""

from __future__ import annotations

from msgspec import Struct

from dragoman.cluster.copies import weights
from dragoman.cluster.copies.prints import Print
from dragoman.cluster.copies.tiles import Tile, bridged, covered, in_order, tiles

SEGMENT = 20
"""Words in a part of a text; a copy has something in common in most parts, a quotation or the furniture of a site in few."""

TOUCHED = 0.2
"""Share of a part's words that must be common for it to count."""

CLASH, CLASHING = 0.5, 3
"""Templated texts (results, forecasts, rates) share their words but not their numbers: where this share of the numbers in what they have in
common differ, and no fewer than three, one is no copy of the other."""


TEMPLATE = 10.0
"""A clash divides the probability by so much."""

WHOLE, COPIED = 0.95, 0.6
"""Least share of each text that stands in the other where they are the same, and of the shorter where it was cut and not rewritten."""

SHORTEST = 12
"""Words below which a text is too short to be told a copy unless it is the same."""

QUOTED, QUOTATION = 0.6, 4
"""Least share of what is common that stands in quotation marks, and least length of a run, in runs of the index, where two texts only bring
the same quotation."""


class Overlap(Struct, frozen=True):
    """What two texts have in common. Shares are of 1: `contained` words of the shorter text that stand in the longer one, `holding` those
    of the longer in the shorter, `own` the same as `contained` outside quotation marks, `spread` parts of the shorter that have something
    in common, `stretches` words in edited runs, `longest` the longest such run, `ordered` what stands in the same order, `clash` numbers
    that differ within what is common (`differing` is their count). `words` is the length of the shorter; `turned` says that the second
    text is the shorter. `found` are the tiles, the shorter text first."""

    contained: float
    holding: float
    own: float
    spread: float
    stretches: float
    longest: float
    ordered: float
    clash: float
    differing: int
    words: int
    turned: bool
    found: tuple[Tile, ...] = ()


def overlap(a: Print, b: Print) -> Overlap:
    """What two texts have in common; all zero where they share nothing."""
    turned = len(b.words) < len(a.words)
    small, large = (b, a) if turned else (a, b)
    found = tiles(small, large)
    total = len(small.words)
    if not found:
        return Overlap(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0, total, turned)
    marks = covered(found, total)
    common = sum(marks)
    outside = sum(not quoted for quoted in small.quoted)
    own = sum(mark and not quoted for mark, quoted in zip(marks, small.quoted, strict=True))
    runs = bridged(found)
    numbers, differing = _numbers(small, large, found)
    return Overlap(
        contained=common / total,
        holding=sum(covered(found, len(large.words), second=True)) / len(large.words),
        own=own / outside if outside * 5 > total else common / total,
        spread=_spread(marks),
        stretches=sum(end - start for start, end in runs) / total,
        longest=max(end - start for start, end in runs) / total,
        ordered=sum(tile.length for tile in in_order(found)) / sum(tile.length for tile in found),
        clash=differing / numbers if numbers else 0.0,
        differing=differing,
        words=total,
        turned=turned,
        found=found,
    )


def _spread(marks: list[bool]) -> float:
    """Share of the parts that have something in common; the last part may be shorter, down to a half."""
    parts = [marks[at : at + SEGMENT] for at in range(0, len(marks), SEGMENT)]
    if len(parts) > 1 and len(parts[-1]) < SEGMENT // 2:
        parts[-2:] = [parts[-2] + parts[-1]]
    return sum(sum(part) >= TOUCHED * len(part) for part in parts) / len(parts)


def _numbers(a: Print, b: Print, found: tuple[Tile, ...]) -> tuple[int, int]:
    """How many numbers stand in tiles, and how many of them differ."""
    seen = differing = 0
    for tile in found:
        for step in range(tile.length):
            if a.masked[tile.a + step] == "0":
                seen += 1
                differing += a.words[tile.a + step] != b.words[tile.b + step]
    return seen, differing


def features(like: Overlap) -> dict[str, float]:
    """What the logistic weighs, each between 0 and 1."""
    return {
        "contained": like.contained,
        "own": like.own,
        "spread": like.spread,
        "scattered": max(0.0, like.spread - like.contained),
        "longest": like.longest,
        "clash": like.clash,
    }


def clashes(like: Overlap) -> bool:
    """Whether two texts are of one template with other numbers."""
    return like.differing >= CLASHING and like.clash >= CLASH


def probability(like: Overlap) -> float:
    """Probability (0 to 1) that one is a copy of the other."""
    if like.contained >= WHOLE and like.holding >= WHOLE and not like.differing:
        return 1.0
    if like.words < SHORTEST:
        return 0.0
    value = weights.odds("same", features(like))
    return round(value / TEMPLATE, 4) if clashes(like) else round(value, 4)


def quotes(small: Print, large: Print, like: Overlap) -> bool:
    """Whether two texts, the shorter first, share a quotation: a long run of words, most of them in quotation marks in one of them."""
    marks = covered(like.found, len(small.words)), covered(like.found, len(large.words), second=True)
    shares = [
        sum(mark and quoted for mark, quoted in zip(common, sheet.quoted, strict=True)) / max(1, sum(common))
        for common, sheet in zip(marks, (small, large), strict=True)
    ]
    return max(shares) >= QUOTED and max(tile.length for tile in like.found) >= QUOTATION * small.size
