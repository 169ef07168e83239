"""Figures of a story side by side: those that count the same thing, and whether the texts agree.

Numbers are the tractable kind of contradiction (de Marneffe et al. 2008 reach 23 % precision on the general kind); so only figures of
one slot, with one unit, of different texts, as of the same time are compared. A later figure is an update and no contradiction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from dragoman.model.annotations import Figure
from dragoman.model.reading import Reading
from dragoman.model.story import Slot

_NEAR = timedelta(days=1)
"""How far two days may lie apart and still be one: time zones, the day of the happening and the day of the report."""
_UNITS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "m": 1.0,
    "km": 1000.0,
    "mile": 1609.344,
    "ft": 0.3048,
}
"""Units that can be compared, in seconds and metres."""


def slots(readings: Sequence[Reading]) -> tuple[Slot, ...]:
    """The figures of the readings by what they count, slots that several texts fill first, then by key; figures in order of date, article
    and place. `agree` is None where only one text gives figures of the slot or where none can be compared."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            groups[figure.slot, _measure(figure)].append(figure)
    made = [_slot(key, figures) for (key, _), figures in groups.items()]
    return tuple(sorted(made, key=lambda one: (-len({value.evidence.article for value in one.values}), one.slot, one.label)))


def _measure(figure: Figure) -> str:
    """What kind of unit a figure has: units that convert into each other are one."""
    if figure.unit in _UNITS:
        return "time" if figure.unit in ("second", "minute", "hour", "day", "week") else "length"
    return figure.unit or ""


def _slot(key: str, figures: Sequence[Figure]) -> Slot:
    ordered = sorted(figures, key=lambda one: (one.as_of or "", one.evidence.article, one.evidence.start))
    kept: list[Figure] = []
    for figure in ordered:
        if not any(_same(figure, other) for other in kept):
            kept.append(figure)
    label = min(Counter(figure.label for figure in kept).items(), key=lambda item: (-item[1], item[0]))[0]
    return Slot(slot=key, values=tuple(kept), agree=agree(kept), label=label)


def _same(one: Figure, other: Figure) -> bool:
    """A text that repeats itself gives one line."""
    return one.evidence.article == other.evidence.article and (one.low, one.high, one.value, one.as_of) == (
        other.low,
        other.high,
        other.value,
        other.as_of,
    )


def agree(figures: Sequence[Figure]) -> bool | None:
    """Whether figures of one slot from different texts go together: False where two that can be compared exclude each other, True where
    some can be compared and none does, None where none can."""
    pairs = [
        (one, other)
        for one, other in combinations(figures, 2)
        if one.evidence.article != other.evidence.article and _comparable(one, other)
    ]
    if not pairs:
        return None
    return all(_overlap(one, other) for one, other in pairs)


def _comparable(one: Figure, other: Figure) -> bool:
    """As of the same time: both undated, days at most one apart, or one date within the other's month or year."""
    if one.as_of is None or other.as_of is None:
        return one.as_of == other.as_of
    if len(one.as_of) == len(other.as_of) == 10:
        return abs(date.fromisoformat(one.as_of) - date.fromisoformat(other.as_of)) <= _NEAR
    return one.as_of.startswith(other.as_of) or other.as_of.startswith(one.as_of)


def _overlap(one: Figure, other: Figure) -> bool:
    low_one, high_one = _bounds(one)
    low_other, high_other = _bounds(other)
    return low_one <= high_other and low_other <= high_one


def _bounds(figure: Figure) -> tuple[float, float]:
    factor = _UNITS.get(figure.unit or "", 1.0)
    low = figure.low if figure.low is not None else float("-inf")
    high = figure.high if figure.high is not None else float("inf")
    return low * factor, high * factor
