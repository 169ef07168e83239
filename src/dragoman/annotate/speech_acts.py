"""What kind of act words are, and how they are given (direct, indirect, mixed)."""

from __future__ import annotations

from dragoman.annotate.speech_scene import Scene
from dragoman.annotate.speech_subjects import MARKS
from dragoman.model.annotations import Act, Mode
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


def clause_of(scene: Scene, act: Act, words: str) -> str:
    """The clause that shows an act in words said; all of them where no one clause does."""
    pattern = next((pattern for shown, pattern in scene.speech.content if shown == act), None)
    found = pattern.search(words) if pattern is not None else None
    if found is None:
        return words
    low = max((mark.end() for mark in MARKS.finditer(words, 0, found.start())), default=0)
    high = next((mark.start() for mark in MARKS.finditer(words, found.end())), len(words))
    return words[low:high]


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
