"""Names where no spaces part the words: what a word tagger of such a language gets wrong, by its own words and how sure it is.

glued.toml, all keys optional:
- `least`: by type, the probability under which a name of the tagger's is left out.
- `works`: (opening, closing) marks around the title of a work: what they hold is that title and names nothing else.
- `joints`: words that join two names into one span; `loose_end`: words that end no name of a place or body.
- `venues`, `certain_bodies`: endings that make a name a place, a body.
- `team` (regular expression), `forces`: what makes a body of a place's name directly before it.
- `heads`: last words of a body's long name; `inside`: tags of the tagger that may stand between the first name and the head;
  `no_end`: what follows where the word is not the end of a body's name but of an office.
- `surnames`: characters; `private`, `public`: what follows a surname alone: with the first the bearer stays unnamed and is no mention
  unless the text names them in full, with the second the surname is the mention. `nicknames`: what a pet name begins with.
- `clubs`: sports clubs that are also a city or a person; they are clubs in a text with two of the `club_cues`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct, convert
from msgspec.structs import replace

from dragoman import languages
from dragoman.annotate.mention_spans import Span, free, overlap

Word = tuple[int, int, str, float]
_LONGEST_BODY = 18
"""Characters that a body's name may go on after the first name in it."""


class GluedRules(Struct, frozen=True):
    """glued.toml of a language."""

    least: dict[str, float] = {}
    works: tuple[tuple[str, str], ...] = ()
    joints: tuple[str, ...] = ()
    loose_end: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    certain_bodies: tuple[str, ...] = ()
    team: str = ""
    forces: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    no_end: tuple[str, ...] = ()
    surnames: str = ""
    private: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    club_cues: tuple[str, ...] = ()
    clubs: frozenset[str] = frozenset()


@cache
def rules_of(language: str) -> GluedRules:
    """The rules of a language, empty where it has none."""
    return convert(dict(languages.own_table(language, "glued") or {}), GluedRules)


def sure_enough(spans: Sequence[Span], language: str) -> list[Span]:
    """Without the names that the tagger itself hardly believes in."""
    least = rules_of(language).least
    return [span for span in spans if span.by != "tagger" or span.sure >= least.get(span.type, 0.0)]


def repaired(text: str, spans: Sequence[Span], words: Sequence[Word], language: str) -> list[Span]:
    """The spans with the rules of glued.toml applied, in order, never overlapping."""
    rules = rules_of(language)
    if not rules.inside:
        return list(spans)
    spans = [part for span in spans for part in _parted(text, span, rules)]
    spans = _bodies(text, [_retyped(text, _tidied(text, span, rules), rules) for span in spans], words, rules)
    spans = _clubs(text, spans, rules)
    spans = [one for span in spans for one in _addressed(text, span, spans, rules)]
    return _works(text, spans, rules)


def _ends(surface: str, endings: Sequence[str]) -> str:
    """The longest of the endings that the surface has before its end, "" where none."""
    fitting = [ending for ending in endings if surface.endswith(ending) and len(surface) > len(ending)]
    return max(fitting, key=len, default="")


def _parted(text: str, span: Span, rules: GluedRules) -> Iterator[Span]:
    """A tagged body that two whole names and a word between them make is two."""
    if span.by == "tagger" and span.type != "person":
        for joint in rules.joints:
            at = text.find(joint, span.start + 2, span.end - 2)
            left = text[span.start : at] if at > 0 else ""
            if left and (joint.isascii() or (_ends(left, rules.certain_bodies) and _ends(text[at : span.end], rules.certain_bodies))):
                yield replace(span, end=at)
                yield replace(span, start=at + len(joint))
                return
    yield span


def _tidied(text: str, span: Span, rules: GluedRules) -> Span:
    if span.by == "tagger" and span.type != "person":
        ending = _ends(text[span.start : span.end], rules.loose_end)
        return replace(span, end=span.end - len(ending)) if span.end - span.start > len(ending) + 1 else span
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


def _bodies(text: str, spans: Sequence[Span], words: Sequence[Word], rules: GluedRules) -> list[Span]:
    """Bodies whose name goes on after the place or body that the tagger saw."""
    starts, pattern = [word[0] for word in words], _direct(rules.forces, rules.team)
    out: list[Span] = []
    ordered = sorted(spans, key=lambda item: item.start)
    for span in ordered:
        if out and span.start < out[-1].end:
            continue
        if span.type in ("place", "organisation") and text[span.start : span.end].isalpha():
            match = pattern.match(text, span.end) if span.type == "place" else None
            end = max(match.end() if match else 0, _head_after(text, span, words, starts, rules))
            crossing = [other for other in ordered if other.start < end < other.end]
            if end > span.end and not crossing and not text.startswith(rules.no_end, end):
                span = Span(span.start, end, "organisation", span.sure, "body")
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


def _addressed(text: str, span: Span, spans: Sequence[Span], rules: GluedRules) -> Iterator[Span]:
    """A surname with what people are called by: see `private` and `public`."""
    surface = text[span.start : span.end]
    if span.type != "person" or span.by == "actors" or not rules.surnames or surface[0] not in rules.surnames + "".join(rules.nicknames):
        yield span
        return
    if len(surface) == 2 and surface[0] in rules.nicknames and surface[1] in rules.surnames:
        return
    title = surface[1:] or next((word for word in (*rules.private, *rules.public) if text.startswith(word, span.end)), "")
    if title in rules.public:
        yield replace(span, end=span.start + 1)
    elif title in rules.private:
        if any(
            other.type == "person"
            and other.end - other.start > 1
            and other is not span
            and text[other.start] == surface[0]
            and text[other.start + 1 : other.end] not in (*rules.private, *rules.public)
            for other in spans
        ):
            yield replace(span, end=span.start + 1)
    else:
        yield span


def _works(text: str, spans: Sequence[Span], rules: GluedRules) -> list[Span]:
    """Titles of works as one span each; what lies in one is no mention."""
    titles = []
    for opening, closing in rules.works:
        for match in re.finditer(f"{re.escape(opening)}([^{re.escape(opening + closing)}\n]+){re.escape(closing)}", text):
            titles.append(Span(match.start(1), match.end(1), "other", 0.9, "work"))
    kept = [span for span in spans if free(span, titles)] if titles else list(spans)
    return sorted([*kept, *(title for title in titles if not any(overlap(title, span) for span in kept))], key=lambda span: span.start)
