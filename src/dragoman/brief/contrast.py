"""Two accounts side by side (pure): the brief of both together, parted by who has what, and the statements that answer to each other.

Statements are aligned one to one, the best pair first (greedy matching over a weighted bipartite graph, as for sentence alignment in
comparable texts); only statements that one voice can have made are set against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dragoman.brief.figures import slots
from dragoman.brief.likeness import ENOUGH, Face, Spans, aligned, answers, faces, reasons, same_voice
from dragoman.brief.names import names
from dragoman.brief.statements import statements
from dragoman.brief.timeline import timeline
from dragoman.model.annotations import Event, Figure
from dragoman.model.contrast import Contrast, Measured, Pair, Side
from dragoman.model.identity import Identities
from dragoman.model.reading import Reading
from dragoman.model.spans import Why
from dragoman.model.story import Copy

T = TypeVar("T")
Told = tuple[frozenset[str], frozenset[str]]
"""The articles of each account."""

LONELY = 0.5
"""What it counts that a speaker says one thing only in each account."""


def contrast(ones: Sequence[Reading], others: Sequence[Reading], copies: Sequence[Copy] = (), known: Identities | None = None) -> Contrast:
    """What two accounts share and what each has alone. No article is in both; `copies` are those among them."""
    sides: Told = (frozenset(one.article.id for one in ones), frozenset(one.article.id for one in others))
    both = [*ones, *others]
    said = statements(ones, _within(copies, sides[0])), statements(others, _within(copies, sides[1]))
    pairs = pair_up(faces(ones, said[0]), faces(others, said[1]), aligned(copies))
    paired = {id(pair.one) for pair in pairs} | {id(pair.other) for pair in pairs}
    measured, figures = _figures(both, sides)
    first, later = timeline(both)
    happened = [*first, *(event for event in later if event.id not in {one.id for one in first})]
    events = _parted(happened, lambda event: {proof.article for proof in event.evidence}, sides)
    named = _parted(names(both, known), lambda entity: set(entity.articles), sides)
    alone = [tuple(one for one in every if id(one) not in paired) for every in said]
    return Contrast(
        pairs,
        measured,
        tuple(sorted(events[0], key=_order)),
        named[0],
        *(Side(alone[at], figures[at], tuple(sorted(events[at + 1], key=_order)), named[at + 1]) for at in (0, 1)),
    )


def _within(copies: Sequence[Copy], articles: frozenset[str]) -> list[Copy]:
    """Copies inside one account: what stands in both accounts is shown in both, copied or not."""
    return [copy for copy in copies if copy.article in articles and copy.of in articles and copy.kind != "quoting"]


def _order(event: Event) -> tuple[str, str]:
    return event.earliest or event.start or "9999", event.id


def _parted(things: Iterable[T], articles: Callable[[T], set[str]], sides: Told) -> tuple[tuple[T, ...], tuple[T, ...], tuple[T, ...]]:
    """Things of both accounts, of the first alone, of the second alone."""
    found: tuple[list[T], list[T], list[T]] = ([], [], [])
    for thing in things:
        held = articles(thing)
        if held & sides[0] or held & sides[1]:
            found[0 if held & sides[0] and held & sides[1] else 1 if held & sides[0] else 2].append(thing)
    return tuple(found[0]), tuple(found[1]), tuple(found[2])


def _figures(both: Sequence[Reading], sides: Told) -> tuple[tuple[Measured, ...], tuple[tuple[Figure, ...], tuple[Figure, ...]]]:
    """Slots that both fill, those that disagree first, and the figures of slots that only one fills."""
    measured: list[Measured] = []
    alone: tuple[list[Figure], list[Figure]] = ([], [])
    for slot in slots(both):
        ones, others = (tuple(value for value in slot.values if value.evidence.article in side) for side in sides)
        if ones and others:
            measured.append(Measured(slot.slot, slot.label, ones, others, slot.agree))
        else:
            alone[0].extend(ones)
            alone[1].extend(others)
    measured.sort(key=lambda one: (one.agree is not False, one.agree is None))
    return tuple(measured), (tuple(alone[0]), tuple(alone[1]))


def pair_up(ones: Sequence[Face], others: Sequence[Face], known: Spans) -> tuple[Pair, ...]:
    """Statements that answer to each other, each once, in order of the first account."""
    weighed = [
        (pair, at, to)
        for at, one in enumerate(ones)
        for to, other in enumerate(others)
        if (pair := _weighed(one, other, known)) is not None
    ]
    weighed.sort(key=lambda item: (-item[0].score, item[1], item[2]))
    places: dict[int, Pair] = {}
    taken: set[int] = set()
    for pair, at, to in weighed:
        if at not in places and to not in taken:
            places[at] = pair
            taken.add(to)
    for at, to in _lonely(ones, others):
        voice = same_voice(ones[at], others[to])
        if at not in places and to not in taken and voice is not None:
            why = (voice, *reasons(ones[at], others[to], False), Why("only one", LONELY))
            if (score := round(sum(one.score for one in why), 2)) >= voice.score + LONELY:
                places[at] = Pair(ones[at].statement, others[to].statement, score, why)
                taken.add(to)
    return tuple(places[at] for at in sorted(places))


def _weighed(one: Face, other: Face, known: Spans) -> Pair | None:
    """A pair where enough speaks for it."""
    translated = answers(one.statement, other.statement, known)
    voice = same_voice(one, other)
    if voice is None and not translated:
        return None
    why = reasons(one, other, translated)
    if round(sum(reason.score for reason in why), 2) < (ENOUGH[voice.feature] if voice else 0.0):
        return None
    every = (*((voice,) if voice else ()), *why)
    return Pair(one.statement, other.statement, round(sum(reason.score for reason in every), 2), every)


def _lonely(ones: Sequence[Face], others: Sequence[Face]) -> list[tuple[int, int]]:
    """Places of the only statement of a speaker in each account."""
    singles = []
    for side in (ones, others):
        places: dict[str, list[int]] = {}
        for at, face in enumerate(side):
            if face.speaker:
                places.setdefault(face.speaker, []).append(at)
        singles.append({speaker: held[0] for speaker, held in places.items() if len(held) == 1})
    return [(at, singles[1][speaker]) for speaker, at in sorted(singles[0].items()) if speaker in singles[1]]
