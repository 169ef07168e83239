"""One sentence made ready for reading events, who takes part in them, and what the sentences before leave behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from dragoman.annotate import event_actors as actors
from dragoman.annotate.event_clauses import Clause, Span, asides, clauses, trim
from dragoman.annotate.event_lexicon import Lexicon, Trigger, masked
from dragoman.annotate.event_status import Writing, writing
from dragoman.annotate.event_times import Moment, moments
from dragoman.model.annotations import Event, Mention, Sentence
from dragoman.model.reading import Reading
from dragoman.model.spans import Cue, Evidence

TWO_SIDED = ("consult", "agree", "cooperate")
"""Types that take at least two parties."""
IN_PASSING = 0.6
"""Mentions at most this sure refer back to a happening rather than report it."""


class Scene(Struct, frozen=True):
    """One sentence prepared: clauses, event words, times and names inside it."""

    reading: Reading
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


def prepare(reading: Reading, book: Lexicon, sentence: Sentence, words: tuple[Trigger, ...], first: bool) -> Scene:
    """The sentence with the event words, times and names inside it."""
    text, span = reading.article.text, (sentence.start, sentence.end)
    times = [one for one in reading.times if span[0] <= one.start and one.end <= span[1]]
    named = [one for one in reading.mentions if span[0] <= one.start and one.end <= span[1]]
    whens, whos = [(one.start, one.end) for one in times], [(one.start, one.end) for one in named]
    aside = asides(text, span) if words else []
    names = [one for one in named if not any(left <= one.start and one.end <= right for left, right in aside)]
    return Scene(
        reading,
        book,
        writing(reading.article.published),
        span,
        tuple(clauses(text, span, book, whos, whens, [one.start for one in words])),
        words,
        tuple(moments(text, times, book)) if words else (),
        tuple(names + (actors.compounds(text, span, book, named) if words else [])),
        masked(text, whens) if words else text,
        first,
    )


def cast_of(scene: Scene, trigger: Trigger, clause: Clause, memory: Memory) -> actors.Cast:
    """Who takes part: names of the clause, then of the clauses before it in the same segment until both sides are there."""
    text = scene.reading.article.text
    found = actors.cast(text, parts_of(scene, clause), trigger, scene.book)
    wanted = 2 if trigger.type in TWO_SIDED else 1
    home = scene.clauses.index(clause)
    for other in reversed(scene.clauses[:home]):
        if len(found.parties) >= wanted or other.segment != clause.segment or other.speech:
            break
        more = actors.cast(text, parts_of(scene, other), trigger, scene.book)
        found = actors.merge(found, replace(more, place=None, place_entity=None))
    after = scene.clauses[home + 1 : home + 2]
    if not found.parties and after and not clause.speech and not _tells(text, after[0], scene.book):
        more = actors.cast(text, parts_of(scene, after[0]), trigger, scene.book)
        found = actors.merge(found, replace(more, place=None, place_entity=None))
    both = scene.book.sign("people.both").search(text, scene.span[0], scene.span[1])
    if len(found.parties) < wanted and both and trigger.type in TWO_SIDED:
        found = replace(found, parties=tuple(dict.fromkeys(found.parties + memory.parties[:2])))
    return found


def _tells(text: str, clause: Clause, book: Lexicon) -> bool:
    """Whether a clause only says who told it."""
    return clause.speech or book.sign("reporting.words").search(text, clause.start, clause.end) is not None


def parts_of(scene: Scene, clause: Clause) -> list[actors.Part]:
    """The names of a clause with their roles."""
    gaps = [(one.start, one.end) for one in scene.moments]
    cues = [(one.start, one.end) for one in scene.triggers]
    return actors.parts(scene.reading.article.text, clause, scene.book, scene.names, gaps, cues)


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
    return (known[0].name or known[0].text, known[0].entity) if known else (line.title() if line.isupper() else line, None)


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
