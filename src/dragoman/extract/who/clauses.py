"""Clauses of a credit line: a label that says what follows, and its words. `Text: A B, photo: C D` has two, `(Reporting by A B; editing by
C D)` as well. Labels are data of `languages/*/furniture.toml`: `[marked]` ones need a colon or stroke behind them, `[plain]` ones begin a
line or a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from dragoman.extract.who import grammar

# No label is longer (code points).
_WIDEST = 40
# What parts a label from its words, and the marks that do so only behind labels of scripts without spaces.
_MARK = re.compile(r"\s?[:：﹕/／|｜丨]\s*|\s[—–-]{1,2}\s")
_STROKES = "/／|｜丨"
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# The end of a clause: a semicolon, a bar, the end of a sentence, or a word with a colon that is no label of ours.
_END = re.compile(
    r"\s*[;；|｜。]|(?<=[^\W\d_]{3})[.!?](?=\s|$)|\s(?=[^\s:：]{1,24}\s?[:：](?!\d))|\s[·•—–](?=\s)|\s(?=(?:19|20)\d\d[-年/.])|[)）\]】]\s*$"
)
_BEGINS = re.compile(r"^$|[.;,(（|·—–-]\s$|[(（【\[；。，]$")
_WORDS = re.compile(r"[^\W\d_]+")


class Clause(Struct, frozen=True):
    """A label from `start` on, its words from `value` to `end`, and the role that the label gives them."""

    start: int
    value: int
    end: int
    role: str
    marked: bool


@lru_cache(maxsize=4096)
def read(line: str) -> tuple[Clause, ...]:
    """The clauses of a line in their order, none where no label stands in it."""
    heads = sorted(_heads(line), key=lambda clause: (clause.start, -clause.value))
    kept: list[Clause] = []
    for head in heads:
        if not kept or head.start >= kept[-1].value:
            kept.append(head)
    found = []
    for head, behind in pairwise([*kept, Clause(len(line), len(line), len(line), "", True)]):
        stop = _END.search(line, head.value, behind.start)
        end = stop.start() if stop else behind.start
        found.append(Clause(head.start, head.value, max(head.value, end), head.role, head.marked))
    return tuple(found)


def _heads(line: str) -> Iterator[Clause]:
    """Where labels stand; their ends are not known yet."""
    for mark in _MARK.finditer(line):
        hit = _label_before(line, mark.start(), mark.group().strip())
        if hit is not None:
            yield Clause(hit[0], mark.end(), mark.end(), hit[1], True)
    yield from _begun(line)


def _begun(line: str) -> Iterator[Clause]:
    """Plain labels: one of several words may stand anywhere, one of a single word only where a clause begins."""
    folded = line.lower()
    if len(folded) != len(line):
        return
    if _plain().keys().isdisjoint(_WORDS.findall(folded)):
        return
    for word in _WORDS.finditer(folded):
        for label in _plain().get(word.group(), ()):
            end = word.start() + len(label)
            if folded.startswith(label, word.start()) and folded[end : end + 1].isspace() and end + 1 < len(line):
                if " " in label or _BEGINS.search(line[max(0, word.start() - 2) : word.start()]):
                    yield Clause(word.start(), end + 1, end + 1, grammar.labels("plain")[label], False)
                break


def _label_before(line: str, end: int, mark: str) -> tuple[int, str] | None:
    """Start and role of the marked label that ends there."""
    table = grammar.labels("marked")
    begin = max(0, end - _WIDEST)
    words = line[begin:end].casefold()
    if len(words) != end - begin:
        return None
    for size in _sizes().get(words[-1:], ()):
        if size > len(words) or (label := words[len(words) - size :]) not in table:
            continue
        unspaced = _UNSPACED.match(label) is not None
        before = line[end - size - 1 : end - size]
        if (mark in _STROKES and not unspaced) or (before.isalpha() and (not unspaced or size < 2) and not _turns(before, label)):
            continue
        return end - size, table[label]
    return None


def _turns(before: str, label: str) -> bool:
    """Whether a label stands behind a letter of another kind of script, where no space is due."""
    return (_UNSPACED.match(before) is None) != (_UNSPACED.match(label) is None)


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Lengths of the marked labels that end in a character, longest first."""
    sizes: dict[str, set[int]] = {}
    for label in grammar.labels("marked"):
        sizes.setdefault(label[-1], set()).add(len(label))
    return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}


@cache
def _plain() -> dict[str, tuple[str, ...]]:
    """Plain labels by their first words, longest first."""
    found: dict[str, list[str]] = {}
    for label in sorted(grammar.labels("plain"), key=lambda label: (-len(label), label)):
        first = _WORDS.match(label)
        if first is not None:
            found.setdefault(first.group(), []).append(label)
    return {word: tuple(labels) for word, labels in found.items()}
