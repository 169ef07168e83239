"""What differs between two versions of a text, word by word and, in scripts without spaces, character by character. Pure.

Paragraphs are aligned first, then the words of those that differ, both by the longest matching blocks (Ratcliff and Obershelp, as in
`difflib`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from msgspec import Struct

from dragoman.text.scripts import unspaced

Kind = Literal["same", "gone", "new"]

MOST = 3_000
"""Words of a paragraph, both versions together, that are aligned; longer ones are shown as gone and new."""

LIKE = 0.4
"""Share of common words from which two paragraphs are versions of one."""

NEAR = 8
"""Old paragraphs ahead that a new one is set against."""

_GAP = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W_]+\s*|[\W_]\s*")


class Piece(Struct, frozen=True):
    """Words that stand in both versions, only in the old one, or only in the new one."""

    kind: Kind
    text: str


class Block(Struct, frozen=True):
    """A paragraph of both versions, in pieces. `kind` is "same" where nothing of it differs, "gone" and "new" where all of it stands in
    one version only, "changed" otherwise."""

    kind: Literal["same", "gone", "new", "changed"]
    pieces: tuple[Piece, ...]


class _Step(Struct, frozen=True):
    same: bool
    old: str
    new: str


def words(text: str) -> list[str]:
    """The text in pieces that are compared: words, single characters of scripts without spaces, single marks, each with the blanks behind
    it. Nothing is lost."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        part = match[0]
        if part.isascii() or not any(map(unspaced, part)):
            found.append(part)
        else:
            found.extend(char for alone, run in groupby(part, unspaced) for char in (run if alone else ("".join(run),)))
    return found


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Two wordings of one paragraph, in order; what is gone stands before what came in its place."""
    ones, others = words(old), words(new)
    if len(ones) + len(others) > MOST:
        return tuple(_pieces(_Step(False, old, new)))
    steps = (
        _Step(kind == "equal", "".join(ones[first:last]), "".join(others[begin:end]))
        for kind, first, last, begin, end in _matcher(ones, others).get_opcodes()
    )
    return tuple(piece for step in _joined(list(steps)) for piece in _pieces(step))


def _matcher(ones: Sequence[str], others: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [one.rstrip() for one in ones], [other.rstrip() for other in others], autojunk=False)


def _pieces(step: _Step) -> list[Piece]:
    if step.same:
        return [Piece("same", step.new)]
    return [piece for piece in (Piece("gone", step.old), Piece("new", step.new)) if piece.text]


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """A single character that stayed between two changes belongs to them: a phrase that was rewritten reads as one."""
    found: list[_Step] = []
    for place, step in enumerate(steps):
        bridge = step.same and 0 < place < len(steps) - 1 and len(step.new.strip()) <= 1
        if found and not found[-1].same and (bridge or not step.same):
            found[-1] = _Step(False, found[-1].old + step.old, found[-1].new + step.new)
        else:
            found.append(step)
    return found


def paragraphs(text: str) -> list[str]:
    """Paragraphs, without the blank lines between them."""
    return [part.strip() for part in _GAP.split(text) if part.strip()]


def blocks(old: str, new: str) -> tuple[Block, ...]:
    """Two versions of a text, paragraph by paragraph."""
    ones, others = paragraphs(old), paragraphs(new)
    found: list[Block] = []
    for kind, first, last, begin, end in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [Block("same", (Piece("same", part),)) for part in ones[first:last]]
        else:
            found += _rewritten(ones[first:last], others[begin:end])
    return tuple(found)


def _rewritten(ones: Sequence[str], others: Sequence[str]) -> Iterator[Block]:
    """Paragraphs that changed: each new one is set against the next old one that is like it; those between stand alone."""
    at = 0
    for new in others:
        partner = next((place for place in range(at, min(at + NEAR, len(ones))) if _like(ones[place], new)), None)
        if partner is None:
            yield Block("new", (Piece("new", new),))
            continue
        yield from (Block("gone", (Piece("gone", old),)) for old in ones[at:partner])
        yield Block("changed", pieces(ones[partner], new))
        at = partner + 1
    yield from (Block("gone", (Piece("gone", old),)) for old in ones[at:])


def _like(one: str, other: str) -> bool:
    """By the bag of words first, which is quick, then in order (as `difflib` advises)."""
    ones, others = words(one), words(other)
    matcher = _matcher(ones, others)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return False
    return len(ones) + len(others) > MOST or matcher.ratio() >= LIKE
