"""What kind of act words are, how they are given (direct, indirect, mixed), and when they were said."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotate.speech_scene import Scene
from dragoman.model.annotations import Act, Mode, TimeExpression
from dragoman.text.quotes import Quoted

DIRECT_SHARE = 0.6
SCARE_WORDS, SCARE_CHARACTERS = 2, 4


def act_of(scene: Scene, act: Act, words: str) -> Act:
    """The act of a cue, or where the cue only says that something was said, the act that the words show (first pattern in the
    table's order); a question mark at their end makes a question."""
    if act != "state":
        return act
    for shown, pattern in scene.speech.content:
        if pattern.search(words):
            return shown
    return "question" if scene.speech.question.search(words.rstrip("”»\"“’'")) else "state"


def mode_of(scene: Scene, start: int, end: int, cue_end: int) -> Mode:
    """Direct where quotations hold at least three fifths of the words, mixed where they hold some, indirect else. Scare quotes (one or two
    words, up to four characters in unspaced scripts) count only where they are all that follows the cue."""
    inside = [(max(quote.start, start), min(quote.end, end)) for quote in scene.quotes if quote.start < end and start < quote.end]
    share = sum(right - left for left, right in inside) / max(1, end - start)
    if share >= DIRECT_SHARE:
        return "direct"
    spoken = [quote for quote in scene.quotes if quote.start < end and start < quote.end and not _is_scare(scene, quote)]
    return "mixed" if spoken else "indirect"


def _is_scare(scene: Scene, quote: Quoted) -> bool:
    """A word or two in quotation marks that no cue introduces."""
    words = scene.text[quote.inner_start : quote.inner_end]
    if scene.speech.card.spaced:
        return len(words.split()) <= SCARE_WORDS
    if len(words) > SCARE_CHARACTERS:
        return False
    left = scene.text[max(0, quote.start - 4) : quote.start].rstrip("：:，, ")
    return not any(found.end() == len(left) for cue in scene.speech.cues for found in cue.pattern.finditer(left))


def date_of(times: Sequence[TimeExpression], zones: Sequence[tuple[int, int]]) -> str | None:
    """The ISO date of the first time expression in the frame (outside what was said) that names a single day; None where none does."""
    for time in times:
        if any(start <= time.start and time.end <= end for start, end in zones) and time.earliest and time.earliest == time.latest:
            return time.earliest
    return None
