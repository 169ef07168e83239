"""The time grammar of a language: its patterns and words (`languages/<code>/dates.toml`) as one compiled expression.

A rule is a pattern over lower-case text. `{name}` stands for a slot or a macro; a digit after the name (`{month2}`) puts what it
catches into the second end of a range. A space stands for white space (optional where the language writes no spaces). Slots map
words to fields; `numbers` are slots whose text is read as a number. What the fields mean is in `time_resolve`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.annotate.time_values import Fields
from dragoman.text.firsts import firsts
from dragoman.text.numbers import number

_NAME = re.compile(r"\{([a-z_]+)(2?)\}")
_FIXED = re.compile(r"(\[[^\]]*\]|\(\?<[=!][^)]*\))")
_LIMITS = {"month": 12, "month2": 12, "day": 31, "day2": 31, "hour": 24, "hour2": 24, "minute": 59, "minute2": 59, "weekday": 7}


_EDGES = {
    (True, False): (r"(?<![\w$€£¥.,/:-])(?!(?<=\d[ \u00a0])\d)", r"(?![\w%]|[.,:/-]\d)"),
    (True, True): (r"(?<!\w)", r"(?!\w)"),
    (False, False): (r"(?<!\d[.,])(?<![\d$€£¥/])", r"(?![\d%])"),
    (False, True): (r"(?<!\d[.,])(?<![\d$€£¥/])", r"(?![\d%])"),
}
"""What must not stand before and after an expression, by (words are spaced, rule is loose): parts of longer numbers, sums, versions."""


class Match(Struct, frozen=True):
    """A time expression in a text: where it is and what its words say, for its first end and for the second end of a range."""

    start: int
    end: int
    first: Fields
    second: Fields | None


class Cues(Struct, frozen=True):
    """Words that tell whether a clause speaks of what was, is or will be; groups `past`, `present`, `future`."""

    pattern: re.Pattern[str] | None
    stop: re.Pattern[str] | None


class _Rule(Struct, frozen=True):
    pattern: re.Pattern[str]
    first: Fields
    second: Fields | None
    groups: tuple[tuple[int, str, bool], ...]
    ranged: bool
    cased: bool


class Grammar:
    """Finds time expressions. One compiled pattern a language; build through `grammar(code)`."""

    def __init__(self, code: str) -> None:
        card = languages.get(code)
        own, neutral = languages.own_table(code, "dates") or {}, languages.own_table(languages.NEUTRAL, "dates") or {}
        self._slots = {**neutral.get("slots", {}), **own.get("slots", {})}
        self._numbers = {**neutral.get("numbers", {}), **own.get("numbers", {})}
        self._slots = {name: words for name, words in self._slots.items() if name not in own.get("numbers", {})}
        self._numbers = {name: pattern for name, pattern in self._numbers.items() if name not in own.get("slots", {})}
        self._macros = {**neutral.get("macros", {}), **own.get("macros", {})}
        self._words: Mapping[str, float] = languages.table(code, "quantities").get("numbers", {})
        self._decimal = languages.table(code, "quantities").get("decimal", ".")
        self._cased = frozenset(own.get("cased", ())) if card.cased else frozenset()
        self._space = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})" if card.spaced else "[ \u00a0\u3000]?"
        self._spaced = card.spaced
        self.order: str = own.get("order", neutral.get("order", ""))
        self.cues = _cues(own.get("cues", {}))
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for rule in [*own.get("rules", ()), *(neutral.get("rules", ()) if own is not neutral else ())]:
            made, begins = self._compile(rule)
            for char in begins:
                self._rules[char].append(made)
        begin = "".join(re.escape(char) for char in sorted(self._rules))
        edge = r"(?<!\w)" if card.spaced else ""
        self._starts = re.compile(f"{edge}[{begin}]" if begin else "(?!)")

    def find(self, text: str) -> Iterator[Match]:
        """Matches from left to right, without overlaps; earlier rules win over later ones at the same place."""
        low, at = lower(text), 0
        for start in self._starts.finditer(low):
            match = self._match(text, low, start.start()) if start.start() >= at else None
            if match:
                at = match.end
                yield match

    def _match(self, text: str, low: str, at: int) -> Match | None:
        for rule in self._rules[low[at]]:
            found = rule.pattern.match(low, at)
            match = self._read(found, rule, text) if found else None
            if match:
                return match
        return None

    def _read(self, found: re.Match[str], rule: _Rule, text: str) -> Match | None:
        first, second = dict(rule.first), dict(rule.second or {})
        for group, slot, later in rule.groups:
            word = found.group(group)
            if word is None:
                continue
            if slot in self._cased and not text[found.start(group)].isupper():
                return None
            fields = self._value(slot, word)
            if fields is None:
                return None
            (second if later else first).update(fields)
        first = _numeric(first, self.order)
        if rule.cased and not text[found.start()].isupper():
            return None
        if any(isinstance(fields.get(name), int) and fields[name] > limit for fields in (first, second) for name, limit in _LIMITS.items()):
            return None
        return Match(start=found.start(), end=found.end(), first=first, second=second if rule.ranged else None)

    def _value(self, slot: str, word: str) -> Fields | None:
        if slot in self._numbers:
            value = number(word.strip(), self._words, self._decimal)
            if value is None:
                return None
            if slot in ("day_a", "day_b"):
                return {slot: int(value)}
            return {slot.split("_")[0]: int(value) if value == int(value) else value}
        return _lookup(tuple(self._entries(slot)), slot, word)

    def _entries(self, slot: str) -> Iterator[tuple[str, Any]]:
        for key, value in self._slots[slot].items():
            yield key, tuple(sorted(value.items())) if isinstance(value, dict) else value

    def _compile(self, rule: Mapping[str, Any]) -> tuple[_Rule, frozenset[str]]:
        groups: list[tuple[int, str, bool]] = []
        body = self._expand(rule["pattern"], "", groups)
        before, after = _EDGES[self._spaced, bool(rule.get("loose", False))]
        begins = firsts(body)
        if begins is None:
            raise ValueError(f"a time rule must say what it begins with: {rule['pattern']}")
        made = _Rule(
            pattern=re.compile(f"{before}(?:{body}){after}"),
            first=dict(rule.get("set", {})),
            second=dict(rule.get("second", {})),
            groups=tuple(groups),
            ranged="second" in rule or any(later for _, _, later in groups),
            cased=bool(rule.get("cased", False)),
        )
        return made, begins

    def _expand(self, pattern: str, later: str, groups: list[tuple[int, str, bool]]) -> str:
        pieces, at = [], 0
        for found in _NAME.finditer(pattern):
            pieces.append(self._spaces(pattern[at : found.start()]))
            at = found.end()
            name, second = found.group(1), found.group(2) or later
            if name in self._macros:
                pieces.append(f"(?:{self._expand(self._macros[name], second, groups)})")
                continue
            groups.append((len(groups) + 1, name, bool(second)))
            pieces.append(f"({self._slot(name)})")
        pieces.append(self._spaces(pattern[at:]))
        return "".join(pieces)

    def _spaces(self, pattern: str) -> str:
        """A space as white space; inside a character class or a look behind, which must have one width, as one white character."""
        pieces = _FIXED.split(pattern)
        return "".join(piece.replace(" ", r"\s" if at % 2 else self._space) for at, piece in enumerate(pieces))

    def _slot(self, name: str) -> str:
        if name in self._numbers:
            pattern: str = self._numbers[name]
            if "WORDS" in pattern:
                words = "|".join(sorted((re.escape(word) for word in self._words if " " not in word), key=lambda word: (-len(word), word)))
                pattern = pattern.replace("WORDS", words or "(?!)")
            return self._spaces(pattern)
        keys = sorted(self._slots[name], key=lambda key: (-len(key), key))
        return "|".join(self._spaces(key) for key in keys)


@lru_cache(maxsize=20_000)
def _lookup(entries: tuple[tuple[str, Any], ...], slot: str, word: str) -> Fields | None:
    word = " ".join(word.split())
    for key, value in entries:
        if re.fullmatch(key, word):
            return dict(value) if isinstance(value, tuple) else {slot: value}
    return None


def _numeric(fields: Fields, order: str) -> Fields:
    """Day and month of a numeric date: by their size, else by the language's order; both readings kept where neither decides."""
    if "day_a" not in fields:
        return fields
    one, two = int(fields["day_a"]), int(fields["day_b"])
    rest = {name: value for name, value in fields.items() if name not in ("day_a", "day_b")}
    if two > 12 or (one <= 12 and order == "mdy"):
        return {**rest, "month": one, "day": two}
    if one > 12 or order == "dmy" or one == two:
        return {**rest, "month": two, "day": one}
    return {**rest, "either": (one, two)}


def _cues(table: Mapping[str, Any]) -> Cues:
    kinds = [f"(?P<{kind}>{'|'.join(table[kind])})" for kind in ("future", "present", "past") if table.get(kind)]
    stop = "|".join(table.get("stop", ()))
    return Cues(pattern=re.compile("|".join(kinds)) if kinds else None, stop=re.compile(stop) if stop else None)


def lower(text: str) -> str:
    """Lower case, code point by code point, so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


@cache
def grammar(code: str) -> Grammar:
    """The grammar that serves a language code; compiled once."""
    return Grammar(languages.base(code))
