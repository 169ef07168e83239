"""Sentences: sentencex's rules, repaired so that quoted speech stays with its frame.

A unit keeps 他说：“……。” whole, and a quotation of several sentences with the words that introduce or follow it ("… . …," he said.).
Paragraphs are hard borders, except where a quotation itself runs on. What counts as a quotation mark or a full stop is read from the
language's card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from sentencex import get_sentence_boundaries  # type: ignore[attr-defined]

from dragoman import languages
from dragoman.languages import Language
from dragoman.model.annotations import Sentence
from dragoman.model.reading import Reading
from dragoman.text.quotes import outermost, quotations
from dragoman.text.scripts import main_script, script

_LONGEST_QUOTED = 1500
"""Code points; a quotation that would glue more than this together is left in its sentences."""
_PARAGRAPH = re.compile(r"[^\n]+")
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"])[^\W\d_]{1,4}\.$")
_FULL_STOPS = frozenset("。！？؟۔।")
"""Marks that end a sentence wherever they stand outside quotations."""
_AFTER_STOP = frozenset("。！？!?…”’」』）)》】\"'»")

Span = tuple[int, int]


class Sentences:
    """Gives `sentences`: spans without surrounding white space, in order, never overlapping."""

    name = "sentences"
    version = "1"
    needs: tuple[str, ...] = ()
    gives = ("sentences",)

    def annotate(self, reading: Reading) -> Reading:
        """The reading with its sentences."""
        by = f"{self.name}@{self.version}"
        found = split(reading.article.text, reading.article.language)
        return replace(reading, sentences=tuple(Sentence(start, end, by=by) for start, end in found))


def split(text: str, language: str) -> list[Span]:
    """Sentence spans of a text in a BCP 47 language."""
    card = languages.get(language)
    quoted = [(item.start, item.end) for item in outermost(quotations(text, card.quotes)) if item.end - item.start <= _LONGEST_QUOTED]
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        inside = [span for span in quoted if paragraph.start() <= span[0] and span[1] <= paragraph.end()]
        found.extend(_paragraph(text, paragraph.span(), card, inside))
    return found


def _paragraph(text: str, span: Span, card: Language, quoted: Sequence[Span]) -> Iterator[Span]:
    start, end = span
    cuts = {start + item["end_index"] for item in get_sentence_boundaries(card.code, text[start:end])}
    cuts |= set(_stops(text, start, end, card))
    cuts = {cut for cut in cuts if not any(begin < cut < close for begin, close in quoted)}
    kept = [cut for cut in sorted(cuts) if cut >= end or not _runs_on(text[start:cut], text[cut:end], card)]
    begin = start
    for cut in [*kept, end]:
        trimmed = _trimmed(text, begin, min(cut, end))
        if trimmed is not None:
            yield trimmed
        begin = max(begin, cut)


def _stops(text: str, start: int, end: int, card: Language) -> Iterator[int]:
    """Ends of sentences that the splitter overlooks, for instance before a digit."""
    for at in range(start, end):
        if text[at] in _FULL_STOPS and text[at] in card.sentence_end:
            after = at + 1
            while after < end and text[after] in _AFTER_STOP:
                after += 1
            # After a closing mark the frame of the quotation may follow: that is left to sentencex.
            if after == at + 1 and after < end:
                yield after


def _runs_on(before: str, after: str, card: Language) -> bool:
    """Whether the text after a cut goes on with the sentence before it: a lower-case word, or a number after an abbreviation."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or not card.cased:
        return False
    if after[0].islower() and before[-1] not in "!?…" and script(after[0]) == main_script(before):
        return True
    if after[0].islower() and before[-1] in '”»“"':
        return True
    return after[0].isdigit() and bool(_ABBREVIATION.search(before)) and before.split()[-1][:1].islower()


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
