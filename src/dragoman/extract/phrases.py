"""Phrases that furniture is known by: `[[line]]` rules of `languages/*/furniture.toml`, all languages at once (a Chinese portal may carry
an English article)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from dragoman import languages
from dragoman.model.article import NoticeKind
from dragoman.text.lines import bare, ends_sentence, weight

LONGEST = 200
# A line that goes on with the text after a list of links: a sentence of this many words, or a full stop after half as many.
GOES_ON = 25
# Letters by ISO 15924 script: a language's phrases need not be tried on lines without any.
_SCRIPTS = {
    "Latn": re.compile("[a-zA-Z]"),
    "Cyrl": re.compile("[\u0400-\u04ff]"),
    "Arab": re.compile("[\u0600-\u06ff]"),
    "Hans": re.compile("[\u4e00-\u9fff]"),
    "Jpan": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
}


class Label(Struct, frozen=True):
    """What a line is and which rule says so; `notice` is a kind of `model.article.Notice` where the line is one."""

    kind: str
    why: str
    notice: NoticeKind | None = None
    tail: bool = False


class _Rule(Struct, frozen=True):
    label: Label
    script: re.Pattern[str] | None
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    longest: int


class Rules(Struct, frozen=True):
    """The phrase rules of every language."""

    exact: dict[str, Label]
    others: tuple[_Rule, ...]
    notices: tuple[_Rule, ...]
    longest: int


@cache
def rules() -> Rules:
    """Compiled once; the neutral language comes first, then the folders in their order."""
    exact: dict[str, Label] = {}
    others: list[_Rule] = []
    tables = languages.tables("furniture")
    for code in sorted(tables, key=lambda code: (code != languages.NEUTRAL, code)):
        table = tables[code]
        script = None if code == languages.NEUTRAL else _SCRIPTS.get(languages.get(code).script)
        for entry in table.get("line", ()):
            why = f"{entry['why']} ({code})"
            label = Label(entry["kind"], why, entry.get("notice"), bool(entry.get("tail")))
            for phrase in entry.get("exact", ()):
                exact.setdefault(bare(phrase), label)
            starts = tuple(phrase.casefold() for phrase in entry.get("starts", ()))
            patterns = tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry.get("patterns", ()))
            once = Label(label.kind, label.why, label.notice)
            others.append(_Rule(once, script, starts, patterns, entry.get("longest", LONGEST)))
    telling = tuple(rule for rule in others if rule.label.notice)
    return Rules(exact, tuple(others), telling, max(rule.longest for rule in others))


@lru_cache(maxsize=4096)
def by_phrase(text: str) -> Label | None:
    """The label that a phrase of some language gives a line, None where none does."""
    table = rules()
    if len(text) > table.longest:
        return None
    found = table.exact.get(bare(text))
    if found is not None:
        return found
    folded = text.casefold()
    for rule in table.others:
        if _applies(rule, text, folded):
            return rule.label
    return None


def _applies(rule: _Rule, text: str, folded: str) -> bool:
    if len(text) > rule.longest:
        return False
    if rule.script is not None and rule.script.search(text) is None:
        return False
    if rule.label.kind == "byline" and ends_sentence(text) and weight(text) >= GOES_ON / 2:
        return False
    return (bool(rule.starts) and folded.startswith(rule.starts)) or any(pattern.fullmatch(text) for pattern in rule.patterns)


def notices(text: str) -> list[NoticeKind]:
    """Every kind of notice that the line is, not only the first: a disclaimer may forbid, disown and invite takedowns at once."""
    folded = text.casefold()
    kinds: dict[NoticeKind, None] = {}
    for rule in rules().notices:
        kind = rule.label.notice
        if kind is not None and kind not in kinds and _applies(rule, text, folded):
            kinds[kind] = None
    return list(kinds)


@cache
def _keyword_labels() -> tuple[str, ...]:
    tables = languages.tables("furniture").values()
    return tuple(sorted({label.casefold() for table in tables for label in table.get("keywords", {}).get("labels", ())}))


def offered_keywords(text: str) -> bool:
    """Whether a tag line offers automatic keywords rather than an editor's tags."""
    return text.casefold().lstrip("【[ ").startswith(_keyword_labels())
