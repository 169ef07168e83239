"""`languages/<code>/speech.toml`, compiled: how a language says who said what.

A table holds regular expressions (matched without regard to case; in spaced languages whole words only):

- `complementizers` open a content clause ("that"); `conjunctions` open a clause; `coordinators` join verbs of one subject;
- `prepositions` before and `possessives` after a name show that it is no subject; `negation` right before a cue takes the statement away,
  and so do `passives` ("was accused") unless the cue has a form of `active`, and `agents` after it ("rejected by");
- `hearers` and `after_cue` are told-whom and when-and-where phrases skipped after a cue; `questions` make a question of a content;
- `roles`, `groups`, `bodies` are nouns that can speak ("spokesman", "officials", "ministry"), `observers` those who speak for no
  party, `several` groups that are of more than one party ("both sides"), `apart` those who speak for themselves ("strikers"), `media`
  the relays, `title_words` what may stand in front of a speaker's name, `sides` what makes a side of a country's short name (俄 and
  俄方), `endings` the inflections of names, `elisions` what is written before them in one word (l’, d’);
- `marks` are pairs of quotation marks beside those of the language card;
- `particles` mark the subject where the cue comes last, as in Japanese;
- `pronouns` by kind: person, group, thing, relative, latter, former;
- `cues`: `forms` with the `act` they show and a `frame`: "clause" (takes a content clause), "object" (takes what it is about),
  "quote" (counts only with a quotation); `relay` marks those who pass words on, `near` forms that are also nouns and count only
  right after a speaker, `weak` those of belief and wish rather than speech, `deed` those of doing as much
  as saying, which tell nothing said where a country is their subject;
- `according`: phrases around a speaker, or around his pronoun (`before`, `after`), `via` where the phrase names a relay only, `bare`
  where no comma need follow the name; `inverts` says that a subject may follow its verb at any place;
- `content`: patterns that give a plain "said" its act, first match wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from dragoman import languages
from dragoman.model.annotations import Act

NEVER = re.compile(r"(?!)")


class Cue(Struct, frozen=True):
    """A cue pattern with what it shows."""

    pattern: re.Pattern[str]
    act: Act
    frame: str
    relay: bool = False
    near: bool = False
    weak: bool = False
    deed: bool = False


class According(Struct, frozen=True):
    """A phrase that names a source: words before and after it; `via` for a relay, `bare` where no comma
    need follow the name."""

    before: re.Pattern[str]
    after: re.Pattern[str] | None
    via: bool
    bare: bool


class Speech(Struct, frozen=True):
    """A compiled table; patterns of kinds that the language lacks never match."""

    card: languages.Language
    complementizer: re.Pattern[str]
    conjunction: re.Pattern[str]
    coordinator: re.Pattern[str]
    preposition: re.Pattern[str]
    possessive: re.Pattern[str]
    negation: re.Pattern[str]
    passive: re.Pattern[str]
    active: re.Pattern[str]
    agent: re.Pattern[str]
    adverb: re.Pattern[str]
    hearer: re.Pattern[str]
    after_cue: re.Pattern[str]
    question: re.Pattern[str]
    nouns: Mapping[str, re.Pattern[str]]
    observer: re.Pattern[str]
    several: re.Pattern[str]
    apart: re.Pattern[str]
    elision: re.Pattern[str]
    title_word: re.Pattern[str]
    particle: re.Pattern[str]
    sides: tuple[str, ...]
    inverts: bool
    ending: re.Pattern[str]
    pronouns: Mapping[str, re.Pattern[str]]
    cues: tuple[Cue, ...]
    according: tuple[According, ...]
    content: tuple[tuple[Act, re.Pattern[str]], ...]


@cache
def speech(code: str) -> Speech:
    """The table of a language; the neutral one knows quotation marks and the colon only."""
    data, card = languages.table(code, "speech"), languages.get(code)

    def one(entries: Iterable[str]) -> re.Pattern[str]:
        return any_of(entries, card.spaced)

    return Speech(
        card=card,
        complementizer=one(data.get("complementizers", ())),
        conjunction=one(data.get("conjunctions", ())),
        coordinator=one(data.get("coordinators", ())),
        preposition=one(data.get("prepositions", ())),
        possessive=any_of(data.get("possessives", ()), spaced=False),
        negation=one(data.get("negation", ())),
        passive=one(data.get("passives", ())),
        active=one(data.get("active", ())),
        agent=one(data.get("agents", ())),
        adverb=one(data.get("adverbs", ())),
        hearer=one(data.get("hearers", ())),
        after_cue=one(data.get("after_cue", ())),
        question=any_of(data.get("questions", ()), spaced=False),
        nouns={kind: one(data.get(kind, ())) for kind in ("roles", "groups", "observers", "bodies", "media")},
        observer=one(data.get("observers", ())),
        elision=any_of(data.get("elisions", ()), spaced=False),
        apart=one(data.get("apart", ())),
        several=one(data.get("several", ())),
        title_word=one((*data.get("title_words", ()), *data.get("roles", ()), *data.get("groups", ()), *data.get("bodies", ()))),
        ending=any_of(data.get("endings", ()), spaced=False),
        particle=any_of(data.get("particles", ()), spaced=False),
        inverts=data.get("inverts", False),
        sides=tuple(data.get("sides", ())),
        pronouns={kind: one(entries) for kind, entries in sorted(data.get("pronouns", {}).items())},
        cues=tuple(_cue(entry, card.spaced) for entry in data.get("cues", ())),
        according=tuple(_according(entry, card.spaced) for entry in data.get("according", ())),
        content=tuple((entry["act"], one(entry["patterns"])) for entry in data.get("content", ())),
    )


def any_of(entries: Iterable[str], spaced: bool) -> re.Pattern[str]:
    """One pattern for all entries, longer ones first; whole words in spaced languages."""
    listed = sorted(entries, key=lambda entry: (-len(entry), entry))
    if not listed:
        return NEVER
    body = "|".join(listed)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if spaced else f"(?:{body})", re.IGNORECASE)


def _cue(entry: Mapping[str, Any], spaced: bool) -> Cue:
    return Cue(
        any_of(entry["forms"], spaced),
        entry["act"],
        entry["frame"],
        entry.get("relay", False),
        entry.get("near", False),
        entry.get("weak", False),
        entry.get("deed", False),
    )


def _according(entry: Mapping[str, Any], spaced: bool) -> According:
    after = any_of([entry["after"]], spaced) if "after" in entry else None
    return According(any_of([entry["before"]], spaced), after, entry.get("via", False), entry.get("bare", False))
