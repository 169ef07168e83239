"""Persons where no spaces part the words: names that the tagger cut short or in two, and surnames beside what people are called by.
Schema: docstring of `mention_glued_rules`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from dragoman.annotate.mention_glued_rules import GluedRules
from dragoman.annotate.mention_repairs import left_of_title
from dragoman.annotate.mention_rules import names_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.words import in_dictionary

Word = tuple[int, int, str, float]


def completed(text: str, spans: Sequence[Span], words: Sequence[Word], rules: GluedRules) -> list[Span]:
    """Persons' names with the character that the tagger took for a particle: none stands between a name and a mark."""
    begins = {word[0]: word for word in words}
    out = []
    for span in spans:
        end = span.end
        next_word = begins.get(end)
        if next_word and span.type == "person" and span.by == "tagger" and end - span.start == 2 and text[span.start] in rules.surnames:
            char, after = text[end : next_word[1]], text[next_word[1] : next_word[1] + 2]
            if len(char) == 1 and char not in rules.never_given and "\u4e00" <= char <= "\u9fff":
                closed = not after or not after[0].isalnum()
                if (closed and next_word[2] in rules.completing) or after.startswith(rules.sayings):
                    span = replace(span, end=end + 1)
        out.append(span)
    return out


def touching(text: str, spans: Sequence[Span], rules: GluedRules, foreign: str) -> list[Span]:
    """One person where the tagger cut the surname off, or a foreign name in two."""
    out: list[Span] = []
    for span in sorted(spans, key=lambda item: item.start):
        last = out[-1] if out else None
        if last and last.type == span.type == "person" and last.by == span.by == "tagger" and last.end in (span.start, span.start - 1):
            gap, letters = text[last.end : span.start], text[last.start : last.end] + text[span.start : span.end]
            split = not gap and last.end - last.start == 1 and len(letters) <= 3
            if split or (gap in ("", "-") and set(letters) <= set(foreign) and len(letters) <= 8):
                out[-1] = replace(last, end=span.end)
                continue
        out.append(span)
    return out


def addressed(text: str, span: Span, spans: Sequence[Span], rules: GluedRules) -> Iterator[Span]:
    """A surname with what people are called by: the surname after `public` words, nothing after `private` ones, unless the text
    names somebody of that surname in full; nothing for a pet name."""
    surface = text[span.start : span.end]
    if span.type != "person" or span.by == "actors" or (surface[0] not in rules.surnames and surface[0] not in rules.nicknames):
        yield span
        return
    title = surface[1:] or next((word for word in (*rules.private, *rules.public) if text.startswith(word, span.end)), "")
    if title in rules.public or (title in rules.private and _named_in_full(text, surface[0], spans, rules)):
        yield replace(span, end=span.start + 1)
    elif title not in rules.private and not (len(surface) == 2 and surface[0] in rules.nicknames and surface[1] in rules.surnames):
        yield span


def _named_in_full(text: str, surname: str, spans: Sequence[Span], rules: GluedRules) -> bool:
    names = (text[span.start : span.end] for span in spans if span.type == "person")
    return any(name[0] == surname and name[1:] and name[1:] not in (*rules.private, *rules.public) for name in names)


def dotted(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Foreign names joined by a dot as one person where the tagger has only parts of one, or took its beginning for a place."""
    names = names_of(language)
    if not names.foreign or not names.joiners:
        return list(spans)
    kept = list(spans)
    for match in _chain(names.foreign + names.foreign_dotted, "".join(sorted(names.joiners))).finditer(text):
        under = [span for span in kept if span.start < match.end() and match.start() < span.end]
        start, end = _borders(text, match, under, language)
        parts = [span for span in under if span.end > start]
        if parts and not any(span.start <= start and end <= span.end for span in parts) and all(span.start >= start for span in parts):
            longest = max([end, *(span.end for span in parts)])
            kept = [span for span in kept if span not in parts]
            kept.append(Span(start, longest, "person", 0.8, "foreign"))
    return sorted(kept, key=lambda span: span.start)


def _borders(text: str, match: re.Match[str], under: Sequence[Span], language: str) -> tuple[int, int]:
    """Where a chain of characters that names are written with is a name: behind other names and offices, and not into a word behind it
    that goes on past the chain."""
    start, end = match.span()
    start = max([start, *(span.end for span in under if span.type != "person" and span.end < match.start("dot") - 1)])
    start += left_of_title(text, start, language)
    tagged = max([match.end("dot") + 1, *(span.end for span in under if span.type == "person")])
    while end > tagged and end < len(text) and in_dictionary(text[end - 1 : end + 1]):
        end -= 1
    return min(start, match.start("dot") - 1), end


@cache
def _chain(foreign: str, joiners: str) -> re.Pattern[str]:
    run, mark = f"[{re.escape(foreign)}]", f"[{re.escape(joiners)}-]"
    return re.compile(f"{run}{{1,7}}(?:-{run}{{1,7}})?(?P<dot>[{re.escape(joiners)}]){run}{{1,7}}(?:{mark}{run}{{1,7}})*")
