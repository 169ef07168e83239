"""Events: dated mentions of happenings, read sentence by sentence.

An event is a trigger word (PLOVER type, languages/*/events.toml), a time, those who take part and a place, all from the words of one
clause or of the clauses that frame it; status comes from tense cues and the date of writing. Method: trigger lexicon and shallow
clause structure, as in the CAMEO/PLOVER coders (Schrodt 2012; Halterman et al. 2023), with the time rules of document-time and
narrative-time anchoring (Strötgen and Gertz 2013). Undated, negated and hypothetical mentions are left out: the timeline shows what
a text dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from dragoman.annotate import event_actors as actors
from dragoman.annotate.event_clauses import Clause, clause_at
from dragoman.annotate.event_labels import label_of
from dragoman.annotate.event_lexicon import Lexicon, Trigger, formats, lexicon, triggers
from dragoman.annotate.event_scene import (
    TWO_SIDED,
    Memory,
    Page,
    Scene,
    cast_of,
    dateline,
    evidence,
    has_time,
    only_dated,
    page,
    parts_of,
    planned,
    prepare,
    remember,
    tail_of,
)
from dragoman.annotate.event_status import is_unreal, status
from dragoman.annotate.event_times import Moment, assign, cut, moved
from dragoman.model.annotations import Event, Status
from dragoman.model.ids import digest
from dragoman.model.reading import Reading

_OBJECT = 12
"""An event word this close behind another one (code points) is taken as its object."""
_LED = 16
"""How far before an event word (code points) a word may stand that makes it a subject of talk."""
_CODE = 2
"""Length of an ISO 3166 alpha-2 code."""
_REACH = 2
"""How many sentences back "the talks" may find the talks they mean."""


class Events:
    """Gives `Reading.events`, one entry a mention, in text order."""

    name = "events"
    version = "1"
    needs: tuple[str, ...] = ("sentences", "mentions", "entities", "times")
    gives: tuple[str, ...] = ("events",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its dated events."""
        held = page(reading, lexicon(reading.article.language))
        words, at = _all_triggers(held), 0
        memory, found = Memory(), []
        for number, sentence in enumerate(sorted(reading.sentences, key=lambda one: (one.start, one.end))):
            while at < len(words) and words[at].start < sentence.start:
                at += 1
            recent = any(number - seen <= _REACH for seen, _ in memory.events)
            inside = _inside(words, at, sentence.end) if recent or has_time(held, sentence) else ()
            scene = prepare(held, sentence, inside, number == 0)
            new = _read(scene, memory, number, f"{self.name}@{self.version}") if inside else []
            found += new
            remember(memory, scene, new, number)
        return replace(reading, events=tuple(found))


def _all_triggers(held: Page) -> list[Trigger]:
    taken = [(one.start, one.end) for one in held.names if one.type in ("person", "organisation", "place")]
    return triggers(held.text, held.book, taken)


def _inside(words: Sequence[Trigger], at: int, end: int) -> tuple[Trigger, ...]:
    """The words from index `at` on that end by `end`."""
    return tuple(takewhile(lambda one: one.end <= end, islice(words, at, None)))


def _read(scene: Scene, memory: Memory, number: int, by: str) -> list[Event]:
    """Events of one sentence."""
    text = scene.plain
    dated = assign(scene.triggers, scene.moments, scene.clauses, scene.book)
    found: list[Event] = []
    for index, trigger in enumerate(scene.triggers):
        clause = scene.clauses[clause_at(scene.clauses, trigger.start)]
        when = dated.get(index, ())
        if (
            _is_part(text, scene, index)
            or is_unreal(text, clause, trigger, scene.book)
            or _is_general(text, clause, trigger, when, scene.book)
        ):
            continue
        new = _happening(scene, trigger, clause, when, memory, number)
        for event in new:
            twin = next((other for other in found if _same_mention(other, event)), None)
            if twin is not None:
                found[found.index(twin)] = _joined(twin, event)
            else:
                found.append(replace(event, by=by))
    return found


