"""Names where no spaces part the words: what a word tagger of such a language gets wrong, by its own words and how sure it is.
Schema: docstring of `mention_glued_rules`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from dragoman.annotate import mention_called
from dragoman.annotate.mention_gazetteer import Text, gazetteer
from dragoman.annotate.mention_glued_rules import GluedRules, rules_of
from dragoman.annotate.mention_rules import names_of
from dragoman.annotate.mention_spans import Span, free, overlap

Word = tuple[int, int, str, float]
_LONGEST_BODY = 18
"""Characters that a body's name may go on after the first name in it."""


def sure_enough(spans: Sequence[Span], language: str) -> list[Span]:
    """Without the names that the tagger itself hardly believes in."""
    least = rules_of(language).least
    return [span for span in spans if span.by != "tagger" or span.sure >= least.get(span.type, 0.0)]


def repaired(prepared: Text, spans: Sequence[Span], words: Sequence[Word]) -> list[Span]:
    """The spans with the rules of glued.toml applied, in order, never overlapping."""
    rules, text = rules_of(prepared.language), prepared.text
    if not rules.inside:
        return list(spans)
    spans = mention_called.completed(text, spans, words, rules)
    spans = [*spans, *_letters(prepared, spans, rules)]
    spans = mention_called.touching(text, spans, rules, names_of(prepared.language).foreign)
    spans = mention_called.dotted(text, spans, prepared.language)
    spans = [part for span in spans if not _no_body(text, span, rules) for part in _parted(prepared, span, rules)]
    spans = _bodies(text, [_retyped(text, _tidied(prepared, span, rules), rules) for span in spans], words, rules)
    spans = _clubs(text, spans, rules)
    spans = [one for span in spans for one in mention_called.addressed(text, span, spans, rules)]
    return _works(text, spans, rules)


def _ends(surface: str, endings: Sequence[str]) -> str:
    """The longest of the endings that the surface has before its end, "" where none."""
    fitting = [ending for ending in endings if surface.endswith(ending) and len(surface) > len(ending)]
    return max(fitting, key=len, default="")


def _no_body(text: str, span: Span, rules: GluedRules) -> bool:
    """Whether what the tagger or a list takes for a body is one character, or the beginning of a common word."""
    if span.type == "organisation" and span.by == "tagger" and span.end - span.start == 1:
        return True
    return span.type == "organisation" and text[span.end : span.end + 1] in tuple(rules.not_before.get(text[span.end - 1], ""))


def _known_to(prepared: Text, start: int, end: int, kind: str = "") -> int:
    """Where the longest known name (of a type) that begins at `start` ends, `start` itself where none does before `end`."""
    first, stop = bisect_left(prepared.spans, (start, start)), bisect_left(prepared.spans, (end, end))
    hit = gazetteer(prepared.language)[0].longest(prepared.forms, first, stop)
    return prepared.spans[hit[0] - 1][1] if hit and (not kind or any(known.type == kind for known in hit[1])) else start


def _parted(prepared: Text, span: Span, rules: GluedRules) -> Iterator[Span]:
    """A tagged body that two whole names and a word between them make is two."""
    text = prepared.text
    if span.by == "tagger" and span.type != "person":
        for joint in rules.joints:
            at = text.find(joint, span.start + 2, span.end - 1)
            if at > 0 and (joint.isascii() or _two_names(prepared, span, at, at + len(joint), rules)):
                yield replace(span, end=at)
                if at + len(joint) < span.end:
                    yield replace(span, start=at + len(joint))
                return
    yield span


def _two_names(prepared: Text, span: Span, end: int, start: int, rules: GluedRules) -> bool:
    left, right = prepared.text[span.start : end], prepared.text[start : span.end]
    whole = _known_to(prepared, span.start, end) == end or _known_to(prepared, start, span.end) == span.end
    return whole or bool(_ends(left, rules.certain_bodies) and _ends(right, rules.certain_bodies))


def _tidied(prepared: Text, span: Span, rules: GluedRules) -> Span:
    """A tagged name of a place or body without what follows a known name and does not end like one."""
    if span.by != "tagger" or span.type == "person":
        return span
    surface = prepared.text[span.start : span.end]
    ending = _ends(surface, rules.loose_end)
    if ending and len(surface) > len(ending) + 1:
        span = replace(span, end=span.end - len(ending))
    known = _known_to(prepared, span.start, span.end, span.type)
    last = prepared.text[span.end - 1]
    if span.start < known < span.end and last not in (rules.place_ends if span.type == "place" else rules.body_ends):
        return replace(span, end=known)
    return span


def _retyped(text: str, span: Span, rules: GluedRules) -> Span:
    """A name that ends like a place or a body is one, whatever the tagger says."""
    surface = text[span.start : span.end]
    if span.by != "tagger" or span.type == "other":
        return span
    if _ends(surface, rules.venues):
        return replace(span, type="place")
    if _ends(surface, rules.certain_bodies):
        return replace(span, type="organisation")
    return span


