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

from dragoman import actors
from dragoman.actors import Actor
from dragoman.model.annotations import Event, Status
from dragoman.model.reading import Reading

_COARSE = ("week", "part of month", "month", "quarter", "part of year", "year")
_AHEAD = ("announced", "confirmed")
_SETTLED: dict[Status, int] = {"unclear": 0, "announced": 1, "confirmed": 2, "moved": 3, "ongoing": 4, "held": 5, "cancelled": 6}
_CALLS = ("telephone", "video")
_IN_PASSING = 0.6
"""Mentions at most this sure refer back to a happening rather than report it."""
_STEM, _ENDING = 4, 3
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
        for place, event in enumerate(reading.events):
            ahead = today is not None and event.status == "unclear" and (event.earliest or "") > today
            found.append(_Seen(replace(event, status="announced") if ahead else event, written, reading.article.id, place))
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
    if not _formats_fit(event, known) or not _dates_fit(event, known, entry.group):
        return None
    same_article = any(other.article == seen.article for other in entry.group)
    sides, people, place = _sides(event, known, same_article), _people(event, known), _place(event, known)
    if sides is None or people is None or place is None:
        return None
    format_agrees = event.format is not None and event.format == known.format
    weight = sides + people + place + (0.5 if format_agrees else 0.0)
    same_dates = (event.start, event.end, event.precision) == (known.start, known.end, known.precision)
    if event.precision in _COARSE or known.precision in _COARSE:
        # Two sides may meet twice in a month: a vague date needs something else that agrees, or to be the same words again.
        again = same_dates and (not same_article or event.sure <= _IN_PASSING)
        return weight if again or people + place > 0 or format_agrees else None
    return weight + 0.2 if same_dates else weight


def _formats_fit(one: Event, other: Event) -> bool:
    return one.format is None or other.format is None or one.format == other.format


def _dates_fit(event: Event, entry: Event, group: Sequence[_Seen]) -> bool:
    """Overlap; a call may be dated a day apart in the two capitals; a moved date stays apart from its successor."""
    if not (event.earliest and event.latest and entry.earliest and entry.latest):
        return False
    if event.supersedes is not None and any(other.event.id == event.supersedes for other in group):
        return False
    if event.earliest <= entry.latest and entry.earliest <= event.latest:
        return True
    both_calls = event.format in _CALLS and event.format == entry.format and event.precision == entry.precision == "day"
    same_sides = len(event.parties) > 1 and set(event.parties) == set(entry.parties)
    return both_calls and same_sides and (_next(event.latest) == entry.earliest or _next(entry.latest) == event.earliest)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _sides(event: Event, entry: Event, same_article: bool) -> float | None:
    one, other = set(event.parties), set(entry.parties)
    if not one or not other:
        return 1.0 if same_article else 0.8
    if one == other:
        return 2.0 if len(one) > 1 else 1.2
    if one <= other or other <= one:
        return 1.0
    return None


def _people(event: Event, entry: Event) -> float | None:
    """Persons: shared ones speak for one happening, two strangers on a side against it; other scripts prove nothing."""
    one, other = set(event.people), set(entry.people)
    if not one or not other:
        return 0.0
    if one & other:
        return 1.0
    return None if _script(event.people) == _script(entry.people) else 0.0


def _place(event: Event, entry: Event) -> float | None:
    """Places: the same one speaks for one happening, two towns or two countries against it; a region or a name that nobody linked,
    in another script, says nothing."""
    if not event.place or not entry.place:
        return 0.0
    if _same_name(event.place.casefold(), entry.place.casefold()) or (event.place_entity and event.place_entity == entry.place_entity):
        return 1.0
    one, other = _actor(event), _actor(entry)
    if one is None or other is None:
        return None if _script([event.place]) == _script([entry.place]) else 0.0
    kinds = {one.kind, other.kind}
    if kinds == {"city", "country"}:
        return 0.5 if one.country == other.country or one.country == other.id or other.country == one.id else None
    return None if kinds in ({"city"}, {"country"}) else 0.0


def _actor(event: Event) -> Actor | None:
    return actors.get(event.place_entity) if event.place_entity else None


def _same_name(one: str, other: str) -> bool:
    """Equal, or the same stem with other short endings: names that nobody linked keep the case of their sentence."""
    stem = next((index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))
    return one == other or (stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING)


def _script(names: Sequence[str]) -> str:
    """A coarse script of names: Latin, Cyrillic, or another block by its first letter."""
    letters = [letter for name in names for letter in name if letter.isalpha()]
    if not letters:
        return ""
    return "Latn" if letters[0] < "\u0250" else hex(ord(letters[0]) >> 10)


def _merged(group: Sequence[_Seen]) -> Event:
    """One entry of all mentions: the first one's words, the most precise date, everybody's people and evidence."""
    first = group[0].event
    if len(group) == 1:
        return first
    events = [seen.event for seen in group]
    dated = min(events, key=lambda event: (event.precision in _COARSE, event.precision == "year", -_days(event), event.start or ""))
    placed = next((event for event in events if event.place), first)
    sided = max(events, key=lambda event: (len(event.parties), -events.index(event)))
    evidence = {(one.article, one.start, one.end): one for event in events for one in event.evidence}
    return replace(
        first,
        id=_eldest(group).event.id,
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
        and _formats_fit(other, entry)
        and _place(other, entry) is not None
        and (_sides(other, entry, False) or 0.0) + (_place(other, entry) or 0.0) >= _ENOUGH
    ]
    best = max(fitting, key=lambda other: (_sides(other, entry, False) or 0.0, _place(other, entry) or 0.0, other.id), default=None)
    return best.id if best else None
