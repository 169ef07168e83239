"""The event tables of a language (`languages/<code>/events.toml`), compiled once.

How entries are written. Words stand as they are; `*` at the end of a word takes any ending ("встреч*"), ` .. ` stands for up to four
words (twelve characters where words are not spaced) without punctuation, an entry that starts with "/" is a regular expression.
Types are PLOVER roots (Halterman et al. 2023, "PLOVER and POLECAT") in lower case, with five of our own for a news desk's
calendar: statement, vote, ruling, deadline, and harm for disasters and accidents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from dragoman import languages
from dragoman.text.chinese import simplified

ANY_FORMAT = "any"
CODED = "coded"
"""The format key of words that name a relation between two sides but no happening of its own ("urged", "willing to"): what is
said is shown as statements and positions, not on the timeline."""
NOTHING = re.compile(r"(?!)")


class Trigger(Struct, frozen=True):
    """Words that name an event: its type (a PLOVER root), and its format where the words settle it."""

    start: int
    end: int
    type: str
    format: str | None


class Lexicon(Struct, frozen=True):
    """Compiled event words of a language. `triggers` are (type, format, pattern); `signs` maps "section.key" of the table to a
    pattern that matches nothing where the table lacks the key; `compounds` maps short country names to party ids; `spaced` and
    `time_first` say how the language writes words and where it puts the time of a clause; `script` is its own (ISO 15924)."""

    triggers: tuple[tuple[str, str | None, re.Pattern[str]], ...]
    signs: Mapping[str, re.Pattern[str]]
    compounds: Mapping[str, str]
    spaced: bool
    time_first: bool
    script: str = ""

    def sign(self, key: str) -> re.Pattern[str]:
        """The pattern of "section.key"."""
        return self.signs.get(key, NOTHING)


def pattern(words: Sequence[str], spaced: bool) -> re.Pattern[str]:
    """One pattern for all entries, longer ones first."""
    if not words:
        return NOTHING
    raw = [word[1:] for word in words if word.startswith("/")]
    plain = [_entry(word, spaced) for word in sorted(set(words), key=lambda word: (-len(word), word)) if not word.startswith("/")]
    parts = [f"(?<!\\w)(?:{'|'.join(plain)})(?!\\w)" if spaced else f"(?:{'|'.join(plain)})"] if plain else []
    return re.compile("|".join(raw + parts), re.IGNORECASE)


def _entry(word: str, spaced: bool) -> str:
    gap = r"(?:\s[^\s,;:.!?，；]+){0,4}?\s" if spaced else r"[^，,。；;：:！？\n]{0,12}?"
    pieces = [re.escape(piece).replace("'", "['’]") for piece in re.split(r"\s*\.\.\s*", word)]
    pieces = [piece.replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for piece in pieces]
    return gap.join(pieces)


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled tables of a BCP 47 language; the neutral ones where it has none."""
    table = languages.table(language, "events")
    card = languages.get(language)
    spaced = card.spaced
    triggers = []
    for kind, formats in sorted(table.get("triggers", {}).items()):
        for form, words in sorted(formats.items()):
            triggers.append((kind, None if form == ANY_FORMAT else form, pattern(words, spaced)))
    sections = {name: section for name, section in table.items() if name not in ("triggers", "compounds") and isinstance(section, dict)}
    signs = {f"{name}.{key}": pattern(words, spaced) for name, section in sections.items() for key, words in section.items()}
    compounds: dict[str, str] = dict(table.get("compounds", {}))
    return Lexicon(tuple(triggers), signs, compounds, spaced, bool(table.get("time_first", False)), card.script)


def formats(book: Lexicon) -> list[tuple[str, re.Pattern[str]]]:
    """(format, pattern) of words that settle the format of a trigger beside them."""
    return [(key.removeprefix("format."), sign) for key, sign in sorted(book.signs.items()) if key.startswith("format.")]


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spans blanked, offsets kept: the month in "3 May" is no modal verb."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def triggers(text: str, book: Lexicon, taken: Sequence[tuple[int, int]] = (), coded: bool = False) -> list[Trigger]:
    """Trigger words of a text in order, without overlaps: the longer wins, then the earlier. Words that touch a blocked phrase or
    stand inside a span of `taken` (names) name nothing. `coded` adds the words that name relations only."""
    busy, named = bytearray(len(text)), bytearray(len(text))
    for start, end in (match.span() for match in book.sign("blocked.words").finditer(text)):
        busy[start:end] = b"\1" * (end - start)
    for start, end in taken:
        named[start:end] = b"\1" * (end - start)
    found = [
        Trigger(match.start(), match.end(), kind, form)
        for kind, form, words in book.triggers
        if coded or form != CODED
        for match in words.finditer(text)
        if not all(named[match.start() : match.end()])
    ]
    kept: list[Trigger] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start, one.format != CODED, one.type, one.format or "~")):
        if not any(busy[one.start : one.end]):
            busy[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def plain(text: str, book: Lexicon) -> str:
    """The text as the tables write it: simplified characters for a language whose table has them; offsets hold."""
    return simplified(text) if book.script == "Hans" else text
