"""A text laid out for finding speech: its quotations, units (sentences kept whole over quotations), parties and voices."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dragoman import languages
from dragoman.annotate.speech_parties import Party, parties
from dragoman.annotate.speech_table import Speech, speech
from dragoman.annotate.speech_voices import Voice, voices
from dragoman.model.reading import Reading
from dragoman.text.chinese import simplified
from dragoman.text.quotes import Quoted, outermost, quotations

MAX_FRAME = 24
HALF_WIDTH = str.maketrans(",;:?!", "，；：？！")
AFTER_CJK = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff”’」』）》])[,;:?!]")


class Unit(Struct, frozen=True):
    """A stretch of text with at most one frame of speech in the rule: a sentence, or what stands between two quotations that are
    complete sentences. `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


class Scene(Struct, frozen=True):
    """What statements and stances are read from. `text` is the article's text as the tables know it (see `folded`), `quotes` are outermost
    quotations, `voices` everything that may speak, in order."""

    reading: Reading
    text: str
    speech: Speech
    quotes: tuple[Quoted, ...]
    units: tuple[Unit, ...]
    parties: tuple[Party, ...]
    voices: tuple[Voice, ...]

    def words(self, start: int, end: int) -> str:
        """The words between two offsets as the article has them."""
        return self.reading.article.text[start:end]

    def quoted(self, at: int) -> bool:
        """Whether the offset lies inside a quotation."""
        nearest = bisect_right(self.quotes, at, key=lambda quote: quote.inner_start) - 1
        return nearest >= 0 and at < self.quotes[nearest].inner_end

    def quotes_in(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Quotations that lie between two offsets."""
        return tuple(quote for quote in self.quotes if start <= quote.start and quote.end <= end)

    def unit_at(self, at: int) -> Unit | None:
        """The unit that holds the offset."""
        nearest = bisect_right(self.units, at, key=lambda unit: unit.start) - 1
        return self.units[nearest] if nearest >= 0 and at < self.units[nearest].end else None


@lru_cache(maxsize=8)
def _laid_out(text: str, language: str) -> tuple[tuple[Quoted, ...], tuple[Party, ...]]:
    more = [tuple(pair) for pair in languages.table(language, "speech").get("marks", ())]
    marks = tuple(dict.fromkeys((*languages.get(language).quotes, *_neutral(language), *more)))
    return outermost(quotations(text, marks)), parties(text, language)


def _neutral(language: str) -> Iterator[tuple[str, str]]:
    """Pairs of the neutral card that do not turn a mark of the language round."""
    own = {mark for pair in languages.get(language).quotes for mark in pair}
    return (pair for pair in languages.get(languages.NEUTRAL).quotes if not own & set(pair))


def scene(reading: Reading) -> Scene:
    """Lays out a reading that has sentences and mentions."""
    text = folded(reading.article.text, reading.article.language)
    quotes, named = _laid_out(text, reading.article.language)
    table = speech(reading.article.language)
    spans = [(sentence.start, sentence.end) for sentence in reading.sentences] or list(_paragraphs(text))
    units = tuple(_units(text, spans, quotes, table))
    heard = voices(text, table, reading.mentions, named)
    own = reading.article.text
    kept = (replace(one, name=own[one.start : one.end]) if one.name == text[one.start : one.end] else one for one in heard)
    return Scene(reading, text, table, quotes, units, named, tuple(kept))


def folded(text: str, language: str) -> str:
    """The text as tables of unspaced scripts know it: Chinese in simplified characters, half-width marks after a character of the script
    in full width; one character for one, so that offsets hold. Other texts stay as they are."""
    card = languages.get(language)
    if card.spaced:
        return text
    plain = simplified(text) if card.script.startswith("Han") else text
    return AFTER_CJK.sub(lambda found: found.group().translate(HALF_WIDTH), plain)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r"[^\n]+", text):
        yield found.start(), found.end()


def _units(text: str, spans: Sequence[tuple[int, int]], quotes: Sequence[Quoted], table: Speech) -> Iterator[Unit]:
    """Sentences joined where a quotation runs over their border, then cut between one complete quotation and the next sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        runs_on = joined and any(quote.start < start < quote.end and quote.start >= joined[-1][0] for quote in quotes)
        if runs_on or (joined and _is_frame(text, joined[-1][1], start, end, quotes, table)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        at = start
        for cut in (*sorted(set(_cuts(text, start, end, quotes, table))), end):
            left, right = _trimmed(text, at, cut)
            if left < right:
                yield Unit(left, right, text.count("\n", 0, left))
            at = cut


def _is_frame(text: str, before: int, start: int, end: int, quotes: Sequence[Quoted], table: Speech) -> bool:
    """Whether a sentence after a quotation is only its frame ("...", he said.): a few words that end in a cue."""
    left, words = text[:before].rstrip(), text[start:end].strip().rstrip(table.card.sentence_end)
    if len(words) > MAX_FRAME or "\n" in text[before:start] or not any(quote.end == len(left) for quote in quotes):
        return False
    return any(found.end() == len(words) for cue in table.cues for found in cue.pattern.finditer(words))


def _cuts(text: str, start: int, end: int, quotes: Sequence[Quoted], table: Speech) -> Iterator[int]:
    marks = re.escape(table.card.sentence_end)
    space = r"\s+" if table.card.spaced else r"\s*"
    starts = {quote.start for quote in quotes}
    for found in re.finditer(rf"(?:[{marks}])({space})|\n+", text[start:end]):
        at = start + found.end()
        if at >= end or any(quote.start < at < quote.end for quote in quotes):
            continue
        if found.group(0).startswith("\n") or at in starts:
            yield at
    for quote in quotes:
        space_after = re.match(r"\s+", text[quote.end : end])
        if start < quote.end < end and text[quote.inner_end - 1] in ".。…" and space_after:
            at = quote.end + space_after.end()
            if text[at : at + 1].isupper():
                yield at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
