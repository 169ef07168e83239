"""What a story lacks, each with its denominator: silence is only as telling as the number of texts that keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from dragoman import actors, languages
from dragoman.model.annotations import Event, Statement
from dragoman.model.reading import Reading
from dragoman.model.story import Gap, Position

_PARTIES = 8
"""As many parties as are asked about; those who act in most articles first."""
_VAGUE = ("part of month", "month", "quarter", "part of year", "year", "unknown")
_PLACED = ("consult", "agree", "mobilize")
"""Types that take place somewhere: a measure that takes effect or an exchange need not."""
_ASKING = ("demand", "red line")


def gaps(
    readings: Sequence[Reading], positions: Sequence[Position], statements: Sequence[Statement], agenda: Sequence[Event]
) -> tuple[Gap, ...]:
    """Parties without a statement, demands without an answer, languages of the parties in which nothing is held, agenda entries
    without a place or a day, articles without a date; `seen` of `of` counts what is there."""
    acting = _acting(readings)
    return (
        *_silent(acting, readings, statements),
        *_unanswered(positions, readings),
        *_unheard(acting, readings),
        *_vague(agenda),
        *_undated(readings),
    )


def _acting(readings: Sequence[Reading]) -> list[str]:
    """Parties that take part in events or hold positions, by the number of articles that say so."""
    count: Counter[str] = Counter()
    for reading in readings:
        sides = {party for event in reading.events for party in event.parties} | {stance.party for stance in reading.stances}
        count.update(sides)
    return [party for party, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))][:_PARTIES]


def _silent(acting: Sequence[str], readings: Sequence[Reading], statements: Sequence[Statement]) -> Iterable[Gap]:
    heard = {statement.party for statement in statements}
    for party in acting:
        if party not in heard:
            yield Gap(f"no statement by {_name(party)}", 0, len(readings), "statement", party)


def _unanswered(positions: Sequence[Position], readings: Sequence[Reading]) -> Iterable[Gap]:
    for position in positions:
        if position.stance in _ASKING and not position.answers:
            yield Gap(f"no answer to the demand of {_name(position.party)}: {position.text}", 0, len(readings), "answer", position.party)


def _unheard(acting: Sequence[str], readings: Sequence[Reading]) -> Iterable[Gap]:
    held = {_primary(reading.article.language) for reading in readings}
    told: set[str] = set()
    for party in acting:
        own = [_primary(code) for code in get_official_languages(party, de_facto=True)] if len(party) == 2 and party != "EU" else []
        if own and not held & set(own) and own[0] not in told:
            told.add(own[0])
            yield Gap(f"no article in {_language(own[0])}", 0, len(readings), "language", party)


def _vague(agenda: Sequence[Event]) -> Iterable[Gap]:
    for event in agenda:
        if event.status in ("moved", "cancelled"):
            continue
        articles = len({one.article for one in event.evidence})
        if event.place is None and event.type in _PLACED:
            yield Gap(f"no place given for {event.start}: {event.label}", 0, articles, "place")
        if event.precision in _VAGUE:
            yield Gap(f"no day given for {event.start}: {event.label}", 0, articles, "day")


def _undated(readings: Sequence[Reading]) -> Iterable[Gap]:
    dated = sum(1 for reading in readings if reading.article.published.value)
    if dated < len(readings):
        yield Gap("articles with a known date", dated, len(readings), "date")


def _name(party: str) -> str:
    return actors.display(party, "en")


def _primary(code: str) -> str:
    return code.lower().replace("_", "-").split("-")[0]


def _language(code: str) -> str:
    if code in languages.codes():
        return languages.get(code).name
    try:
        return str(Locale.parse("en").languages.get(code, code))
    except UnknownLocaleError:
        return code
