"""Persons that a tagger misses or mistypes: bare surnames after a full name, foreign names after a title, Latin names in other scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from dragoman import languages
from dragoman.annotate.mention_rules import names_of, titles_of
from dragoman.annotate.mention_spans import Span, free
from dragoman.text.lemmas import lemmas
from dragoman.text.words import folded, in_dictionary, pieces

_SHORTEST = 3
"""Letters of a surname that may be looked for alone."""
_LATIN_NAME = re.compile(r"(?<![A-Za-z0-9./@_-])[A-Z][a-z]+(?:[ -][A-Z][a-z'’]+|[ ][A-Z]\.){0,3}(?![A-Za-z0-9./@_])")


def surnames(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Mentions with bare surnames of people named in full earlier added, and the same words typed as the person everywhere. A given name in
    front of such a surname belongs to it: it may be another person's."""
    full = [span for span in spans if span.type == "person" and " " in text[span.start : span.end].strip()]
    last = {key for span in full for key in _last_names(text[span.start : span.end], language)}
    retyped = [_retyped(text, span, last, language) for span in spans]
    if not last:
        return retyped
    given, added = names_of(language).given, []
    before = (0, 0)
    for start, end in pieces(text):
        word = text[start:end]
        if len(word) >= _SHORTEST and word[0].isupper() and last & set(_keys(word, language)):
            first = text[slice(*before)]
            named = text[before[1] : start] == " " and first[:1].isupper() and folded(first) in given
            whole = Span(before[0] if named else start, end, "person", 0.8, "surname")
            span = whole if free(whole, retyped) else Span(start, end, "person", 0.8, "surname")
            if free(span, retyped):
                added.append(span)
        before = (start, end)
    return sorted([*retyped, *added], key=lambda item: item.start)


def _last_names(name: str, language: str) -> tuple[str, ...]:
    words = [word for word in name.split() if word[:1].isupper()]
    word = words[-1].strip(".,'’") if words else ""
    return _keys(word, language) if len(word) >= _SHORTEST and not word.isupper() and "-" not in word else ()


def _keys(word: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((folded(word).replace("’", "'"), *lemmas(word, language))))


def _retyped(text: str, span: Span, last: set[str], language: str) -> Span:
    surface = text[span.start : span.end]
    if span.type == "person" or " " in surface or span.entity is not None or not last & set(_keys(surface, language)):
        return span
    return Span(span.start, span.end, "person", 0.8, "surname")


def majority(text: str, spans: Sequence[Span]) -> list[Span]:
    """The same surface gets one type: the one that the tables or most of its mentions give it; ties stay as they are."""
    votes: dict[str, Counter[str]] = {}
    for span in spans:
        votes.setdefault(text[span.start : span.end], Counter())[span.type] += 3 if span.by == "actors" else 1
    out = []
    for span in spans:
        (best, count), *rest = votes[text[span.start : span.end]].most_common(2)
        clear = not rest or count > 2 * rest[0][1]
        out.append(replace(span, type=best) if clear and best != span.type else span)
    return out


@cache
def _after_title(language: str) -> re.Pattern[str] | None:
    """A title followed by a run of characters that foreign names are written with, two to six a part."""
    names, titles = names_of(language), titles_of(language)
    if not names.foreign or not titles.heads:
        return None
    heads = "|".join(map(re.escape, sorted(titles.heads, key=lambda word: (-len(word), word))))
    mark = f"[{re.escape(''.join(sorted(names.joiners)))}]" if names.joiners else "(?!)"
    run = f"[{re.escape(names.foreign)}]"
    return re.compile(f"(?:{heads})({run}{{2,6}}(?:{mark}{run}{{1,6}})*)(?![\u4e00-\u9fff]?[{re.escape(names.foreign)}])")


@cache
def _joined(language: str) -> re.Pattern[str] | None:
    """Foreign names whose parts are joined by a dot, wherever they stand."""
    names = names_of(language)
    if not names.foreign or not names.joiners:
        return None
    run, mark = f"[{re.escape(names.foreign)}]", f"[{re.escape(''.join(sorted(names.joiners)))}]"
    return re.compile(f"{run}{{1,6}}(?:{mark}{run}{{1,7}})+")


def foreign(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Foreign names in Chinese characters that no span covers: after a title, or joined by a dot; and then wherever they stand again."""
    found: list[Span] = []
    for pattern, group in ((_after_title(language), 1), (_joined(language), 0)):
        for match in pattern.finditer(text) if pattern else ():
            span = Span(match.start(group), match.end(group), "person", 0.7, "foreign")
            if free(span, [*spans, *found]) and not in_dictionary(text[span.start : span.end]):
                found.append(span)
    for surface in sorted({text[span.start : span.end] for span in found}):
        for match in re.finditer(re.escape(surface), text):
            span = Span(match.start(), match.end(), "person", 0.6, "foreign")
            if free(span, [*spans, *found]):
                found.append(span)
    return found


def again(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Where the script has no spaces: persons of three characters and more are found again where the tagger missed them."""
    if languages.get(language).spaced:
        return []
    found: list[Span] = []
    for surface in sorted({text[span.start : span.end] for span in spans if span.type == "person" and span.end - span.start >= _SHORTEST}):
        for match in re.finditer(re.escape(surface), text):
            span = Span(match.start(), match.end(), "person", 0.7, "again")
            if free(span, [*spans, *found]):
                found.append(span)
    return found


def latin(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Names in Latin letters in a text of an uncased script: two words are taken for a person; one alone tells too little."""
    if languages.get(language).cased:
        return []
    found = []
    for match in _LATIN_NAME.finditer(text):
        span = Span(match.start(), match.end(), "person", 0.5, "latin")
        if " " in match.group() and free(span, spans):
            found.append(span)
    return found
