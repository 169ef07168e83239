"""Timeline and agenda of a story: mentions of one happening merged over articles and languages.

Two mentions are one happening when their types and formats agree, their dates overlap (the hard window), and neither the sides, nor
the people, nor the place contradict. The best candidate wins, by evidence weights; a mention that fits none opens a new entry. The
order of work is fixed by the mentions themselves (precise ones first), so the order of arrival does not matter. Method: event
coreference by constraint and similarity, as for the timelines of news stories (Minard et al. 2015, SemEval task 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from dragoman.brief.sameness import actor_of, dates_fit, formats_fit, people, place, sides
from dragoman.model.annotations import Event, Status
from dragoman.model.reading import Reading

_COARSE = ("week", "part of month", "month", "quarter", "part of year", "year")
_VAGUE = ("week", "part of month", "month")
_AHEAD = ("announced", "confirmed")
_SETTLED: dict[Status, int] = {"unclear": 0, "announced": 1, "confirmed": 2, "moved": 3, "ongoing": 4, "held": 5, "cancelled": 6}
_DONE = ("held", "cancelled", "moved")
_IN_PASSING = 0.6
"""Mentions at most this sure refer back to a happening rather than report it."""
_ENOUGH = 1.0
"""Least weight of evidence for one happening: equal sides on one day, or a place or a person on top of compatible sides."""


class _Seen(Struct, frozen=True):
    """A mention with the days on which its article may have been written."""

    event: Event
    written: str
    article: str
    place: int


def timeline(readings: Sequence[Reading], today: str | None = None) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """(timeline, agenda), each sorted by date and id.

    The agenda holds what some article announced, with its latest status; the timeline everything that is not merely ahead. `today`
    (ISO date) lets dates ahead of it count as announced where an article leaves the status open.
    """
    groups = _grouped(_mentions(readings, today))
    entries = _superseded([(_merged(group), group) for group in groups])
    everything = sorted((entry for entry, _ in entries), key=_order)
    planned = {entry.id for entry, group in entries if _was_planned(group)}
    agenda = tuple(entry for entry in everything if entry.id in planned)
    return tuple(entry for entry in everything if entry.status not in (*_AHEAD, "moved") or entry.id not in planned), agenda


def _order(event: Event) -> tuple[str, str, str]:
    return event.earliest or event.start or "9999", event.latest or event.end or "9999", event.id


def _mentions(readings: Sequence[Reading], today: str | None) -> list[_Seen]:
    found = []
    for reading in readings:
        published = reading.article.published
        written = (published.value or published.latest or published.earliest or "")[:10]
        for at, event in enumerate(reading.events):
            ahead = today is not None and event.status == "unclear" and (event.earliest or "") > today
            found.append(_Seen(replace(event, status="announced") if ahead else event, written, reading.article.id, at))
    return sorted(found, key=_rank)


def _rank(seen: _Seen) -> tuple[object, ...]:
    """Precise mentions with both sides first: they open the entries that vaguer ones join."""
    event = seen.event
    sides = min(2, len(event.parties))
    return event.precision in _COARSE, -sides, -event.sure, event.earliest or "", seen.written, seen.article, seen.place


class _Entry(Struct):
    """An entry that grows: its mentions and what they come to."""

    group: list[_Seen]
    merged: Event


def _grouped(mentions: Iterable[_Seen]) -> list[list[_Seen]]:
    entries: list[_Entry] = []
    blocks: dict[tuple[str, str], list[int]] = {}
    for seen in mentions:
        keys = [(seen.event.type, month) for month in _months(seen.event)]
        near = sorted({index for key in keys for index in blocks.get(key, ())})
        weighed = [(weight, -index) for index in near if (weight := _weight(seen, entries[index])) is not None and weight >= _ENOUGH]
        if not weighed:
            weighed = [(0.0, -index) for index in _only_fit(seen, entries, near)]
        if weighed:
            index = -max(weighed)[1]
            entries[index].group.append(seen)
            entries[index].merged = _merged(entries[index].group)
        else:
            index = len(entries)
            entries.append(_Entry([seen], seen.event))
        for key in keys:
            if index not in blocks.setdefault(key, []):
                blocks[key].append(index)
    return [entry.group for entry in entries]


def _only_fit(seen: _Seen, entries: Sequence[_Entry], near: Sequence[int]) -> list[int]:
    """The one entry that a mention dated by month or week can mean: the same two sides, nothing against it, and no other such entry."""
    event = seen.event
    if event.precision not in _VAGUE or len(event.parties) < len("ab"):
        return []
    fitting = [
        index
        for index in near
        if set(entries[index].merged.parties) == set(event.parties)
        and formats_fit(event, entries[index].merged)
        and dates_fit(event, entries[index].merged, [other.event for other in entries[index].group])
        and people(event, entries[index].merged) is not None
        and place(event, entries[index].merged) is not None
        and not any(other.article == seen.article and other.event.sure > _IN_PASSING for other in entries[index].group)
    ]
    return fitting if len(fitting) == 1 else []


def _months(event: Event) -> list[str]:
    """The months that an event touches, a day of slack on both sides: what overlaps shares one."""
    if not (event.earliest and event.latest):
        return []
    first = date.fromisoformat(event.earliest) - timedelta(days=1)
    last = date.fromisoformat(event.latest) + timedelta(days=1)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [f"{first.year + (first.month - 1 + step) // 12:04d}-{(first.month - 1 + step) % 12 + 1:02d}" for step in range(count + 1)]


def _weight(seen: _Seen, entry: _Entry) -> float | None:
    """Evidence that a mention belongs to an entry; None where something speaks against it."""
    event, known = seen.event, entry.merged
    if not formats_fit(event, known) or not dates_fit(event, known, [other.event for other in entry.group]):
        return None
    same_article = any(other.article == seen.article for other in entry.group)
    weights = sides(event, known, same_article), people(event, known), place(event, known)
    if weights[0] is None or weights[1] is None or weights[2] is None:
        return None
    format_agrees = event.format is not None and event.format == known.format
    beside = weights[1] + weights[2]
    weight = weights[0] + beside + (0.5 if format_agrees else 0.0)
    same_dates = (event.start, event.end, event.precision) == (known.start, known.end, known.precision)
    if event.precision in _COARSE or known.precision in _COARSE:
        # Two sides may meet twice in a month: a vague date needs something else that agrees, or to be the same words again.
        again = same_dates and (not same_article or event.sure <= _IN_PASSING)
        return weight if again or beside > 0 or format_agrees else None
    return weight + 0.2 if same_dates else weight


def _merged(group: Sequence[_Seen]) -> Event:
    """One entry of all mentions: the first one's words, the most precise date, everybody's people and evidence."""
    first = group[0].event
    if len(group) == 1:
        return first
    events = [seen.event for seen in group]
    dated = min(events, key=lambda event: (event.precision in _COARSE, event.precision == "year", -_days(event), event.start or ""))
    placed = max((event for event in events if event.place), key=_telling_place, default=first)
    sided = max(events, key=lambda event: (len(event.parties), -events.index(event)))
    evidence = {(one.article, one.start, one.end): one for event in events for one in event.evidence}
    return replace(
        first,
        id=_eldest(group).event.id,
        label=_label(group, dated),
        start=dated.start,
        end=dated.end,
        precision=dated.precision,
        earliest=dated.earliest,
        latest=dated.latest,
        status=_status(group),
        place=placed.place,
        place_entity=placed.place_entity,
        parties=tuple(dict.fromkeys(sided.parties + tuple(party for event in events for party in event.parties))),
        people=tuple(dict.fromkeys(name for event in events for name in event.people)),
        format=next((event.format for event in events if event.format), None),
        evidence=tuple(evidence[key] for key in sorted(evidence)),
        supersedes=next((event.supersedes for event in events if event.supersedes is not None), None),
        sure=max(event.sure for event in events),
    )


def _telling_place(event: Event) -> int:
    """How much a place tells: a town that we know, another place that we know, a mere name."""
    actor = actor_of(event)
    return 0 if actor is None else 2 if actor.kind == "city" else 1


def _label(group: Sequence[_Seen], dated: Event) -> str:
    """The words of the mention that says most: of this date, in its own right and not in passing, of this state, with sides, place,
    people and format; of equals the first."""

    done = _status(group) in _DONE

    def says(seen: _Seen) -> tuple[bool, bool, bool, int, int]:
        event = seen.event
        sides = min(2, len(event.parties))
        told = sides + (event.place is not None) + bool(event.people) + (event.format is not None)
        same = (event.start, event.end) == (dated.start, dated.end)
        return same, event.sure > _IN_PASSING, (event.status in _DONE) == done, told, -group.index(seen)

    return max(group, key=says).event.label


def _days(event: Event) -> int:
    if not (event.earliest and event.latest):
        return 0
    return (date.fromisoformat(event.latest) - date.fromisoformat(event.earliest)).days


def _eldest(group: Sequence[_Seen]) -> _Seen:
    """The mention that names the entry: the earliest article's first, so that later articles leave the id alone."""
    return min(group, key=lambda seen: (seen.written or "9999", seen.article, seen.place))


