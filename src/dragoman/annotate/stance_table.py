"""`languages/<code>/stances.toml`, compiled: how a language shows what a party demands, refuses, offers or threatens.

Entries are regular expressions as in speech.toml. `frames` have
- `plain`: the stance that the words show, `negated`: the one they show under a negation (either may be missing: no stance then);
- `kind`: "verb" (its subject holds the stance), "noun" (its possessor does, or the subject of an issuing verb), "idiom" (a verdict: the
  speaker refuses whatever it is said of), "pattern" (the group `content` of the pattern is what is demanded);
- `whole`: the stance is told with its cue ("would not accept"), otherwise by what follows it; `list`: what follows may be a list;
- `within`: counts only inside what a party says; `near`: is also a noun, and counts only right after a voice.

The rest: `negation`; `agents` ("by"); `possessives` and `genitives` (between a holder and its noun); `leads` and `tails` (words that fall
from the edges of an item); `issuing` (what makes a demand one's own); `openers` and `stops` (where the words of a noun's content begin and
end); `drops` (openers that say nothing); `joints` (between items of a list); `deliverables` (items that ask for something rather than
forbid); `acts` (stances of statements by their act).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.annotate.speech_table import any_of
from dragoman.model.annotations import StanceKind


class Frame(Struct, frozen=True):
    """A stance cue: see the module's text."""

    pattern: re.Pattern[str]
    kind: str
    plain: StanceKind | None
    negated: StanceKind | None
    whole: bool
    list: bool
    within: bool
    near: bool


class Table(Struct, frozen=True):
    """A compiled table; a language without one has no frames."""

    frames: tuple[Frame, ...]
    negation: re.Pattern[str]
    agent: re.Pattern[str]
    possessive: re.Pattern[str]
    genitive: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    drop: re.Pattern[str]
    issuing: re.Pattern[str]
    opener: re.Pattern[str]
    stop: re.Pattern[str]
    deliverable: re.Pattern[str]
    joint: re.Pattern[str]
    acts: Mapping[str, StanceKind]


@cache
def stance_table(code: str) -> Table:
    """The table of a language."""
    data = languages.own_table(code, "stances") or {}
    spaced = languages.get(code).spaced
    return Table(
        frames=tuple(_frame(entry, spaced) for entry in data.get("frames", ())),
        negation=any_of(data.get("negation", ()), spaced),
        agent=any_of(data.get("agents", ()), spaced),
        possessive=any_of(data.get("possessives", ()), spaced=False),
        genitive=any_of(data.get("genitives", ()), spaced),
        lead=any_of(data.get("leads", ()), spaced),
        drop=any_of(data.get("drops", ()), spaced),
        tail=_at_end(data.get("tails", ())),
        issuing=any_of(data.get("issuing", ()), spaced),
        opener=_plain(data.get("openers", ())),
        stop=_plain(data.get("stops", ())),
        deliverable=any_of(data.get("deliverables", ()), spaced=False),
        joint=_plain(data.get("joints", ())),
        acts=data.get("acts", {}),
    )


def _at_end(entries: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(entries)})$") if entries else any_of((), spaced=False)


def _plain(entries: list[str]) -> re.Pattern[str]:
    """Marks and words alike, words ended by a word border."""
    return any_of([entry + r"\b" if entry[-1:].isalpha() and entry[-1:].isascii() else entry for entry in entries], spaced=False)


def _frame(entry: Mapping[str, Any], spaced: bool) -> Frame:
    return Frame(
        pattern=any_of(entry["forms"], spaced),
        kind=entry["kind"],
        plain=entry.get("plain"),
        negated=entry.get("negated"),
        whole=entry.get("whole", False),
        list=entry.get("list", False),
        within=entry.get("within", False),
        near=entry.get("near", False),
    )
