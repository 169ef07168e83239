"""Frames of speech in a unit: cue, speaker and content, by the order in which they stand.

SPEAKER CUE content · "content," SPEAKER CUE · "content", CUE SPEAKER · content, SPEAKER CUE · according to SPEAKER, content ·
SPEAKER: "content".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.annotate.speech_contents import EDGE, FINAL, JOINT, SPACE, Hit, content_end, is_short, skip, trimmed
from dragoman.annotate.speech_scene import Scene, Unit
from dragoman.annotate.speech_subjects import MARKS, after, before
from dragoman.annotate.speech_table import According
from dragoman.annotate.speech_voices import Voice
from dragoman.model.annotations import Act

INVERTED_WORDS, INVERTED_CHARACTERS = 4, 6
HEADING_WORDS, HEADING_CHARACTERS = 13, 24
UNNAMED_WORDS, UNNAMED_CHARACTERS = 6, 12


class Attribution(Struct, frozen=True):
    """A frame found. `contents` are spans of the words said, in order; `relay` marks words passed on; `how` names the frame; `weak` is
    what is believed or wished rather than said, `deed` a cue of doing as much as of saying; `governs`: the contents are the cue's object.
    """

    start: int
    end: int
    act: Act
    voice: Voice | None
    contents: tuple[tuple[int, int], ...]
    how: str
    relay: bool = False
    weak: bool = False
    deed: bool = False
    governs: bool = False


def attributions(scene: Scene, unit: Unit) -> list[Attribution]:
    """The frames of a unit, left to right. A cue within the words of another counts only where it opens a new frame with a subject."""
    found = _according(scene, unit)
    cues = _cues(scene, unit)
    hits = [hit for hit in cues if not negated(scene, unit.start, hit.start) and not _is_passive(scene, unit, hit)]
    is_heading = _is_heading(scene, unit)
    for hit in hits:
        holder = next((one for one in found for start, end in one.contents if start <= hit.start < end), None)
        if is_heading and not scene.quotes_in(unit.start, unit.end):
            continue
        if any(one.start <= hit.start < one.end for one in found) or (holder and not holder.how.startswith("according")):
            continue
        read = _read(scene, unit, hit, [other for other in cues if other.start > hit.start], found)
        if read is not None:
            found.append(read)
    return sorted(found or _colon(scene, unit), key=lambda one: (one.contents[0][0], one.start))


def _is_heading(scene: Scene, unit: Unit) -> bool:
    """Whether the unit is a short paragraph of its own without a final mark, as headings between paragraphs and captions are."""
    text = scene.text
    alone = text[: unit.start].endswith("\n") and text[unit.end :].startswith("\n\n")
    return alone and text[unit.end - 1].isalnum() and not _is_longer(scene, text[unit.start : unit.end])


def _is_longer(scene: Scene, words: str) -> bool:
    """Whether words are more than a heading has."""
    return not is_short(scene, words, HEADING_WORDS, HEADING_CHARACTERS)


def _cues(scene: Scene, unit: Unit) -> list[Hit]:
    """Cues outside quotations, the longest at each place."""
    hits: list[Hit] = []
    for cue in scene.speech.cues:
        for match in cue.pattern.finditer(scene.text, unit.start, unit.end):
            if not scene.quoted(match.start()) and not any(
                party.start < match.end() and match.start() < party.end for party in scene.parties
            ):
                hits.append(Hit(match.start(), match.end(), cue))
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in hits:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _is_passive(scene: Scene, unit: Unit, hit: Hit) -> bool:
    """Whether the words before the cue are about what was said, not about who said it."""
    if scene.speech.agent.match(scene.text[hit.end : hit.end + 12].lstrip()):
        return True
    window = scene.text[max(unit.start, hit.start - 24) : hit.start].rstrip()
    helped = any(found.end() == len(window) for found in scene.speech.passive.finditer(window))
    return helped and not scene.speech.active.match(scene.text, hit.start, unit.end)


def negated(scene: Scene, low: int, at: int) -> bool:
    """Whether a negation stands right before the offset."""
    window = scene.text[max(low, at - 24) : at].rstrip() if scene.speech.card.spaced else scene.text[max(low, at - 6) : at]
    return any(found.end() == len(window) for found in scene.speech.negation.finditer(window))


def _read(scene: Scene, unit: Unit, hit: Hit, later: Sequence[Hit], found: Sequence[Attribution]) -> Attribution | None:
    taken = max((end for one in found for _, end in one.contents if end <= hit.start), default=unit.start)
    low = max([unit.start, taken, *(quote.end for quote in scene.quotes if unit.start <= quote.start and quote.end <= hit.start)])
    voice = before(scene, low, hit.start)
    if hit.cue.near and (voice is None or not _is_beside(scene, voice, hit)):
        return None
    edge = voice.start if voice is not None else hit.start
    quoted_before = _quote_before(scene, unit, edge if voice is None or voice.end <= hit.start else hit.start)
    inverts = scene.speech.inverts and hit.cue.frame == "clause"
    if voice is None and (quoted_before is not None or inverts or _after_mark(scene, unit, hit.start)):
        voice = after(scene, hit.end, unit.end)
    if voice is None and low > unit.start:
        voice = before(scene, unit.start, hit.start)
    if voice is None and hit.cue.frame == "clause":
        voice = _unnamed(scene, low, hit.start)
    start = skip(scene, max(hit.end, voice.end if voice is not None and voice.start >= hit.end else hit.end), unit.end)
    if voice is None and quoted_before is not None:
        voice = _before_quote(scene, unit, quoted_before)
    if voice is not None and voice.end <= hit.start and (opened := scene.speech.particle.match(scene.text, voice.end)):
        return _cue_last(scene, unit, hit, voice, opened.end())
    if quoted_before is not None:
        return _inverted(scene, unit, hit, voice, (max(unit.start, taken), quoted_before), start)
    if (hit.cue.frame == "clause" or not scene.text[start : unit.end].strip(EDGE + FINAL)) and _is_inverted(
        scene, unit, edge, start, taken
    ):
        return _made(scene, hit, voice, [(max(unit.start, taken), edge)], "inverted")
    trailing = taken > unit.start and _after_mark(scene, unit, hit.start) and voice is not None and voice.start >= hit.end
    if trailing and not scene.text[start : unit.end].strip(EDGE + FINAL):
        return _made(scene, hit, voice, [(unit.start, taken)], "trailing")
    end = content_end(scene, unit, hit, start, later)
    if hit.cue.frame == "quote" and not scene.quotes_in(start, end):
        return None
    if voice is None and hit.cue.frame == "object":
        return None
    return _made(scene, hit, voice, [(start, end)], "plain")


def _unnamed(scene: Scene, low: int, high: int) -> Voice | None:
    """A few words before a cue as an unnamed voice ("twelve percent said"), None where no short subject stands there."""
    marks = [found.end() for found in MARKS.finditer(scene.text, low, high)]
    start, end = max([low, *marks]), high
    words = scene.text[start:end]
    cut = scene.speech.adverb.sub("", words) if not scene.speech.card.spaced else words
    cut = cut.strip(EDGE + FINAL)
    if not cut or scene.quoted(start) or cut not in words:
        return None
    first = cut.split()[0]
    if scene.speech.card.spaced and (len(cut.split()) > UNNAMED_WORDS or scene.speech.preposition.fullmatch(first)):
        return None
    if not scene.speech.card.spaced and (len(cut) > UNNAMED_CHARACTERS or len(cut) < 2 or scene.speech.preposition.search(cut)):
        return None
    if scene.speech.conjunction.fullmatch(first) or scene.speech.complementizer.fullmatch(first):
        return None
    at = start + words.index(cut)
    return Voice(at, at + len(cut), "other", cut, at)


def _is_beside(scene: Scene, voice: Voice, hit: Hit) -> bool:
    """Whether at most an adverb stands between speaker and cue."""
    between = scene.speech.adverb.sub("", scene.text[voice.end : hit.start]).strip()
    return not between or between in (",", "，")


def _after_mark(scene: Scene, unit: Unit, at: int) -> bool:
    """Whether the cue stands at the head of a clause, as in inverted order."""
    left = scene.text[unit.start : at].rstrip(SPACE)
    return not left or left[-1] in ',，—–-”»“"'


def _quote_before(scene: Scene, unit: Unit, edge: int) -> int | None:
    """The end of a quotation that stands right before the speaker or cue, None where there is none."""
    for quote in reversed(scene.quotes_in(unit.start, edge)):
        between = scene.text[quote.end : edge].strip(JOINT)
        return quote.end if not between or (scene.speech.conjunction.fullmatch(between) is not None and len(between) < 4) else None
    return None


def _before_quote(scene: Scene, unit: Unit, quote_end: int) -> Voice | None:
    """The subject in front of the quotation that ends at an offset."""
    start = next(quote.start for quote in scene.quotes if quote.end == quote_end)
    return before(scene, unit.start, start)


def _cue_last(scene: Scene, unit: Unit, hit: Hit, voice: Voice, start: int) -> Attribution | None:
    """SPEAKER particle content CUE: the quotation right before the cue, else all between particle and cue."""
    quote = _quote_before(scene, unit, hit.start)
    last = scene.quotes_in(start, hit.start)[-1:]
    return _made(scene, hit, voice, [(last[0].start, quote) if quote is not None and last else (start, hit.start)], "plain")


def _inverted(scene: Scene, unit: Unit, hit: Hit, voice: Voice | None, left: tuple[int, int], start: int) -> Attribution | None:
    """ "...," X said[: "..."]: the words before, and a quotation that goes on after."""
    contents = [left]
    rest = scene.quotes_in(start, unit.end)
    if rest and not scene.text[start : rest[0].start].strip(EDGE + FINAL):
        contents.append((rest[0].start, unit.end))
    return _made(scene, hit, voice, contents, "inverted")


def _is_inverted(scene: Scene, unit: Unit, edge: int, start: int, taken: int) -> bool:
    """content, X said [adjunct].: a comma before the speaker, enough words before it, and nothing but adjuncts after the cue."""
    left = scene.text[max(unit.start, taken) : edge].rstrip(SPACE + "—–-")
    if not left.endswith((",", "，")) or is_short(scene, left, INVERTED_WORDS, INVERTED_CHARACTERS):
        return False
    rest = scene.text[start : unit.end].strip(EDGE + FINAL)
    if not rest:
        return True
    if scene.text[start:].lstrip(SPACE)[:1] in (",", "，"):
        return not scene.speech.complementizer.match(rest) and scene.speech.card.spaced and not scene.quotes_in(start, unit.end)
    first = re.match(r"\S+", rest)
    prepositional = first is not None and scene.speech.preposition.fullmatch(first.group()) is not None and scene.speech.card.spaced
    return prepositional and not scene.speech.complementizer.search(rest)


def _made(scene: Scene, hit: Hit, voice: Voice | None, contents: Sequence[tuple[int, int]], how: str) -> Attribution | None:
    spans = [span for span in (trimmed(scene, start, end) for start, end in contents) if span is not None]
    if not spans:
        return None
    governs = hit.cue.frame == "object"
    return Attribution(hit.start, hit.end, hit.cue.act, voice, tuple(spans), how, hit.cue.relay, hit.cue.weak, hit.cue.deed, governs)


def _according(scene: Scene, unit: Unit) -> list[Attribution]:
    """According to X, content · content, according to X."""
    found: list[Attribution] = []
    for phrase in scene.speech.according:
        for head in phrase.before.finditer(scene.text, unit.start, unit.end):
            read = None if scene.quoted(head.start()) else _phrase(scene, unit, head, phrase)
            if read is not None and not any(one.start < read.end and read.start < one.end for one in found):
                found.append(read)
    return found


def _phrase(scene: Scene, unit: Unit, head: re.Match[str], phrase: According) -> Attribution | None:
    high, closing = unit.end, phrase.after
    if closing is not None:
        tail = closing.search(scene.text, head.end(), min(unit.end, head.end() + 40))
        if tail is None:
            return None
        high, stop = tail.start(), tail.end()
    else:
        comma = next((quote for quote in re.finditer(r",|;|\s[—–]\s", scene.text[head.end() : unit.end])), None)
        high = head.end() + comma.start() if comma else unit.end
        stop = high
    inside = [voice for voice in scene.voices if head.end() <= voice.start and voice.end <= high]
    inside = [voice for voice in scene.voices if voice.pronoun and head.start() < voice.start < head.end()] or inside
    people = [voice for voice in inside if voice.kind == "person" or voice.pronoun]
    voice = next(iter(people or inside), None)
    if phrase.bare and voice is not None:
        high = stop = voice.end
    start, end = head.end() + len(scene.text[head.end() : high]) - len(scene.text[head.end() : high].lstrip()), high
    if voice is None:
        name = scene.text[start:end].rstrip(SPACE + FINAL)
        if not name or len(name) > 60:
            return None
        voice = Voice(start, start + len(name), "other", name, start)
    left = scene.text[unit.start : head.start()].strip(EDGE)
    is_left = not is_short(scene, left, INVERTED_WORDS, INVERTED_CHARACTERS)
    span = trimmed(scene, *((unit.start, head.start()) if is_left else (stop, unit.end)))
    if span is None:
        return None
    return Attribution(
        head.start(), stop if closing else head.end(), "state", voice, (span,), "according", phrase.via or voice.kind == "media"
    )


def _colon(scene: Scene, unit: Unit) -> list[Attribution]:
    """X: "..." without a verb."""
    for quote in scene.quotes_in(unit.start, unit.end):
        lead = scene.text[unit.start : quote.start].rstrip(SPACE)
        if not lead.endswith((":", "：")) or len(lead) > 80:
            continue
        at = unit.start + len(lead) - 1
        voice = next((voice for voice in scene.voices if voice.start >= unit.start and voice.end == at), None)
        if voice is not None:
            return [Attribution(at, at + 1, "state", voice, ((quote.start, quote.end),), "colon")]
    return []
