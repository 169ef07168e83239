"""When something was said or asked: time expressions in the clause of the cue, outside the words that it introduces.

A date inside the words belongs to what is spoken of ("the positions of May 1997"), one in another clause to another happening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_subjects import MARKS
from dragoman.model.annotations import TimeExpression

LEAD = {True: 3, False: 4}  # words (characters where unspaced) that may open an adverbial before its time
REST = {True: 4, False: 7}  # and that may follow the time in it
DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
Span = tuple[int, int]


def said_on(scene: Scene, unit: Unit, cue: Span, opens: int, contents: Sequence[Span]) -> str | None:
    """The ISO date of the first time expression in the frame that names a single day, None where none does. `opens` is where the
    speaker is named, or the cue where nobody is."""
    days = (time.earliest for time in _times(scene, unit, cue, opens, contents) if time.earliest == time.latest)
    return next((day for day in days if day), None)


def taken_on(scene: Scene, unit: Unit, cue: Span, opens: int, contents: Sequence[Span]) -> str | None:
    """The same for stances, where a month is enough: they are taken once and held."""
    dated = (time.value for time in _times(scene, unit, cue, opens, contents) if time.type == "date")
    return next((value for value in dated if value and DATE.fullmatch(value)), None)


def _times(scene: Scene, unit: Unit, cue: Span, opens: int, contents: Sequence[Span]) -> list[TimeExpression]:
    low = _opening(scene, unit, min(cue[0], max(opens, unit.start)), contents)
    later = [start for start, _ in contents if start >= cue[1]]
    marks = [found.start() for found in MARKS.finditer(scene.text, cue[1], unit.end)]
    high = min([unit.end, *(later or marks)])
    return [
        time
        for time in scene.reading.times
        if low <= time.start < high and not scene.quoted(time.start) and not any(start <= time.start < end for start, end in contents)
    ]


def _opening(scene: Scene, unit: Unit, at: int, contents: Sequence[Span]) -> int:
    """Where the clause of the cue begins, with an adverbial of time before it ("On Monday, ...") and what nobody stands in between."""
    floor = max([unit.start, *(end for _, end in contents if end <= at)])
    marks = [floor, *(found.end() for found in MARKS.finditer(scene.text, floor, at))]
    low = marks.pop()
    for start, end in zip(reversed(marks), [low, *reversed(marks)], strict=False):
        if _is_adverbial(scene, start, end) or _is_participial(scene, start, end, at):
            return start
        if any(start <= voice.start < end for voice in scene.voices):
            break
    return low


def _is_adverbial(scene: Scene, start: int, end: int) -> bool:
    time = next((time for time in scene.reading.times if start <= time.start < end), None)
    if time is None:
        return False
    spaced = scene.speech.card.spaced
    return (
        _size(scene.text[start : time.start], spaced) <= LEAD[spaced]
        and _size(scene.text[time.end : end].rstrip(",，"), spaced) <= REST[spaced]
    )


def _is_participial(scene: Scene, start: int, end: int, at: int) -> bool:
    """ "Speaking to the press on Monday, X said": the time closes what stands before the comma, and no conjunction opens what follows.
    Where words are not spaced commas join clauses as well, and nothing can be told."""
    closed = any(start <= time.start and time.end >= end - 2 for time in scene.reading.times if time.end <= end)
    opened = scene.speech.conjunction.match(scene.text[end:at].lstrip())
    return closed and opened is None and scene.speech.card.spaced


def _size(words: str, spaced: bool) -> int:
    return len(words.split()) if spaced else len(words.strip())
