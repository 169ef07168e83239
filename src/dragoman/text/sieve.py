"""Many patterns over many short texts: a pattern is tried only where the text holds a literal that every match of it must hold.

The literals come from the parsed pattern (the filter of Russ Cox, "Regular Expression Matching with a Trigram Index", 2012, for a table
of patterns instead of a table of files): a sequence needs all of its parts, so its most telling part will do; alternatives need one of
theirs. What can be said of no pattern part (classes, wildcards) makes the pattern one that is always tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

V = TypeVar("V")

# Literals are found by three letters of them; in scripts with more letters one is as telling.
GRAM = 3
_TELLING = "\u2e80"
# So many alternatives at most stand for a pattern, and so many characters of a class count as literals.
MOST = 80
CLASS = 4
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def fold(text: str) -> str:
    """A text without case, such that texts that `re.IGNORECASE` takes for equal fold to the same."""
    if text.isascii():
        return text.lower()
    return text.replace("\u0130", "i").replace("\u0131", "i").casefold()


def required(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Folded literals of which every text that the pattern matches holds at least one; None where there are none."""
    return _of_sequence(parser.parse(pattern.pattern, pattern.flags))


def _of_sequence(parts: Any) -> frozenset[str] | None:
    """The most telling requirement of the parts of a sequence."""
    best: frozenset[str] | None = None
    for found in _requirements(parts):
        if found is not None and len(found) <= MOST and all(found) and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    shortest = min(GRAM if literal >= _TELLING else len(literal) for literal in literals)
    return min(shortest, 2 * GRAM), -len(literals)


def _requirements(parts: Any) -> Iterator[frozenset[str] | None]:
    run: list[str] = []
    for code, value in parts:
        if code is codes.LITERAL:
            run.append(chr(value))
        elif code is not codes.AT:  # places between characters part none
            yield frozenset((fold("".join(run)),))
            run = []
            yield _of_part(code, value)
    yield frozenset((fold("".join(run)),))


def _of_part(code: Any, value: Any) -> frozenset[str] | None:
    if code is codes.SUBPATTERN:
        return _of_sequence(value[-1])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(value)
    if code in _REPEATS:
        return _of_sequence(value[2]) if value[0] else None
    if code is codes.ASSERT:
        return _of_sequence(value[1])
    if code is codes.BRANCH:
        found = [_of_sequence(branch) for branch in value[1]]
        return None if None in found else frozenset(literal for one in found if one for literal in one)
    if code is codes.IN and len(value) <= CLASS and all(kind is codes.LITERAL for kind, _ in value):
        return frozenset(fold(chr(letter)) for _, letter in value)
    return None


class Sieve(Generic[V]):
    """Patterns with what they stand for, in an order that is kept."""

    def __init__(self, entries: Iterable[tuple[re.Pattern[str], V]]) -> None:
        self._entries = tuple(entries)
        self._always: list[int] = []
        self._by_gram: dict[str, list[tuple[str, int]]] = {}
        self._by_letter: dict[str, list[tuple[str, int]]] = {}
        long: set[str] = set()
        for number, (pattern, _) in enumerate(self._entries):
            literals = required(pattern)
            for literal in sorted(literals or ()):
                letter = max(literal)
                if letter >= _TELLING or len(literal) < GRAM:
                    self._by_letter.setdefault(letter, []).append((literal, number))
                else:
                    self._by_gram.setdefault(literal[:GRAM], []).append((literal, number))
                    long.add(literal)
            if not literals:
                self._always.append(number)
        self._any = re.compile(_any_of(sorted(long)))
        self._unsifted = tuple(self._entries[number] for number in self._always)

    def sift(self, folded: str) -> Sequence[tuple[re.Pattern[str], V]]:
        """The entries whose patterns may match a text; `folded` is the text as `fold` gives it."""
        numbers: set[int] = set()
        if self._by_letter:
            for letter in self._by_letter.keys() & set(folded):
                numbers.update([number for literal, number in self._by_letter[letter] if literal in folded])
        if self._by_gram and self._any.search(folded):
            grams = {folded[at : at + GRAM] for at in range(len(folded) - GRAM + 1)}
            for gram in self._by_gram.keys() & grams:
                numbers.update([number for literal, number in self._by_gram[gram] if literal in folded])
        if not numbers:
            return self._unsifted
        return [self._entries[number] for number in sorted(numbers.union(self._always))]


def _any_of(words: Sequence[str]) -> str:
    """A pattern that finds whether any of the words occurs, common beginnings looked at once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        if not word:
            return ""
        branches.setdefault(word[0], []).append(word[1:])
    parts = [re.escape(letter) + _any_of(rest) for letter, rest in branches.items()]
    if all(not rest[0] for rest in branches.values()) and len(parts) > 1:
        return f"[{''.join(parts)}]"
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