def _status(group: Sequence[_Seen]) -> Status:
    """What the latest article says; within one day the further state wins."""
    last = max(group, key=lambda seen: (seen.event.status != "unclear", seen.written, _SETTLED[seen.event.status]))
    return last.event.status


def _was_planned(group: Sequence[_Seen]) -> bool:
    return any(seen.event.status in (*_AHEAD, "moved") for seen in group) or any(
        seen.event.status == "cancelled" and (seen.event.latest or "") >= seen.written for seen in group
    )


def _superseded(entries: list[tuple[Event, list[_Seen]]]) -> list[tuple[Event, list[_Seen]]]:
    """Links a new date to the entry that it replaces, by its id in the text or by type, sides and place; the old entry is moved."""
    owner = {seen.event.id: entry.id for entry, group in entries for seen in group}
    closed: dict[str, str] = {}
    linked = []
    for entry, group in entries:
        if entry.supersedes is None:
            linked.append((entry, group))
            continue
        old = owner.get(entry.supersedes) or _predecessor(entry, [other for other, _ in entries])
        if old is not None and old != entry.id:
            closed[old] = entry.id
        linked.append((replace(entry, supersedes=old if old != entry.id else None), group))
    return [(replace(entry, status="moved") if entry.id in closed else entry, group) for entry, group in linked]


def _predecessor(entry: Event, others: Sequence[Event]) -> str | None:
    fitting = [
        other
        for other in others
        if other.id != entry.id
        and other.type == entry.type
        and other.status in (*_AHEAD, "moved")
        and formats_fit(other, entry)
        and place(other, entry) is not None
        and (sides(other, entry, False) or 0.0) + (place(other, entry) or 0.0) >= _ENOUGH
    ]
    best = max(fitting, key=lambda other: (sides(other, entry, False) or 0.0, place(other, entry) or 0.0, other.id), default=None)
    return best.id if best else None
