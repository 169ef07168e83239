"""Figures of a story side by side: those that count the same thing, and whether the texts agree.

Numbers are the tractable kind of contradiction (de Marneffe et al. 2008 reach 23 % precision on the general kind); so only figures of
one slot, with one unit, of different texts, as of the same time are compared. A later figure is an update and no contradiction.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from types import MappingProxyType

from dragoman.model.annotations import Figure
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Slot

_NEAR = timedelta(days=1)
"""How far two days may lie apart and still be one: time zones, the day of the happening and the day of the report."""
_SAME_NEWS = timedelta(days=3)
"""How far two articles may lie apart whose undated figures are taken to speak of the same state of things."""
NOTHING: Mapping[str, str] = MappingProxyType({})
_SHARES = ("percent:", "seats", "votes")
"""Slots of which one text has several values that are all true."""
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


def slots(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> tuple[Slot, ...]:
    """The figures of the readings by what they count, slots that several texts fill first, then by key; figures in order of date, article
    and place. `agree` is None where only one text gives figures of the slot or where none can be compared. Copies of
    one text are one text: a figure that a copy repeats is shown once, from the text that is not the copy, and agrees with nothing."""
    sources = _sources(copies)
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for reading in readings:
        for figure in reading.figures:
            groups[figure.slot, _measure(figure)].append(figure)
    written = {reading.article.id: (reading.article.published.value or "")[:10] for reading in readings}
    made = [_slot(key, figures, written, sources) for (key, _), figures in groups.items()]
    return tuple(sorted(made, key=lambda one: (-len({value.evidence.article for value in one.values}), one.slot, one.label)))


def _sources(copies: Sequence[Copy]) -> dict[str, str]:
    """Each copied article with the text that it goes back to."""
    direct = {copy.article: copy.of for copy in sorted(copies, key=lambda copy: (copy.article, copy.of))}
    found = {}
    for article, of in direct.items():
        seen = {article}
        while of in direct and of not in seen:
            seen.add(of)
            of = direct[of]
        found[article] = of
    return found


def _measure(figure: Figure) -> str:
    """What kind of unit a figure has: units that convert into each other are one."""
    if figure.unit in _UNITS:
        return "time" if figure.unit in ("second", "minute", "hour", "day", "week") else "length"
    return figure.unit or ""


def _slot(key: str, figures: Sequence[Figure], written: Mapping[str, str], sources: Mapping[str, str]) -> Slot:
    ordered = sorted(figures, key=lambda one: (one.evidence.article in sources, *_place(one)))
    kept: list[Figure] = []
    for figure in ordered:
        if not any(_same(figure, other, sources) for other in kept):
            kept.append(figure)
    kept.sort(key=_place)
    label = min(Counter(figure.label for figure in kept).items(), key=lambda item: (-item[1], item[0]))[0]
    return Slot(slot=key, values=tuple(kept), agree=agree(kept, written, sources), label=label)


def _place(figure: Figure) -> tuple[str, str, int]:
    return figure.as_of or "", figure.evidence.article, figure.evidence.start


def _text(figure: Figure, sources: Mapping[str, str]) -> str:
    return sources.get(figure.evidence.article, figure.evidence.article)


def _same(one: Figure, other: Figure, sources: Mapping[str, str]) -> bool:
    """A text that repeats itself, or is repeated by a copy, gives one line."""
    return _text(one, sources) == _text(other, sources) and (one.low, one.high, one.value, one.as_of) == (
        other.low,
        other.high,
        other.value,
        other.as_of,
    )


def agree(figures: Sequence[Figure], written: Mapping[str, str] = NOTHING, sources: Mapping[str, str] = NOTHING) -> bool | None:
    """Whether figures of one slot from different texts go together: False where two texts that can be compared have nothing in common,
    True where some can be compared and none does so, None where none can. A text may give several figures of a slot (two candidates'
    shares, the old toll and the new): one that fits the other text's is enough. `written` holds the days of the articles,
    `sources` the text that each copy goes back to."""
    texts = sorted({_text(figure, sources) for figure in figures})
    pairs = []
    for first, second in combinations(texts, 2):
        mine = [figure for figure in figures if _text(figure, sources) == first]
        theirs = [figure for figure in figures if _text(figure, sources) == second]
        fits = [_overlap(one, other) for one in mine for other in theirs if _comparable(one, other, written)]
        shares = mine[0].slot.startswith(_SHARES)
        pairs += [any(fits) if shares else all(fits)] if fits else []
    return all(pairs) if pairs else None


def _comparable(one: Figure, other: Figure, written: Mapping[str, str]) -> bool:
    """As of the same time: both undated in articles of about the same days, days at most one apart, or one date within the other's
    month or year."""
    if one.as_of is None and other.as_of is None:
        days = [written.get(figure.evidence.article, "") for figure in (one, other)]
        known = all(len(day) == len("2000-01-01") for day in days)
        return not known or abs(date.fromisoformat(days[0]) - date.fromisoformat(days[1])) <= _SAME_NEWS
    if one.as_of is None or other.as_of is None:
        return False
    if len(one.as_of) == len(other.as_of) == len("2000-01-01"):
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
