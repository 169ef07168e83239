"""One sentence made ready for reading events, who takes part in them, and what the sentences before leave behind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate import event_actors as actors
from dragoman.annotate.event_clauses import Clause, Span, asides, clauses, trim
from dragoman.annotate.event_lexicon import Lexicon, Trigger, masked, plain
from dragoman.annotate.event_status import Writing, writing
from dragoman.annotate.event_times import Moment, moments
from dragoman.annotate.speech_parties import parties
from dragoman.model.annotations import Event, Mention, Sentence, TimeExpression
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence

_DASH = re.compile(r"[-–—‐‑]")
TWO_SIDED = ("consult", "agree", "cooperate")
"""Types that take at least two parties."""
_OPENING = 24
"""How near its start (code points) a clause must say that it plans."""
IN_PASSING = 0.6
"""Mentions at most this sure refer back to a happening rather than report it."""


Spanned = TypeVar("Spanned", Mention, TimeExpression)


class Scene(Struct, frozen=True):
    """One sentence prepared: clauses, event words, times and names inside it. `text` is the article's text as the tables write it,
    `plain` the same with times blanked."""

    reading: Reading
    text: str
    book: Lexicon
    written: Writing
    span: Span
    clauses: tuple[Clause, ...]
    triggers: tuple[Trigger, ...]
    moments: tuple[Moment, ...]
    names: tuple[Mention, ...]
    plain: str
    first: bool


class Memory(Struct):
    """What the sentences before leave behind: the last sides, and recent events with the number of their sentence."""

    parties: tuple[str, ...] = ()
    events: tuple[tuple[int, Event], ...] = ()


class Page(Struct, frozen=True):
    """An article ready for its sentences: text as the tables write it, the same with times blanked, times and names by offset."""

    reading: Reading
    text: str
    plain: str
    book: Lexicon
    times: tuple[TimeExpression, ...]
    names: tuple[Mention, ...]


def page(reading: Reading, book: Lexicon) -> Page:
    """What all sentences of an article share."""
    text = plain(reading.article.text, book)
    times = tuple(sorted(reading.times, key=lambda one: (one.start, one.end)))
    names = tuple(sorted(reading.mentions, key=lambda one: (one.start, one.end)))
    return Page(reading, text, masked(text, [(one.start, one.end) for one in times]), book, times, names)


def has_time(held: Page, sentence: Sentence) -> bool:
    """Whether a sentence holds a time at all: without one only a second mention of something dated can be read in it."""
    return bool(_within(held.times, (sentence.start, sentence.end)))


def prepare(held: Page, sentence: Sentence, words: tuple[Trigger, ...], first: bool) -> Scene:
    """The sentence with the event words, times and names inside it."""
    text, book, span = held.text, held.book, (sentence.start, sentence.end)
    times, named = _within(held.times, span), _within(held.names, span)
    whens, whos = [(one.start, one.end) for one in times], [(one.start, one.end) for one in named]
    aside = asides(text, span) if words else []
    acting = [half for one in named for half in joint(text, one, held.reading.article.language)]
    names = [one for one in acting if not any(left <= one.start and one.end <= right for left, right in aside)]
    return Scene(
        held.reading,
        text,
        book,
        writing(held.reading.article.published),
        span,
        tuple(clauses(text, span, book, whos, whens, [one.start for one in words])) if words else (),
        words,
        tuple(moments(text, times, book)) if words else (),
        tuple(names + (_unnamed(held, span, named, aside) if words else [])),
        held.plain,
        first,
    )


def joint(text: str, mention: Mention, language: str) -> list[Mention]:
    """The members of a joint body by its own name ("NATO-Russia Council"), else the mention itself: a council of two meets as two."""
    halves, at = [], mention.start
    for piece in _DASH.split(text[mention.start : mention.end]) if mention.type == "organisation" else ():
        found = parties(piece, language)
        halves += (
            [replace(mention, start=at, end=at + len(piece), text=piece, entity=found[0].party, party=found[0].party)] if found else []
        )
        at += len(piece) + 1
    return halves if len({half.party for half in halves}) > 1 else [mention]


def _within(items: Sequence[Spanned], span: Span) -> list[Spanned]:
    """The items of a sorted sequence that lie inside a span."""
    first = bisect_left(items, span[0], key=lambda one: one.start)
    last = bisect_left(items, span[1], key=lambda one: one.start)
    return [one for one in items[first:last] if one.end <= span[1]]


def _unnamed(held: Page, span: Span, named: Sequence[Mention], aside: Sequence[Span]) -> list[Mention]:
    """Parties that words point to which are no names: demonyms ("Russian officials"), sides, short names in compounds."""
    text, book, language = held.text, held.book, held.reading.article.language
    found = [
        Mention(
            span[0] + one.start,
            span[0] + one.end,
            text[span[0] + one.start : span[0] + one.end],
            "organisation",
            one.party,
            None,
            None,
            one.party,
        )
        for one in parties(text[span[0] : span[1]], language)
    ]
    busy = [(one.start, one.end) for one in named] + [(one.start, one.end) for one in _within(held.times, span)]
    free = [one for one in found if not any(start < one.end and one.start < end for start, end in busy)]
    free += [
        one
        for one in actors.compounds(text, span, book, [*named, *free])
        if not any(start < one.end and one.start < end for start, end in busy)
    ]
    return [one for one in free if not any(left <= one.start and one.end <= right for left, right in aside)]


def cast_of(scene: Scene, trigger: Trigger, clause: Clause, memory: Memory) -> actors.Cast:
    """Who takes part: names of the clause, then of the clauses before it in the same segment until both sides are there."""
    text = scene.text
    found = actors.cast(text, parts_of(scene, clause), trigger, scene.book)
    wanted = 2 if trigger.type in TWO_SIDED else 1
    home = scene.clauses.index(clause)
    placing = trigger.type in actors.AIMING
    for other in reversed(scene.clauses[:home]):
        if (len(found.parties) >= wanted and not (placing and not found.place)) or other.segment != clause.segment or other.speech:
            break
        if _is_insertion(scene, other):
            continue
        more = actors.cast(text, parts_of(scene, other), trigger, scene.book)
        found = actors.merge(found, more if placing else replace(more, place=None, place_entity=None))
    after = scene.clauses[home + 1 : home + 2]
    if not found.parties and after and _frames(scene, clause) and not _tells(text, after[0], scene.book):
        more = actors.cast(text, parts_of(scene, after[0]), trigger, scene.book)
        found = actors.merge(found, replace(more, place=None, place_entity=None))
    begin = min(one.start for one in scene.clauses if one.segment == clause.segment)
    both = scene.book.sign("people.both").search(text, begin, clause.end)
    if len(found.parties) < wanted and both and trigger.type in TWO_SIDED:
        found = replace(found, parties=tuple(dict.fromkeys(found.parties + memory.parties[:2])))
    return found


def _is_insertion(scene: Scene, clause: Clause) -> bool:
    """Whether a clause in the middle of its sentence tells in passing of a happening of its own ("..., on a visit to Canada, ...")."""
    own = any(clause.start <= one.start < clause.end for one in scene.triggers)
    return own and scene.clauses.index(clause) > 0 and _frames(scene, clause)


def _frames(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only sets the scene for the next one ("At talks in Geneva, ...")."""
    start, _ = trim(scene.text, clause.start, clause.end, "")
    return not clause.speech and any(scene.book.sign(f"roles.{role}").match(scene.text, start) for role in ("place", "topic", "other"))