@cache
def _direct(language_forces: tuple[str, ...], team: str) -> re.Pattern[str]:
    forces = "|".join(map(re.escape, sorted(language_forces, key=len, reverse=True)))
    return re.compile(f"(?:{team}|{forces})" if team else f"(?:{forces})")


def _letters(prepared: Text, spans: Sequence[Span], rules: GluedRules) -> list[Span]:
    """Letters that the word beside them makes a country (访华, 俄总统)."""
    text, found = prepared.text, []
    for match in _around(tuple(rules.visited.items()), rules.followed_letters, rules.after_letters).finditer(text):
        at = match.start() + (1 if match.group("visit") else 0)
        covering = prepared.inner.get(at) or prepared.inner.get(at + 1)
        span = Span(at, at + 1, "place", 0.8, "letter", None, "short")
        if covering in (None, match.span("visit")) and free(span, spans):
            found.append(span)
    return found


@cache
def _around(visited: tuple[tuple[str, str], ...], followed: str, after: tuple[str, ...]) -> re.Pattern[str]:
    visits = "|".join(f"[{verbs}]{letter}" for letter, verbs in visited) or "(?!)"
    return re.compile(f"(?P<visit>{visits})|(?P<led>[{followed or chr(0)}](?={'|'.join(after) or '(?!)'}))")


def _bodies(text: str, spans: Sequence[Span], words: Sequence[Word], rules: GluedRules) -> list[Span]:
    """Bodies whose name goes on after the place or body that the tagger saw."""
    starts, pattern = [word[0] for word in words], _direct(rules.forces, rules.team)
    out: list[Span] = []
    ordered = sorted(spans, key=lambda item: item.start)
    for span in ordered:
        if out and span.start < out[-1].end:
            continue
        posted = bool(rules.posted) and text.startswith(rules.posted, span.start - 1) and span.start > 0
        mission = _ends(text[span.start : span.end], rules.missions) if posted and span.type == "organisation" else ""
        if mission and span.by == "tagger":
            span = replace(span, end=span.end - len(mission))
        if posted and out and out[-1].type == "place" and out[-1].end == span.start - 1 and span.type == "place":
            mission = next((word for word in rules.missions if text.startswith(word, span.end)), "")
            if mission:
                out[-1] = Span(out[-1].start, span.end + len(mission), "organisation", span.sure, "body", party=out[-1].entity)
                continue
        if span.type in ("place", "organisation") and text[span.start : span.end].isalpha() and not posted:
            match = pattern.match(text, span.end) if span.type == "place" else None
            end = max(match.end() if match else 0, _head_after(text, span, words, starts, rules))
            crossing = [other for other in ordered if other.start < end < other.end]
            if end > span.end and not crossing and not (match and match.end() == end and text.startswith(rules.no_end, end)):
                span = Span(span.start, end, "organisation", span.sure, "body", party=span.entity or span.party)
        out.append(span)
    return out


def _head_after(text: str, span: Span, words: Sequence[Word], starts: Sequence[int], rules: GluedRules) -> int:
    """Where the last head after a span ends that only words of the allowed kinds lead to, 0 where there is none."""
    at, best, between = bisect_left(starts, span.end), 0, 0
    if at >= len(words) or words[at][0] != span.end:
        return 0
    while at < len(words) and words[at][2] in rules.inside and words[at][1] - span.end <= _LONGEST_BODY:
        surface = text[words[at][0] : words[at][1]]
        whole = text[span.end : words[at][1]]
        if between and surface.endswith(rules.offices):
            return words[at][1] - 1
        if surface.endswith(rules.heads) and (between or _ends(whole, rules.heads) or span.type == "organisation"):
            best = words[at][1]
        between += 1
        at += 1
    return best


def _clubs(text: str, spans: Sequence[Span], rules: GluedRules) -> list[Span]:
    if sum(cue in text for cue in rules.club_cues) < 2:
        return list(spans)
    return [
        Span(span.start, span.end, "organisation", span.sure, "club") if text[span.start : span.end] in rules.clubs else span
        for span in spans
    ]


def _works(text: str, spans: Sequence[Span], rules: GluedRules) -> list[Span]:
    """Titles of works as one span each; what lies in one is no mention."""
    titles = []
    for opening, closing in rules.works:
        for match in re.finditer(f"{re.escape(opening)}([^{re.escape(opening + closing)}\n]+){re.escape(closing)}", text):
            titles.append(Span(match.start(1), match.end(1), "other", 0.9, "work"))
    kept = [span for span in spans if free(span, titles)] if titles else list(spans)
    return sorted([*kept, *(title for title in titles if not any(overlap(title, span) for span in kept))], key=lambda span: span.start)
