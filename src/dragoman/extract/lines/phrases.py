"""Phrases that furniture is known by: `[[line]]` rules of `languages/*/furniture.toml`, all languages at once (a Chinese portal may carry
an English article)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from dragoman import languages
from dragoman.extract.who import grammar
from dragoman.model.article import NoticeKind
from dragoman.text.lines import bare, ends_sentence, weight
from dragoman.text.sieve import Sieve, fold

LONGEST = 200
# A line that goes on with the text after a list of links: a sentence of this many words, or a full stop after half as many.
GOES_ON = 25


class Label(Struct, frozen=True):
    """What a line is and which rule says so; `notice` is a kind of `model.article.Notice` where the line is one."""

    kind: str
    why: str
    notice: NoticeKind | None = None
    tail: bool = False


class _Rule(Struct, frozen=True):
    label: Label
    script: re.Pattern[str] | None
    longest: int


class Rules(Struct, frozen=True):
    """The phrase rules of every language: whole lines, and rules in their order with their beginnings (under two letters of them) and
    their patterns."""

    exact: dict[str, Label]
    others: tuple[_Rule, ...]
    starts: dict[str, tuple[tuple[str, int], ...]]
    patterns: Sieve[int]
    longest: int


@cache
def rules() -> Rules:
    """Compiled once; the neutral language comes first, then the folders in their order."""
    exact: dict[str, Label] = {}
    others: list[_Rule] = []
    starts: dict[str, list[tuple[str, int]]] = {}
    patterns: list[tuple[re.Pattern[str], int]] = []
    tables = languages.tables("furniture")
    for code in sorted(tables, key=lambda code: (code != languages.NEUTRAL, code)):
        script = grammar.script_of(code)
        for entry in tables[code].get("line", ()):
            label = Label(entry["kind"], f"{entry['why']} ({code})", entry.get("notice"), bool(entry.get("tail")))
            for phrase in entry.get("exact", ()):
                exact.setdefault(bare(phrase), label)
            for phrase in map(fold, entry.get("starts", ())):
                starts.setdefault(phrase[:2], []).append((phrase, len(others)))
            patterns.extend((re.compile(pattern, re.IGNORECASE), len(others)) for pattern in entry.get("patterns", ()))
            once = Label(label.kind, label.why, label.notice)
            others.append(_Rule(once, script, entry.get("longest", LONGEST)))
    by_start = {key: tuple(found) for key, found in starts.items()}
    return Rules(exact, tuple(others), by_start, Sieve(patterns), max(rule.longest for rule in others))


@lru_cache(maxsize=16_384)
def by_phrase(text: str) -> Label | None:
    """The label that a phrase of some language gives a line, None where none does."""
    table = rules()
    if len(text) > table.longest:
        return None
    found = table.exact.get(bare(text))
    if found is not None:
        return found
    kept = _kept(text)
    return kept[0].label if kept else None


def notices(text: str) -> tuple[NoticeKind, ...]:
    """Every kind of notice that the line is, not only the first: a disclaimer may forbid, disown and invite takedowns at once."""
    if len(text) > rules().longest:
        return ()
    return tuple(dict.fromkeys(rule.label.notice for rule in _kept(text) if rule.label.notice is not None))


@lru_cache(maxsize=16_384)
def _kept(text: str) -> tuple[_Rule, ...]:
    """The rules that a line keeps, in their order."""
    table = rules()
    folded = fold(text)
    chances: dict[int, list[re.Pattern[str]]] = {}
    for pattern, number in table.patterns.sift(folded):
        chances.setdefault(number, []).append(pattern)
    begun = {number for key in (folded[:2], folded[:1]) for start, number in table.starts.get(key, ()) if folded.startswith(start)}
    return tuple(
        rule
        for number in sorted(chances.keys() | begun)
        if _suits(rule := table.others[number], text) and (number in begun or any(one.fullmatch(text) for one in chances[number]))
    )


def _suits(rule: _Rule, text: str) -> bool:
    if len(text) > rule.longest:
        return False
    if rule.script is not None and rule.script.search(text) is None:
        return False
    return not (rule.label.kind == "byline" and ends_sentence(text) and weight(text) >= GOES_ON / 2)


@cache
def _keyword_labels() -> tuple[str, ...]:
    tables = languages.tables("furniture").values()
    return tuple(sorted({label.casefold() for table in tables for label in table.get("keywords", {}).get("labels", ())}))


def offered_keywords(text: str) -> bool:
    """Whether a tag line offers automatic keywords rather than an editor's tags."""
    return text.casefold().lstrip("【[ ").startswith(_keyword_labels())