def tail_of(scene: Scene, clause: Clause) -> Clause:
    """A clause together with those behind it that hold no event of their own ("the summit, planned for May, was put off")."""
    end, home = clause.end, scene.clauses.index(clause)
    for other in scene.clauses[home + 1 :]:
        busy = any(other.start <= one.start < other.end for one in scene.triggers)
        if busy or other.segment != clause.segment or _tells(scene.plain, other, scene.book):
            break
        end = other.end
    return Clause(clause.start, end, clause.segment, clause.speech)


def planned(scene: Scene, clause: Clause, tail: Clause) -> Moment | None:
    """The time that a clause right behind plans for what was named before ("the summit, due on 5 May, ...")."""
    following = next((one for one in scene.clauses if one.start == clause.end), None)
    if following is None or following.end > tail.end:
        return None
    cue = scene.book.sign("status.future").search(scene.plain, following.start, min(following.end, following.start + _OPENING))
    inside = [one for one in scene.moments if following.start <= one.start < following.end]
    return inside[0] if cue and inside else None


def only_dated(scene: Scene, clause: Clause) -> tuple[Moment, ...]:
    """The times of an insertion right behind a clause that holds nothing else ("the previous meetings, on 5 May and 2 June, ...")."""
    following = next((one for one in scene.clauses if one.start == clause.end), None)
    if following is None:
        return ()
    inside = tuple(one for one in scene.moments if following.start <= one.start < following.end)
    rest = scene.plain[following.start : following.end]
    for role in ("roles.place", "roles.topic", "roles.join", "time.range", "time.series"):
        rest = scene.book.sign(role).sub(" ", rest)
    return inside if inside and not any(letter.isalnum() for letter in rest) else ()


def _tells(text: str, clause: Clause, book: Lexicon) -> bool:
    """Whether a clause only says who told it."""
    return clause.speech or book.sign("reporting.words").search(text, clause.start, clause.end) is not None


def parts_of(scene: Scene, clause: Clause) -> list[actors.Part]:
    """The names of a clause with their roles."""
    gaps = [(one.start, one.end) for one in scene.moments]
    cues = [(one.start, one.end) for one in scene.triggers]
    return actors.parts(scene.text, clause, scene.book, scene.names, gaps, cues)


def evidence(scene: Scene, trigger: Trigger) -> Evidence:
    """The sentence, with the event word as its cue."""
    text = scene.reading.article.text
    start, end = trim(text, *scene.span, "")
    return Evidence(scene.reading.article.id, start, end, text[start:end], Cue(trigger.start, trigger.end))


def dateline(scene: Scene, when: Moment) -> tuple[str | None, str | None]:
    """The place of the dateline, for a meeting of that day in the opening sentence: reporters file from where they report."""
    line = scene.reading.article.dateline
    latest = scene.written.latest
    if not line or not latest or when.earliest > latest or latest > _next(when.latest):
        return None, None
    known = [one for one in scene.reading.mentions if one.type == "place" and one.text.casefold() == line.casefold()]
    return (actors.shown(known[0]), known[0].entity) if known else (line.title() if line.isupper() else line, None)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def remember(memory: Memory, scene: Scene, new: Sequence[Event], number: int) -> None:
    """Keeps the sides and the events that a later "both" or "the talks" may mean."""
    memory.events = (*memory.events, *((number, event) for event in new if event.sure > IN_PASSING))[-6:]
    sided = [event.parties for event in new if len(event.parties) >= 2]
    mentioned = tuple(dict.fromkeys(one.party for one in scene.names if one.party))
    if sided:
        memory.parties = sided[-1]
    elif len(mentioned) >= 2 and not memory.parties:
        memory.parties = mentioned
