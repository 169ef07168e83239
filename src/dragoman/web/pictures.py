"""Pictures of a story as numbers for a drawing: coverage day by day and language by language, who reports when, what happened when.
Lengths are units of the drawing's own (`WIDTH` across); where the page runs from right to left so does time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from dragoman.model.annotations import Event
from dragoman.model.article import Article
from dragoman.model.story import PressLine

WIDTH = 640
PLOT = 120
"""Height of the bars."""
BARS = 40
"""Most bars of a picture; a longer time is cut into longer steps."""
STEPS = (1, 2, 7, 14, 28, 91, 364)
SHADES = 6
"""Languages that have a colour of their own; the rest share the last one."""
OUTLETS = 14
LABEL = 190
"""Width of the column of outlets' names."""
ROW = 18
AROUND = timedelta(days=45)
"""Happenings so long before the first or after the last article are background: they are told in the text, not drawn."""


class Segment(Struct, frozen=True):
    """The articles of one language in one bar."""

    y: float
    height: float
    shade: int
    language: str
    articles: int


class Bar(Struct, frozen=True):
    """The articles from `first` to `last` (ISO dates)."""

    x: float
    width: float
    first: str
    last: str
    segments: tuple[Segment, ...]
    articles: int


class Coverage(Struct, frozen=True):
    """Articles over time. `languages` are those of the shades, most articles first; `top` is the height of the tallest bar in articles,
    `undated` how many articles are of no known day, `step` how many days a bar stands for."""

    bars: tuple[Bar, ...]
    languages: tuple[str, ...]
    top: int
    undated: int
    step: int


class Dot(Struct, frozen=True):
    """One thing at its place."""

    x: float
    what: str
    at: str


class Row(Struct, frozen=True):
    """One outlet with its articles, the first first."""

    y: float
    outlet: str
    first: str
    dots: tuple[Dot, ...]


class Reporting(Struct, frozen=True):
    """Who reports when, the first first; `more` outlets are not drawn. `label` is where the names begin."""

    rows: tuple[Row, ...]
    height: float
    more: int
    label: float


class Happenings(Struct, frozen=True):
    """What happened and will happen: `dots` are (event, place, status), `span` the first and last day drawn, `others` how many lie
    outside or have no day, `now` the place of the last article."""

    dots: tuple[tuple[Event, float, float], ...]
    span: tuple[str, str]
    others: int
    now: float
    height: float


def _day(article: Article) -> date | None:
    return _date(article.published.value)


def _date(value: str | None) -> date | None:
    if not value or len(value) < len("2022-01-12"):
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _mirrored(x: float, width: float, rtl: bool) -> float:
    return round(WIDTH - x - width if rtl else x, 1)


def coverage(articles: Iterable[Article], rtl: bool = False) -> Coverage | None:
    """Articles per day by language; None where fewer than two have a day."""
    held = list(articles)
    dated = [(day, article.language) for article in held if (day := _day(article)) is not None]
    if len(dated) < len("ab"):
        return None
    first, last = min(dated)[0], max(dated)[0]
    days = (last - first).days + 1
    step = next((step for step in STEPS if days <= step * BARS), STEPS[-1])
    languages = tuple(name for name, _ in sorted(Counter(name for _, name in dated).items(), key=lambda item: (-item[1], item[0])))
    counted: dict[int, Counter[str]] = {}
    for day, language in dated:
        counted.setdefault((day - first).days // step, Counter())[language] += 1
    slots = max(min((days + step - 1) // step, 4 * BARS), 7)
    top, wide = max(sum(one.values()) for one in counted.values()), WIDTH / slots
    bars = []
    for place in sorted(counted):
        start = first + timedelta(days=place * step)
        end = min(start + timedelta(days=step - 1), last)
        x = _mirrored(place * wide + wide * 0.1, wide * 0.8, rtl)
        segments = _stacked(counted[place], languages, top)
        bars.append(Bar(x, round(wide * 0.8, 1), start.isoformat(), end.isoformat(), segments, sum(counted[place].values())))
    return Coverage(tuple(bars), languages, top, len(held) - len(dated), step)


def _stacked(counted: Mapping[str, int], languages: Sequence[str], top: int) -> tuple[Segment, ...]:
    found, below = [], 0
    for shade, language in enumerate(languages):
        if number := counted.get(language, 0):
            height = PLOT * number / top
            below += number
            found.append(Segment(round(PLOT - PLOT * below / top, 1), round(height, 1), min(shade, SHADES - 1), language, number))
    return tuple(found)


def reporting(press: Sequence[PressLine], articles: Mapping[str, Article], rtl: bool = False) -> Reporting | None:
    """The outlets in the order in which they reported, each article a dot; None where fewer than two have a day."""
    told = [(line, sorted(day for name in line.articles if name in articles and (day := _day(articles[name])))) for line in press]
    told = sorted(((line, days) for line, days in told if days), key=lambda item: (item[1][0], item[0].outlet))
    if len(told) < len("ab"):
        return None
    first, last = min(days[0] for _, days in told), max(days[-1] for _, days in told)
    span = max((last - first).days, 1)
    rows = []
    for place, (line, days) in enumerate(told[:OUTLETS]):
        dots = tuple(
            Dot(_mirrored(LABEL + 8 + (WIDTH - LABEL - 16) * (day - first).days / span, 0, rtl), str(number), day.isoformat())
            for day, number in sorted(Counter(days).items())
        )
        rows.append(Row(place * ROW + ROW / 2, line.outlet, days[0].isoformat(), dots))
    return Reporting(tuple(rows), float(len(rows) * ROW), len(told) - len(rows), WIDTH if rtl else 0)


def happenings(events: Iterable[Event], articles: Iterable[Article], rtl: bool = False) -> Happenings | None:
    """Happenings on a line of days around the articles; None where fewer than two can be drawn."""
    written = sorted(day for article in articles if (day := _day(article)) is not None)
    if not written:
        return None
    every = list(events)
    dated = [(event, day) for event in every if (day := _date(event.start)) is not None]
    near = sorted(
        ((event, day) for event, day in dated if written[0] - AROUND <= day <= written[-1] + AROUND), key=lambda item: (item[1], item[0].id)
    )
    if len(near) < len("ab"):
        return None
    first, last = min(near[0][1], written[0]), max(near[-1][1], written[-1])
    span = max((last - first).days, 1)

    def place(day: date) -> float:
        return _mirrored(10 + (WIDTH - 20) * (day - first).days / span, 0, rtl)

    stacks: Counter[date] = Counter()
    dots = []
    for event, day in near:
        dots.append((event, place(day), float(stacks[day])))
        stacks[day] += 1
    height = 26.0 + 14 * max(stacks.values())
    drawn = tuple((event, x, height - 26 - 14 * level) for event, x, level in dots)
    return Happenings(drawn, (first.isoformat(), last.isoformat()), len(every) - len(near), place(written[-1]), height)
