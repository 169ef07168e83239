"""Scoring who said what: exact-span F1 of source, cue and content, and token overlap of content.

Exact spans and token overlap follow the corpora (PolNeAR, Newell et al. 2018; CofeNet, Wang et al. 2022). `content_f1_03` and
`content_f1_08` count a quotation as found where predicted and gold content share at least that part of their tokens (shared over all tokens
of both, as in the Gender Gap Tracker, Asr et al. 2021); `speaker_accuracy` is the share of quotations found at .3 whose source overlaps the
gold source.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.evaluation import Parts, Score
from dragoman.evaluation.sets import by_language, prf, records
from dragoman.evaluation.shapes import QuoteDoc
from dragoman.model.annotations import Statement

Span = tuple[int, int]
LEVELS = (0.3, 0.8)
WORDS = re.compile(r"\w+")
CHARACTERS = re.compile(r"\w")


class Quote(Struct, frozen=True):
    """A quotation: spans of source and cue (None where there is none) and of the pieces of its content."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class Judged(Struct, frozen=True):
    """The gold and found quotations of a document, with the token offsets of its text."""

    language: str
    tokens: tuple[int, ...]
    gold: tuple[Quote, ...]
    found: tuple[Quote, ...]


class Quotes:
    """The task over `docs.jsonl` of a folder."""

    name = "quotes"

    def score(self, folder: str, parts: Parts) -> Score:
        """Raises `DragomanError` where the set is missing or malformed."""
        began = time.perf_counter()
        documents = [judged(record, parts) for record in records(folder, "docs.jsonl", QuoteDoc)]
        return Score(
            task=self.name,
            set=Path(folder).name,
            n=len(documents),
            metrics=metrics(documents),
            by_language=by_language(documents, lambda document: document.language, metrics),
            seconds=round(time.perf_counter() - began, 2),
        )


def judged(record: dict[str, Any], parts: Parts) -> Judged:
    """A record with the statements that the parts find in it."""
    text, language = record["text"], record["language"]
    reading = parts.annotate(text, language, None, "", ("statements",))
    pattern = WORDS if languages.get(language).spaced else CHARACTERS
    gold = tuple(
        Quote(_span(quote.get("source")), _span(quote.get("cue")), tuple((start, end) for start, end in quote["content"]))
        for quote in record["quotes"]
    )
    return Judged(language, tuple(token.start() for token in pattern.finditer(text)), gold, grouped(reading.statements))


def _span(pair: Sequence[int] | None) -> Span | None:
    return (pair[0], pair[1]) if pair else None


def grouped(statements: Iterable[Statement]) -> tuple[Quote, ...]:
    """Statements under one cue are pieces of one quotation, as the corpora count them."""
    groups: dict[tuple[Span | None, Span | None], list[Span]] = {}
    for statement in statements:
        source = (statement.speaker.start, statement.speaker.end) if statement.speaker else None
        cue = (statement.evidence.cue.start, statement.evidence.cue.end) if statement.evidence.cue else None
        groups.setdefault((source, cue), []).append((statement.start, statement.end))
    return tuple(Quote(source, cue, tuple(sorted(content))) for (source, cue), content in groups.items())


def metrics(documents: Sequence[Judged]) -> dict[str, float]:
    """Micro-averaged over the documents."""
    found = {
        "source_f1": _exact(documents, "source"),
        "cue_f1": _exact(documents, "cue"),
        "content_f1": _exact(documents, "content"),
        "content_overlap_f1": _overlap(documents),
    }
    for level in LEVELS:
        pairs = [(document, _pairs(document, level)) for document in documents]
        hits = sum(len(matched) for _, matched in pairs)
        total_found, total_gold = sum(len(document.found) for document in documents), sum(len(document.gold) for document in documents)
        found[f"content_f1_{str(level).replace('.', '')}"] = prf(hits, total_found, total_gold)[2]
        if level == LEVELS[0]:
            speakers = [(gold, other) for _, matched in pairs for gold, other in matched if gold.source]
            right = sum(bool(other.source and gold.source and _touch(gold.source, other.source)) for gold, other in speakers)
            found["speaker_accuracy"] = right / len(speakers) if speakers else 0.0
    return {name: round(value, 4) for name, value in found.items()}


def _exact(documents: Sequence[Judged], field: str) -> float:
    """F1 over the distinct spans of a field; a piece of content counts alone."""
    hits = found = gold = 0
    for document in documents:
        ours, theirs = _spans(document.found, field), _spans(document.gold, field)
        hits, found, gold = hits + len(ours & theirs), found + len(ours), gold + len(theirs)
    return prf(hits, found, gold)[2]


def _spans(quotes: Iterable[Quote], field: str) -> set[Span]:
    if field == "content":
        return {span for quote in quotes for span in quote.content}
    return {span for quote in quotes if (span := getattr(quote, field)) is not None}


def _tokens(document: Judged, spans: Iterable[Span]) -> set[int]:
    """Tokens that begin in the spans."""
    return {token for start, end in spans for token in document.tokens if start <= token < end}


def _overlap(documents: Sequence[Judged]) -> float:
    """F1 over the tokens that lie in any content."""
    hits = found = gold = 0
    for document in documents:
        ours = _tokens(document, (span for quote in document.found for span in quote.content))
        theirs = _tokens(document, (span for quote in document.gold for span in quote.content))
        hits, found, gold = hits + len(ours & theirs), found + len(ours), gold + len(theirs)
    return prf(hits, found, gold)[2]


def _pairs(document: Judged, level: float) -> list[tuple[Quote, Quote]]:
    """(gold, found) pairs, each used once, the best overlap first."""
    theirs = [_tokens(document, quote.content) for quote in document.gold]
    ours = [_tokens(document, quote.content) for quote in document.found]
    scored = [
        (len(one & other) / len(one | other), first, second)
        for first, one in enumerate(theirs)
        for second, other in enumerate(ours)
        if one & other and len(one & other) / len(one | other) >= level
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: list[tuple[Quote, Quote]] = []
    for _, first, second in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if first not in used_gold and second not in used_found:
            used_gold.add(first)
            used_found.add(second)
            pairs.append((document.gold[first], document.found[second]))
    return pairs


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
