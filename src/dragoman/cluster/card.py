"""Card: what filing needs to know of a reading, and nothing else."""

from __future__ import annotations

import math
from collections import Counter
from datetime import UTC, date, datetime

from msgspec import Struct

from dragoman.cluster import series, terms
from dragoman.model.annotations import Event, Mention
from dragoman.model.article import Published
from dragoman.model.reading import Reading

HEADLINE = 120
"""Code points of a text without a title that are read as its headline."""

COUNTRY = 0.5
PLACE = 0.8
"""Weight of a country and of another place beside a person or body: many stories share a country."""

_UNKNOWN = (None, None)


class Card(Struct, frozen=True):
    """`earliest` and `latest` are proleptic ordinals of the days between which the article came out (None: not known); `vector` is unit
    length or empty; `terms`, `entities`, `places` map keys to weights; `days` maps ordinals of days that the text speaks of to weights
    (days of events weigh more); `figures` are "value unit" keys; `anchors` say which of a series this is (see `series`); `moment` is the
    time of publication in days, where it is known to the minute;
    a `roundup` speaks of several stories at once."""

    article: str
    url: str
    outlet: str
    language: str
    title: str
    earliest: int | None
    latest: int | None
    vector: tuple[float, ...]
    terms: dict[str, float]
    entities: dict[str, float]
    places: dict[str, float]
    days: dict[int, float]
    figures: tuple[str, ...]
    anchors: dict[str, str]
    moment: float | None = None
    roundup: bool = False

    @property
    def certain(self) -> tuple[int, ...]:
        """The day of publication where it is known to the day."""
        return (self.earliest,) if self.earliest is not None and self.earliest == self.latest else ()


def card(reading: Reading) -> Card:
    """The card of a reading; the same reading gives the same card."""
    article = reading.article
    earliest, latest = interval(article.published)
    entities, places = _names(reading.mentions)
    titled = Counter(stem for stem, _ in terms.words(article.title))
    return Card(
        article=article.id,
        url=article.url,
        outlet=article.outlet,
        language=article.language,
        title=article.title,
        earliest=earliest,
        latest=latest,
        vector=reading.vector,
        terms=terms.weigh(f"{article.title}\n{article.text}", article.language, boost=titled),
        entities=entities,
        places=places,
        days=_days(reading),
        figures=_figures(reading),
        anchors=series.anchors(article.title or article.text[:HEADLINE], article.language),
        moment=moment(article.published),
        roundup=series.roundup(article.title or article.text[:HEADLINE], article.language),
    )


def interval(published: Published) -> tuple[int | None, int | None]:
    """The days between which an article came out, as ordinals; None where a bound is not known."""
    if published.value is None or published.precision == "unknown":
        return _ordinal(published.earliest), _ordinal(published.latest)
    year, month, day = (int(part) for part in (published.value[:10] + "-01-01")[:10].split("-"))
    try:
        if published.precision in ("day", "minute"):
            return (date(year, month, day).toordinal(),) * 2
        if published.precision == "month":
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1).toordinal(), following.toordinal() - 1
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    except ValueError:
        return _UNKNOWN


def moment(published: Published) -> float | None:
    """Time of publication in days (the ordinal of the day and the share of it that has passed, in UTC where a zone is given), None where
    it is not known to the minute."""
    if published.value is None or published.precision != "minute":
        return None
    try:
        when = datetime.fromisoformat(published.value.replace("Z", "+00:00"))
    except ValueError:
        return None
    if when.utcoffset() is not None:
        when = when.astimezone(UTC)
    return round(when.date().toordinal() + (when.hour * 60 + when.minute) / 1440, 5)


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None


def _names(mentions: tuple[Mention, ...]) -> tuple[dict[str, float], dict[str, float]]:
    """Entities (people, bodies, countries) and places below countries, weighed by how often they are named."""
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for mention in mentions:
        key = mention.entity or f"name:{terms.canonical(mention.normal or mention.text)}"
        counts[key] += 1
        kinds.setdefault(key, mention.type)
    entities, places = {}, {}
    for key in sorted(counts):
        weight = 1 + math.log(counts[key])
        if kinds[key] != "place":
            entities[key] = weight
        elif _is_country(key):
            entities[key] = weight * COUNTRY
        else:
            places[key] = weight * PLACE
    return entities, places


def _is_country(key: str) -> bool:
    return len(key) == 2 and key.isascii() and key.isupper()


def _days(reading: Reading) -> dict[int, float]:
    """Days named by the text, to the day; a day on which an event with parties or a place stands counts double."""
    found: dict[int, float] = {}
    for time in reading.times:
        if time.type in ("date", "time") and time.earliest and time.earliest == time.latest:
            day = _ordinal(time.earliest)
            if day is not None:
                found[day] = max(found.get(day, 0.0), 1.0)
    for event in reading.events:
        for day in _event_days(event):
            found[day] = max(found.get(day, 0.0), 2.0 if event.parties or event.place else 1.0)
    return dict(sorted(found.items()))


def _event_days(event: Event) -> tuple[int, ...]:
    """First and last day of an event that is known to the day."""
    if event.precision not in ("day", "minute", "part of day"):
        return ()
    ends = (_ordinal(end) for end in (event.start, event.end) if end and len(end) >= 10)
    return tuple(sorted({day for day in ends if day is not None}))


def _figures(reading: Reading) -> tuple[str, ...]:
    """Figures that could tell stories apart: with a unit, or of two digits and more."""
    keys = {
        f"{figure.value:g} {figure.unit or ''}".strip()
        for figure in reading.figures
        if figure.value is not None and (figure.unit or abs(figure.value) >= 10)
    }
    return tuple(sorted(keys))