def _happening(scene: Scene, trigger: Trigger, clause: Clause, when: Sequence[Moment], memory: Memory, number: int) -> Sequence[Event]:
    """The events of one trigger: moved, dated, or the one before once more."""
    tail = tail_of(scene, clause)
    if scene.book.sign("status.moved").search(scene.plain, clause.start, tail.end):
        new = _moved(scene, trigger, clause, tail, when, memory)
        if new:
            return new
    if when:
        return _dated(scene, trigger, clause, when, memory)
    inserted = only_dated(scene, clause)
    if inserted:
        return _dated(scene, trigger, clause, inserted, memory)
    later = planned(scene, clause, tail)
    if later is not None:
        cancelled = scene.book.sign("status.cancelled").search(scene.plain, clause.start, tail.end)
        return [_event(scene, trigger, clause, later, "cancelled" if cancelled else "announced", memory)]
    return _continued(scene, trigger, clause, memory, number)


def _is_part(text: str, scene: Scene, index: int) -> bool:
    """Whether an event word only completes another one of its clause: the object of the verb before it ("signed a truce"), or the
    first half of a compound ("ceasefire talks"), or what it is about ("talks on the election")."""
    trigger = scene.triggers[index]
    home = clause_at(scene.clauses, trigger.start)
    others = [other for other in scene.triggers if other.type != trigger.type and clause_at(scene.clauses, other.start) == home]
    if others and _is_topic(text, scene, trigger):
        return True
    for other in others:
        before, after = text[other.end : trigger.start], text[trigger.end : other.start]
        if other.end <= trigger.start and before.strip() and len(before) <= _OBJECT and not _is_topic(text, scene, other):
            return True
        if trigger.end <= other.start and not after.strip() and other.start - trigger.end <= 1:
            return True
    return False


def _is_topic(text: str, scene: Scene, trigger: Trigger) -> bool:
    home = scene.clauses[clause_at(scene.clauses, trigger.start)]
    return actors.is_topic(text, max(home.start, trigger.start - _LED), trigger.start, scene.book)


def _is_general(text: str, clause: Clause, trigger: Trigger, when: Sequence[Moment], book: Lexicon) -> bool:
    """Whether many happenings are meant at once ("several rounds of talks in early May"); a listed series is not."""
    if len(when) > 1:
        return False
    start = max(clause.start, trigger.start - 24)
    return bool(book.sign("collective.words").search(text, start, trigger.start))


def _dated(scene: Scene, trigger: Trigger, clause: Clause, when: Sequence[Moment], memory: Memory) -> list[Event]:
    text, book = scene.plain, scene.book
    states = [status(text, clause, trigger, one, scene.written, book, scene.first) for one in when]
    found = [_event(scene, trigger, clause, one, state, memory) for one, state in zip(when, states, strict=True) if state]
    return [event for event in found if event.precision != "week" or event.parties or event.people or event.place]


def _moved(scene: Scene, trigger: Trigger, clause: Clause, tail: Clause, when: Sequence[Moment], memory: Memory) -> list[Event]:
    """A postponement: the old date closes with "moved", the new one supersedes it. `supersedes` is "" where the text names only the
    new date; `dragoman.brief.timeline` finds the entry that it replaces."""
    text, book = scene.text, scene.book
    cue = book.sign("status.moved").search(text, clause.start, tail.end)
    inside = [one for one in scene.reading.times if clause.start <= one.start and one.end <= tail.end]
    old, new = moved(text, inside, cue.end() if cue else clause.start, scene.written.latest, book)
    found = [_event(scene, trigger, clause, old, "moved", memory)] if old else []
    if new is not None:
        later = _event(scene, trigger, clause, new, "announced", memory)
        found.append(replace(later, supersedes=found[0].id if found else ""))
    return found or [_event(scene, trigger, clause, one, "moved", memory) for one in when]


