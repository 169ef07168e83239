"""Which pairs of texts are worth comparing: those that share fingerprints. Two kinds: winnowed runs (Schleimer, Wilkerson and Aiken 2003),
which find parts, and bands of MinHash (Broder 1997) with a low threshold, which find whole texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dragoman.cluster.copies.prints import Print

WINDOW = 4
"""Of every so many neighbouring runs one is kept."""

BANDS, ROWS = 32, 4
"""Texts of which 42 % of the runs are common share a band as likely as not."""

SHARED = 3
"""Least fingerprints in common."""

MOST = 8
"""Texts that one is compared with."""

LINKED = 8
"""A fingerprint that stands in many texts links each with so many of the first and of those before it: that keeps the cost linear, and a
family of copies together."""

_SEED = 20_080_618


def candidates(prints: Sequence[Print]) -> list[tuple[int, int]]:
    """Pairs of numbers (earlier, later) of texts given in order, most alike first for each; fingerprints that stand in many texts, such as
    the furniture of a site, weigh little."""
    keys = [_fingerprints(sheet) | _bands(sheet) for sheet in prints]
    postings: dict[int, list[int]] = {}
    found: set[tuple[int, int]] = set()
    counts: dict[int, int] = {}
    for mine in keys:
        for key in mine:
            counts[key] = counts.get(key, 0) + 1
    for number, mine in enumerate(keys):
        votes: dict[int, float] = {}
        shared: dict[int, int] = {}
        for key in mine:
            before = postings.setdefault(key, [])
            weight = 0.05 + math.log(len(prints) / counts[key])
            for other in before if len(before) <= 2 * LINKED else [*before[:LINKED], *before[-LINKED:]]:
                votes[other] = votes.get(other, 0.0) + weight
                shared[other] = shared.get(other, 0) + 1
            before.append(number)
        fit = [other for other in votes if shared[other] >= min(SHARED, len(mine), len(keys[other]))]
        ranked = sorted(fit, key=lambda other: (-round(votes[other] / math.sqrt(len(keys[other])), 6), other))
        found.update((other, number) for other in ranked[:MOST])
    return sorted(found)


def _fingerprints(sheet: Print) -> set[int]:
    runs = sheet.runs
    return {min(runs[at : at + WINDOW]) for at in range(max(1, len(runs) - WINDOW + 1))} if runs else set()


def _bands(sheet: Print) -> set[int]:
    """Hashes of bands, each of a few least values under different permutations; negative, to be told from fingerprints."""
    if not sheet.runs:
        return set()
    runs = np.unique(np.asarray(sheet.runs, dtype=np.uint64) & np.uint64(0xFFFFFFFF))
    least = ((runs[None, :] * _FACTORS[0][:, None] + _FACTORS[1][:, None]) >> np.uint64(32)).min(axis=1)
    return {-1 - (hash((band, *least[band * ROWS : (band + 1) * ROWS].tolist())) & 0xFFFFFFFFFFFF) for band in range(BANDS)}


def _made() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Multipliers and offsets of the permutations: multiply-shift hashing with fixed odd numbers."""
    value, drawn = _SEED, []
    for _ in range(2 * BANDS * ROWS):
        value = (value * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % (1 << 64)
        drawn.append(value | 1)
    numbers = np.asarray(drawn, dtype=np.uint64)
    return numbers[: BANDS * ROWS], numbers[BANDS * ROWS :]


_FACTORS = _made()
