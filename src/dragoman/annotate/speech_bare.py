"""Quotations beside a name: all that can be read in a language whose table holds no words of saying.

Quoted words count as speech where they are long enough and closed like a sentence, and where a person is named just after them or, before
a colon or comma, just in front of them (the quotation rule of EMM NewsExplorer, Pouliquen et al. 2007, without its verbs).
"""

from __future__ import annotations

import re

from dragoman.annotate.speech_frames import Attribution
from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_voices import Voice
from dragoman.text.quotes import Quoted

LEAST_WORDS, LEAST_CHARACTERS = 4, 8  # shorter quotations are titles and words held at a distance
NEAR = 60
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[.!?;。！？；।؟\n]")


def bare(scene: Scene, unit: Unit) -> list[Attribution]:
    """The quotations of a unit with the person named beside each; nothing where the language has words of saying."""
    if scene.speech.cues:
        return []
    found = []
    for quote in scene.quotes_in(unit.start, unit.end):
        voice = _beside(scene, unit, quote) if _is_speech(scene, quote) else None
        if voice is not None:
            low, high = (quote.end, voice.start) if voice.start >= quote.end else (voice.end, quote.start)
            word = _WORD.search(scene.text, low, high)
            cue = word.span() if word else (voice.start, voice.end)
            found.append(Attribution(*cue, "state", voice, ((quote.start, quote.end),), "beside"))
    return found


def _is_speech(scene: Scene, quote: Quoted) -> bool:
    words = scene.text[quote.inner_start : quote.inner_end].strip()
    if (scene.speech.card.spaced and len(words.split()) < LEAST_WORDS) or len(words) < LEAST_CHARACTERS:
        return False
    after = scene.text[quote.end : quote.end + 2].lstrip()
    return words[-1:] in {*scene.speech.card.sentence_end, ",", "،", "，"} or after[:1] in {",", "،", "，", "-", "–", "—"}


def _beside(scene: Scene, unit: Unit, quote: Quoted) -> Voice | None:
    """The nearest person after the quotation, else before it; no other sentence and no other quotation may stand between."""
    people = [
        voice
        for voice in scene.voices
        if voice.kind == "person" and unit.start <= voice.start and voice.end <= unit.end and not scene.quoted(voice.start)
    ]
    after = next((voice for voice in people if voice.start >= quote.end), None)
    if after is not None and _is_near(scene, quote.end, after.start):
        return after
    before = next((voice for voice in reversed(people) if voice.end <= quote.start), None)
    opened = scene.text[: quote.start].rstrip()[-1:] in {":", "：", ",", "，", "،"}
    return before if before is not None and opened and _is_near(scene, before.end, quote.start) else None


def _is_near(scene: Scene, start: int, end: int) -> bool:
    return end - start <= NEAR and not _BREAK.search(scene.text, start, end) and not scene.quotes_in(start, end)
