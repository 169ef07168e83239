"""The words of a stance: where they begin and end, and the items of a list."""

from __future__ import annotations

from dragoman.annotate.speech_contents import EDGE, FINAL, SPACE
from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.stance_table import Table
from dragoman.model.annotations import StanceKind

Span = tuple[int, int]
MARKS = '“”«»„「」"‘’'
MIN_WORDS, MIN_CHARACTERS = 2, 4


def neat(scene: Scene, table: Table, start: int, end: int) -> Span | None:
    """The span without blanks, joints, final marks and lone quotation marks at its edges; None where too little is left."""
    text = scene.text
    closes = {quote.end for quote in scene.quotes if quote.start >= start}
    opens = {quote.start for quote in scene.quotes if quote.end <= end}
    while start < end and (text[start] in EDGE + FINAL or (text[start] in MARKS and start not in opens)):
        start += 1
    while start < end and (
        text[end - 1] in EDGE + FINAL or (text[end - 1] in MARKS and end not in closes) or table.tail.search(text, start, end)
    ):
        end -= 1
    return (start, end) if enough(scene, text[start:end]) else None


def enough(scene: Scene, words: str) -> bool:
    """Whether the words can tell what is meant."""
    return len(words.split()) >= MIN_WORDS if scene.speech.card.spaced else len(words) >= MIN_CHARACTERS


def stop(scene: Scene, table: Table, unit: Unit, start: int, least: int = 3) -> int:
    """The end of a clause of content: the first stop at least so many characters after its start, outside quotations that open later, or
    the unit's end."""
    for found in table.stop.finditer(scene.text, start, unit.end):
        if found.start() >= start + least and not any(
            quote.start < found.start() < quote.end and quote.start > start for quote in scene.quotes
        ):
            return found.start()
    return unit.end


def after_noun(scene: Scene, table: Table, unit: Unit, end: int) -> int | None:
    """Where the content of a noun begins ("demands that ...", "red line: ..."), None where it has none. A closing quotation mark and the
    noun's holder may stand between."""
    at = end
    while at < unit.end and scene.text[at] in MARKS + SPACE:
        at += 1
    found = table.opener.match(scene.text, at, unit.end)
    return _past(scene, table, found.start(), found.end()) if found else None


def _past(scene: Scene, table: Table, start: int, end: int) -> int:
    """Past marks and complementizers, which say nothing; other openers ("to rule out", "for guarantees") belong to the words."""
    piece = scene.text[start:end]
    only_marks = not any(char.isalnum() for char in piece)
    that = scene.speech.complementizer.fullmatch(piece.strip()) is not None
    that = that or table.drop.fullmatch(piece.strip()) is not None
    return end if only_marks or that or not scene.speech.card.spaced else start


def items(scene: Scene, table: Table, start: int, end: int) -> list[Span]:
    """The items of a list; the whole where splitting would leave pieces that say too little."""
    cuts = [start]
    for found in table.joint.finditer(scene.text, start, end):
        if not any(quote.start < found.start() < quote.end for quote in scene.quotes):
            cuts += [found.start(), found.end()]
    cuts.append(end)
    spans = [neat(scene, table, left, right) for left, right in zip(cuts[::2], cuts[1::2], strict=True)]
    if all(spans) and len(spans) > 1:
        return [span for span in spans if span is not None]
    whole = neat(scene, table, start, end)
    return [whole] if whole else []


def item_stance(table: Table, stance: StanceKind, words: str) -> StanceKind:
    """An item that asks for something to be given is a demand, also where it stands beside red lines."""
    lead = table.lead.match(words)
    return "demand" if stance == "red line" and table.deliverable.match(words, lead.end() if lead else 0) else stance
