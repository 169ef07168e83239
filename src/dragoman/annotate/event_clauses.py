"""Clauses of a sentence, cut by marks and by the verb that introduces speech. Shallow on purpose: no parser is needed, so every
language works the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.annotate.event_lexicon import Lexicon

Span = tuple[int, int]

_STRONG = re.compile(r"[;；。؛]|(?<=[^\W\d_]{3})\.(?=\s+\d)")
_WEAK = re.compile(r"[，،：]|,(?!\d{3}\b)|:(?=\s)|\s[—–]\s|——|\s-\s|\n")
_ASIDES = re.compile(r"\([^()]{1,200}\)|（[^（）]{1,200}）|\s[—–]\s[^—–\n]{1,120}?\s[—–]\s")
_BRIDGE = 60
"""How far "that" may stand behind a verb of speech and still open what was said, in code points."""
_LED = 6
"""A time this close behind a verb of speech says when it was said."""


class Clause(Struct, frozen=True):
    """A clause; `segment` counts the parts of the sentence between semicolons, `speech` marks the frame of reported speech."""

    start: int
    end: int
    segment: int
    speech: bool = False


def asides(text: str, sentence: Span) -> list[Span]:
    """Brackets and dashed insertions: what stands there explains a name and takes no part in the happening."""
    return [match.span() for match in _ASIDES.finditer(text, *sentence)]


def clauses(
    text: str, sentence: Span, book: Lexicon, names: Sequence[Span] = (), times: Sequence[Span] = (), cues: Sequence[int] = ()
) -> list[Clause]:
    """The clauses of a sentence in order; no cut falls inside a name or a time. `cues` are the offsets of event words: what is said
    begins before the first of them."""
    shut = [*names, *times]
    cuts: dict[int, str] = {}
    for kind, marks in (("weak", _WEAK), ("weak", book.sign("clause.marks")), ("strong", _STRONG)):
        for match in marks.finditer(text, *sentence):
            if not any(start < match.end() and match.start() < end for start, end in shut) and not _lists(match.span(), text, names, book):
                cuts[match.end()] = kind
    for match in book.sign("reporting.words").finditer(text, *sentence):
        if not any(start < match.end() and match.start() < end for start, end in shut):
            stop = min([cue for cue in cues if cue >= match.end()] + [sentence[1]])
            end = _content_start(text, match.end(), stop, book, times)
            if end < sentence[1] and text[end : sentence[1]].strip():
                cuts[end] = "speech"
    return _assemble(sentence, cuts)


def _lists(mark: Span, text: str, names: Sequence[Span], book: Lexicon) -> bool:
    """Whether a mark stands between two names of a list ("Russia, Turkey and Iran")."""
    if not any(end == mark[0] for _, end in names):
        return False
    following = min((start for start, _ in names if start >= mark[1]), default=-1)
    return 0 <= following - mark[1] <= _LED and not re.search(r"\w", book.sign("roles.join").sub(" ", text[mark[1] : following]))


def _content_start(text: str, at: int, stop: int, book: Lexicon, times: Sequence[Span]) -> int:
    """Where reported content begins: behind "that" where it stands near, else behind a time that directly follows the verb."""
    reach = min(stop, at + _BRIDGE)
    weak = _WEAK.search(text, at, reach)
    bridge = book.sign("reporting.bridge").search(text, at, weak.end() + 6 if weak and weak.end() + 6 < reach else reach)
    if bridge:
        return bridge.end()
    for start, end in times:
        gap = text[at:start].strip()
        led = not gap or any(book.sign(f"roles.{role}").fullmatch(gap) for role in ("topic", "place"))
        if at <= start <= at + _LED and led and not book.sign("time.bound_after").match(text, end):
            return end
    return at


def _assemble(sentence: Span, cuts: dict[int, str]) -> list[Clause]:
    found, start, segment = [], sentence[0], 0
    for end in sorted({*cuts, sentence[1]}):
        if end <= start:
            continue
        kind = cuts.get(end, "weak")
        found.append(Clause(start, end, segment, kind == "speech"))
        segment += kind == "strong"
        start = end
    return found


def clause_at(found: Sequence[Clause], offset: int) -> int:
    """The index of the clause that holds an offset; the last one where none does."""
    return next((index for index, clause in enumerate(found) if clause.start <= offset < clause.end), len(found) - 1)


def trim(text: str, start: int, end: int, marks: str) -> Span:
    """A span without white space, closing marks and dangling quotes at its ends."""
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end