def _event(scene: Scene, trigger: Trigger, clause: Clause, when: Moment, state: Status, memory: Memory) -> Event:
    article = scene.reading.article
    cast = cast_of(scene, trigger, clause, memory)
    start, end = cut(when.earliest, when.precision), cut(when.latest, when.precision)
    place, entity = cast.place, cast.place_entity
    if place is None and scene.first and trigger.type == "consult" and state in ("ongoing", "held", "unclear"):
        place, entity = dateline(scene, when)
    return Event(
        id="e" + digest(article.id, trigger.type, str(trigger.start), start),
        type=trigger.type,
        label=_label(scene, trigger, clause, when),
        start=start,
        end=end,
        precision="day" if when.precision in ("minute", "part of day") else when.precision,
        status=state,
        place=place,
        parties=cast.parties or (() if trigger.type in TWO_SIDED else _host(entity)),
        people=cast.people,
        format=trigger.format or _format(scene.text, clause, trigger, scene.book),
        evidence=(evidence(scene, trigger),),
        place_entity=entity,
        earliest=when.earliest,
        latest=when.latest,
        sure=_sure(clause, when),
    )


def _label(scene: Scene, trigger: Trigger, clause: Clause, when: Moment | None) -> str:
    start, end = label_of(scene.text, clause, trigger, when, scene.book)
    return " ".join(scene.reading.article.text[start:end].split())


def _sure(clause: Clause, when: Moment) -> float:
    """Surest where the time stands in the clause; a time that only modifies the noun makes a mention in passing."""
    if when.bound:
        return 0.6
    return 0.9 if clause.start <= when.start < clause.end else 0.7


def _host(place: str | None) -> tuple[str, ...]:
    """Where nobody is named, the country in which something happens is whose affair it is (its election, its earthquake)."""
    return (place,) if place is not None and len(place) == _CODE and place.isupper() else ()


def _format(text: str, clause: Clause, trigger: Trigger, book: Lexicon) -> str | None:
    if trigger.type != "consult":
        return None
    span = (max(clause.start, trigger.start - 24), min(clause.end, trigger.end + 24))
    return next((name for name, words in formats(book) if words.search(text, *span)), None)


def _continued(scene: Scene, trigger: Trigger, clause: Clause, memory: Memory, number: int) -> list[Event]:
    """A second mention of the meeting before ("the talks ended without ..."): the same event, one more piece of evidence."""
    text, book = scene.text, scene.book
    start = max(clause.start, trigger.start - 8)
    if trigger.type != "consult" or not book.sign("definite.words").search(text, start, trigger.start):
        return []
    for seen, event in reversed(memory.events):
        fits = event.format is None or trigger.format is None or event.format == trigger.format
        if number - seen <= _REACH and event.type == trigger.type and fits and event.status != "moved":
            cast = actors.cast(text, parts_of(scene, clause), trigger, scene.book)
            same = not cast.parties or set(cast.parties) <= set(event.parties)
            return [_repeat(scene, trigger, clause, event)] if same else []
    return []


def _repeat(scene: Scene, trigger: Trigger, clause: Clause, event: Event) -> Event:
    article = scene.reading.article
    return replace(
        event,
        id="e" + digest(article.id, trigger.type, str(trigger.start), event.start or ""),
        label=_label(scene, trigger, clause, None),
        evidence=(evidence(scene, trigger),),
        supersedes=None,
        sure=0.5,
    )


def _same_mention(one: Event, other: Event) -> bool:
    """Whether two event words of one sentence name one happening ("held talks at the summit")."""
    formats_fit = one.format is None or other.format is None or one.format == other.format
    places_fit = one.place is None or other.place is None or one.place == other.place
    sides_fit = not one.parties or not other.parties or set(one.parties) <= set(other.parties) or set(other.parties) <= set(one.parties)
    return one.type == other.type and (one.start, one.end) == (other.start, other.end) and formats_fit and places_fit and sides_fit


def _joined(one: Event, other: Event) -> Event:
    return replace(
        one,
        format=one.format or other.format,
        place=one.place or other.place,
        place_entity=one.place_entity or other.place_entity,
        parties=tuple(dict.fromkeys(one.parties + other.parties)),
        people=tuple(dict.fromkeys(one.people + other.people)),
        status=one.status if one.status != "unclear" else other.status,
    )
