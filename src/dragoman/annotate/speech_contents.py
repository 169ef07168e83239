"""Where the words said begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_subjects import after
from dragoman.annotate.speech_table import Cue
from dragoman.annotate.speech_voices import Voice

SPACE = " \t\n\u00a0\u3000"
EDGE = SPACE + ",，;；:：—–-"
JOINT = SPACE + ",，—–-"
FINAL = ".。!！?？…"
MIN_CHARACTERS = 2


class Hit(Struct, frozen=True):
    """A cue at its place in the text."""

    start: int
    end: int
    cue: Cue


def skip(scene: Scene, at: int, high: int) -> int:
    """Past hearers, times, adverbs and marks, to the words said (their complementizer included, as corpora of quotations count it)."""
    moved = True
    while moved:
        moved = False
        blank = re.compile(rf"[{SPACE}]*").match(scene.text, at, high)
        here = blank.end() if blank else at
        for pattern in (scene.speech.hearer, scene.speech.after_cue, scene.speech.adverb):
            found = pattern.match(scene.text, here, high)
            if found and found.end() > here:
                at, moved = found.end(), True
                break
        else:
            time = next((time for time in scene.reading.times if time.start == here and time.end <= high), None)
            if time is not None and not scene.speech.complementizer.match(scene.text, here, high):
                at, moved = time.end, True
    that = _told_that(scene, at, high)
    return that if that is not None else at


def _told_that(scene: Scene, at: int, high: int) -> int | None:
    """The complementizer of "told the BBC on Friday that", None where no short hearer or adjunct stands between."""
    found = scene.speech.complementizer.search(scene.text, at, high)
    if found is None or scene.quotes_in(at, found.start()):
        return None
    between = scene.text[at : found.start()].strip(SPACE)
    words = between.rstrip(",").split()
    if not words:
        return found.start()
    if len(words) > 9 or (re.search(r"[,;:—]\s", between + " ") and not between.endswith(",")):
        return None
    if scene.speech.preposition.fullmatch(words[0]) or between.endswith(","):
        return found.start()
    told = next((voice for voice in scene.voices if at <= voice.start <= at + 2 and voice.end <= found.start()), None)
    if told is None or told.pronoun is not None:
        return None
    rest = scene.text[told.end : found.start()].split()
    return found.start() if not rest or scene.speech.preposition.fullmatch(rest[0]) else None


def content_end(scene: Scene, unit: Unit, hit: Hit, start: int, later: Sequence[Hit]) -> int:
    """Where the words said end: with the unit, or before a new clause with a subject and cue of its own."""
    for other in later:
        if (frame := _closing_frame(scene, unit, start, other)) is not None:
            return frame
        clause = _clause_start(scene, start, other.start) if other.start >= start else None
        if clause is None or scene.quoted(clause) or not scene.text[start:clause].strip(EDGE):
            continue
        if scene.speech.card.spaced and not scene.text[clause + 1 : other.start].strip(EDGE) and after(scene, other.end, unit.end):
            return clause
        if hit.cue.frame == "object" and _joined(scene, clause, other.start):
            return clause
        own = [voice for voice in scene.voices if clause <= voice.start and voice.end <= other.start and not scene.quoted(voice.start)]
        gap = scene.text[clause : own[0].start] if own else ""
        if own and len(gap.split()) <= 3 and len(gap) <= 16 and _is_near(scene, own[-1], other):
            return clause
    for one in scene.speech.according:
        for found in one.before.finditer(scene.text, start, unit.end):
            if scene.text[start : found.start()].rstrip(SPACE)[-1:] in (",", "，") and not scene.quoted(found.start()):
                return found.start()
    return unit.end


def _closing_frame(scene: Scene, unit: Unit, start: int, other: Hit) -> int | None:
    """Where a frame that closes the unit begins (", their leaders said."), None where the cue closes none."""
    if scene.text[other.end : unit.end].strip(EDGE + FINAL) or not scene.speech.card.spaced:
        return None
    comma = scene.text.rfind(",", start, other.start)
    own = [voice for voice in scene.voices if comma < voice.start and voice.end <= other.start]
    if comma < 0 or not own or scene.text[comma + 1 : own[0].start].strip() or scene.quoted(comma):
        return None
    return comma if not scene.text[own[-1].end : other.start].strip() else None


def _joined(scene: Scene, clause: int, at: int) -> bool:
    """Whether nothing but a conjunction stands between a clause border and the cue: a second verb of the same subject."""
    between = scene.text[clause:at].strip(EDGE)
    return bool(between) and (scene.speech.conjunction.fullmatch(between) or scene.speech.coordinator.fullmatch(between)) is not None


def _is_near(scene: Scene, voice: Voice, other: Hit) -> bool:
    between = scene.text[voice.end : other.start]
    return len(between.split()) <= 4 if scene.speech.card.spaced else len(between) <= 8


def _clause_start(scene: Scene, low: int, high: int) -> int | None:
    """The last clause border before a cue: a semicolon, or a comma that is followed by a conjunction or a voice."""
    joint = scene.speech.coordinator.search(scene.text, max(low, high - 12), high) if scene.speech.card.spaced else None
    if joint is not None and not scene.text[joint.end() : high].strip():
        return joint.start()
    marks = [found.start() for found in re.finditer(r"[;；,，]|\s—\s", scene.text[low:high])]
    if not marks:
        return None
    at = low + marks[-1]
    if scene.text[at] in ";；" or not scene.speech.card.spaced:
        return at
    rest = scene.text[at + 1 : high].lstrip()
    return at if not rest or scene.speech.conjunction.match(rest) else None


def trimmed(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """A span without blanks, joints and final marks outside quotations; None where nothing is left."""
    while start < end and scene.text[start] in EDGE + ".。":
        start += 1
    closes = {quote.end for quote in scene.quotes}
    while start < end and end not in closes and scene.text[end - 1] in EDGE + ".。":
        end -= 1
    words = scene.text[start:end]
    if is_short(scene, words, 1, MIN_CHARACTERS) or not any(char.isalnum() for char in words):
        return None
    return start, end


def is_short(scene: Scene, words: str, least_words: int, least_characters: int) -> bool:
    """Whether the words are fewer than asked, counted in characters where words are not spaced."""
    return len(words.split()) < least_words if scene.speech.card.spaced else len(words.strip(EDGE)) < least_characters
