"""Spans of a tagger cut where two names were taken for one, freed of titles, and grown by the words of the name that were left out."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec.structs import replace

from dragoman.annotate.mention_rules import NameRules, TitleRules, names_of, titles_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import is_common, lemma
from dragoman.text.words import folded

_BREAK = re.compile(r"\s+[-–—―|/]+\s+|\s*[―—|;:/\n]\s*")
_TOKEN = re.compile(r"\S+")
_BEFORE = re.compile(r"(?<![\w.'’-])((?:[^\W\d_]\.|[^\W\d_][\w'’-]+))\s$")
_AFTER = re.compile(r"\s((?:[^\W\d_]\. )?[^\W\d_][\w'’-]+)(?![\w'’-])")
_POSSESSIVE = re.compile(r"['’]s? (?=\S)")
_LONGEST_PERSON = 4
"""Words up to which a name is taken for a person's."""


def cut(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Spans parted at dashes, commas, possessives and coordination, and persons parted from the words in front of them."""
    rules, titles = names_of(language), titles_of(language)
    known = {text[span.start : span.end] for span in spans}
    known |= {name.split()[-1] for span in spans if span.type == "person" for name in [text[span.start : span.end]]}
    out: list[Span] = []
    for span in spans:
        if span.by != "tagger":
            out.append(span)
            continue
        for part in _parts(text, span, rules, known):
            for piece in _without_titles(text, part, rules, titles, language):
                tight = _tight(text, piece)
                out.extend([tight] if tight is not None else [])
    return sorted(out, key=lambda item: item.start)


def _parts(text: str, span: Span, rules: NameRules, known: Set[str]) -> list[Span]:
    borders = [(match.start(), match.end()) for match in _BREAK.finditer(text, span.start, span.end)]
    surface = text[span.start : span.end]
    for match in _POSSESSIVE.finditer(surface):
        if surface[: match.start()] in known or not surface[match.end()].isupper():
            borders.append((span.start + match.start(), span.start + match.end()))
    joiners = [re.escape(word) for word in sorted(rules.coordinators)]
    pattern = re.compile(rf",\s+(?:(?:{'|'.join(joiners)}) )?|\s(?:{'|'.join(joiners)})\s" if joiners else r",\s+")
    for match in pattern.finditer(surface):
        if _parts_names(surface, match, span.type, rules, known):
            borders.append((span.start + match.start(), span.start + match.end()))
    out, at = [], span.start
    for start, end in sorted(borders):
        if start > at:
            out.append(replace(span, start=at, end=start))
        at = max(at, end)
    return [*out, replace(span, start=at)] if at < span.end else out


def _parts_names(surface: str, match: re.Match[str], kind: str, rules: NameRules, known: Set[str]) -> bool:
    """Whether a comma or "and" in a span stands between two names."""
    left, right = surface[: match.start()], surface[match.end() :]
    if folded(right).strip(".") in rules.suffixes or not right[:1].isupper():
        return False
    if kind in ("person", "place"):
        return True
    if left in known and right in known:
        return True
    return "," in match.group() and not any(word in rules.prepositions for word in folded(surface).split())


def _without_titles(text: str, span: Span, rules: NameRules, titles: TitleRules, language: str) -> list[Span]:
    """A span without an office at its head; what is only an office is nothing; "Body Given Family" are two names."""
    words = [(span.start + match.start(), span.start + match.end()) for match in _TOKEN.finditer(text[span.start : span.end])]
    plain = [folded(text[start:end]).strip(".,") for start, end in words]
    heads = [lemma(word, language) in titles.heads or word in titles.heads for word in plain]
    if any(heads) and all(head or word in titles.modifiers | titles.joiners for head, word in zip(heads, plain, strict=True)):
        return []
    if all(word in titles.modifiers for word in plain) and _head_follows(text, span.end, titles):
        return []
    for at in range(len(words) - 1, 0, -1):
        tail = plain[at:]
        if len(tail) > _LONGEST_PERSON or rules.bodies & set(tail) or rules.place_words & set(tail):
            continue
        named = tail[0] in rules.given and len(tail) > 1
        if heads[at - 1] and (span.type == "person" or named):
            front = _front(text, span, words[:at], heads[:at], plain[:at], titles)
            return [*front, replace(span, start=words[at][0], type="person")]
        if (
            named
            and span.type != "person"
            and plain[at - 1] not in rules.prepositions | rules.particles | rules.given
            and plain[0] != tail[0]
        ):
            front = [replace(span, end=words[at - 1][1])]
            return [*front, replace(span, start=words[at][0], type="person")]
    return [span]


def _head_follows(text: str, end: int, titles: TitleRules) -> bool:
    """Whether the next word is the head of an office with a capital (Chief Cabinet + Secretary)."""
    match = _AFTER.match(text, end)
    return match is not None and match.group(1)[0].isupper() and folded(match.group(1)) in titles.heads


def _front(
    text: str, span: Span, words: Sequence[tuple[int, int]], heads: Sequence[bool], plain: Sequence[str], titles: TitleRules
) -> list[Span]:
    """The name of a body or place in front of an office, where there is one."""
    stop = next(at for at in range(len(words)) if heads[at])
    while stop and plain[stop - 1] in titles.modifiers | titles.joiners:
        stop -= 1
    kind = "organisation" if span.type == "person" else span.type
    return [replace(span, end=words[stop - 1][1], type=kind)] if stop else []


def _tight(text: str, span: Span) -> Span | None:
    """A span without small words and, of a person, numbers at its end; None where no word with a capital is left."""
    words = list(_TOKEN.finditer(text[span.start : span.end]))
    while words and not _stays(words[-1].group(), span.type):
        words.pop()
    if not words or not any(char.isalpha() for char in text[span.start : span.end]):
        return None
    return replace(span, end=span.start + words[-1].end()) if words[-1].end() < span.end - span.start else span


def closed(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Spans with the full stop of an abbreviation at their end (Corp.)."""
    suffixes, out = names_of(language).suffixes, []
    for span in spans:
        last = folded(text[span.start : span.end]).rpartition(" ")[2]
        dotted = text.startswith(".", span.end) and last in suffixes and last != folded(text[span.start : span.end])
        out.append(replace(span, end=span.end + 1) if dotted else span)
    return out


def _stays(word: str, kind: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return kind != "person" and any(char.isdigit() for char in word)
    return any(char.isupper() for char in letters) or not letters[0].isascii()


def grow(text: str, spans: Sequence[Span], language: str, starts: Set[int]) -> list[Span]:
    """Persons with the given name in front of them and the family name behind them that the tagger left out."""
    rules, titles = names_of(language), titles_of(language)
    out: list[Span] = []
    for span in sorted(spans, key=lambda item: item.start):
        if span.type == "person" and span.by == "tagger":
            span = _grown_left(text, span, rules, titles, language, starts)
            span = _grown_right(text, span, rules, titles, language)
        if out and out[-1].end > span.start:
            if out[-1].end - out[-1].start >= span.end - span.start:
                continue
            out.pop()
        last = out[-1] if out else None
        if (
            last
            and text[last.end : span.start] == " "
            and _is_given(text, last, rules)
            and _may_be_family(text, span, rules, titles, language)
        ):
            out[-1] = replace(last, end=span.end, type="person")
        else:
            out.append(span)
    return out


def _may_be_family(text: str, span: Span, rules: NameRules, titles: TitleRules, language: str) -> bool:
    """Whether a span behind a given name is its family name: a person, or one word by the tagger that may belong to a name."""
    surface = text[span.start : span.end]
    return span.type == "person" or (span.by == "tagger" and " " not in surface and _may_join(surface, rules, titles, language))


def _is_given(text: str, span: Span, rules: NameRules) -> bool:
    return folded(text[span.start : span.end]) in rules.given


def _grown_left(text: str, span: Span, rules: NameRules, titles: TitleRules, language: str, starts: Set[int]) -> Span:
    for _ in range(2):
        match = _BEFORE.search(text, max(0, span.start - 24), span.start)
        word = match.group(1) if match else ""
        if not match or not _may_join(word, rules, titles, language):
            break
        given = folded(word).strip(".") in rules.given
        whole = " " in text[span.start : span.end] and len(word) > 2 and text[span.start + 1] != "."
        if not given and (match.start() in starts or whole):
            break
        span = replace(span, start=match.start())
    return span


def _grown_right(text: str, span: Span, rules: NameRules, titles: TitleRules, language: str) -> Span:
    surface = text[span.start : span.end]
    match = _AFTER.match(text, span.end)
    if not match or (" " in surface and not _all_given(surface, rules)) or not _all_given(surface, rules):
        return span
    return replace(span, end=match.end()) if _may_join(match.group(1), rules, titles, language) else span


def _all_given(surface: str, rules: NameRules) -> bool:
    return all(folded(word) in rules.given or len(word.strip(".")) == 1 for word in surface.split())


def _may_join(word: str, rules: NameRules, titles: TitleRules, language: str) -> bool:
    """Whether a word may be part of a person's name: it has a capital and is no office, people, body or ordinary word."""
    plain = folded(word).strip(".")
    if not word[0].isupper() or (word.isupper() and len(word) > 2):
        return False
    if plain in rules.given:
        return True
    unwanted = titles.heads | titles.modifiers | titles.honorifics | rules.nationalities | rules.bodies | rules.place_words | rules.junk
    return plain not in unwanted and not is_common(word, language) and (len(plain) > 1 or word.endswith("."))
