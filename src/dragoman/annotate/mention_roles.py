"""Offices beside a person's name, and the party that the office speaks for.

titles.toml, words by their base form, lower case: `heads` name an office and at least one must be there; `modifiers` and `joiners`
may stand in it, as may names of places and organisations and demonyms; `before` and `after` say on which side of the name it stands
(`after` as an apposition between commas, `after_glued` directly); `honorifics` are taken off a name and are no office; `stops`
(unspaced scripts) end it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from dragoman import languages
from dragoman.annotate.mention_gazetteer import Text
from dragoman.annotate.mention_rules import TitleRules, titles_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import lemmas
from dragoman.text.words import folded

_LONGEST = 14
"""Pieces of an office."""
_LONGEST_UNSPACED = 24
"""Characters of an office where there are no spaces."""
_PARTS = "、，。；：,.;:!?！？“”\"'（）()《》\n"


class Role(Struct, frozen=True):
    """An office: its words as offsets, and the id of the first country or body named in it."""

    start: int
    end: int
    party: str | None


class Scene(Struct):
    """A text with everything named in it, for looking around a person."""

    text: Text
    spans: Sequence[Span]
    demonyms: Sequence[Span]

    def covering(self, at: int) -> Span | None:
        """The mention or demonym over an offset."""
        for span in (*self.spans, *self.demonyms):
            if span.start <= at < span.end:
                return span
        return None

    def party(self, start: int, end: int) -> str | None:
        """The entity of the first place, body or demonym between two offsets."""
        named = sorted((*self.spans, *self.demonyms), key=lambda span: (span.start, -span.end))
        inside = [
            span for span in named if start <= span.start and span.end <= end and span.type != "person" and (span.entity or span.party)
        ]
        return inside[0].entity or inside[0].party if inside else None


def role(scene: Scene, person: Span) -> Role | None:
    """The office of a person as the text gives it beside the name, None where it gives none."""
    rules = titles_of(scene.text.language)
    if not languages.get(scene.text.language).spaced:
        found = _glued_before(scene, person, rules) if rules.before else None
        return found or (_glued_after(scene, person, rules) if rules.after_glued else None)
    found = _before(scene, person, rules) if rules.before else None
    return found or (_apposed(scene, person, rules) if rules.after else None)


def _glued_before(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    whole, end = scene.text.text, person.start
    if end and whole[end - 1] in '“"':
        end -= 1
    head = next((word for word in sorted(rules.heads, key=lambda word: (-len(word), word)) if whole.endswith(word, 0, end)), None)
    if head is None:
        return None
    start = end - len(head)
    floor = max(
        (at + 1 for at in range(max(0, start - _LONGEST_UNSPACED), start) if whole[at] in _PARTS), default=max(0, start - _LONGEST_UNSPACED)
    )
    for span in sorted(scene.spans, key=lambda item: -item.end):
        if floor <= span.start < start < span.end and span.type != "person":
            begin = _first_of_run(scene, span, floor)
            return Role(begin, end, scene.party(begin, end))
        if floor <= span.start and span.end <= start:
            between = whole[span.end : start]
            if span.type == "person" or any(word in between for word in rules.stops):
                break
            begin = _first_of_run(scene, span, floor)
            return Role(begin, end, scene.party(begin, end))
    while start > floor and (word := next((one for one in sorted(rules.modifiers) if whole.endswith(one, floor, start)), None)):
        start -= len(word)
    return Role(start, end, None)


def _first_of_run(scene: Scene, span: Span, floor: int) -> int:
    """Where the chain of names that touch each other begins (俄罗斯外交部 as place and body)."""
    begin = span.start
    for other in sorted(scene.spans, key=lambda item: -item.end):
        if other.end == begin and other.start >= floor and other.type != "person" and other.kind != "short":
            begin = other.start
    return begin


def _glued_after(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    whole, at = scene.text.text, person.end
    head = next((word for word in sorted(rules.heads, key=lambda word: (-len(word), word)) if whole.startswith(word, at)), None)
    if head is None or head in rules.honorifics:
        return None
    return Role(at, at + len(head), None)


def _piece_at(text: Text, offset: int) -> int:
    """Index of the first piece that begins at the offset or after it."""
    low, high = 0, len(text.spans)
    while low < high:
        middle = (low + high) // 2
        if text.spans[middle][0] < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _kind(scene: Scene, at: int, rules: TitleRules) -> str:
    """What a piece may be in an office: "head", "word" (may begin it), "joiner" or "" (ends it)."""
    surface, language = scene.text.surface(at), scene.text.language
    span = scene.covering(scene.text.spans[at][0])
    if span is not None:
        return "" if span.type == "person" else "word"
    forms = (folded(surface), *lemmas(surface, language))
    if any(form in rules.heads for form in forms):
        return "head"
    if any(form in rules.modifiers for form in forms):
        return "word"
    return "joiner" if forms[0] in rules.joiners else ""


def _before(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office in front of the name, without an article."""
    text = scene.text
    first = _piece_at(text, person.start)
    stop = first
    if stop and text.surface(stop - 1) == "," and text.text[person.end : person.end + 1] in (",", "，"):
        stop -= 1
    start, headed, at = stop, False, stop - 1
    while at >= 0 and stop - at <= _LONGEST:
        gap = text.text[text.spans[at][1] : text.spans[at + 1][0]] if at + 1 < len(text.spans) else ""
        kind = _kind(scene, at, rules)
        if not kind or "\n" in gap:
            break
        if kind == "head" and at == stop - 1 - (stop - 1 - at):
            headed = True
        headed = headed or kind == "head"
        if kind != "joiner":
            start = at
        at -= 1
    if not headed or start >= stop:
        return None
    begin, end = text.spans[start][0], text.spans[stop - 1][1]
    covering = scene.covering(begin)
    begin = covering.start if covering is not None else begin
    return Role(begin, end, scene.party(begin, end))


def _apposed(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office between commas after the name."""
    text = scene.text
    if text.text[person.end : person.end + 2] not in (", ", " ,"):
        return None
    first = _piece_at(text, person.end) + 1
    at, start, last, headed = first, None, first, False
    while at < len(text.spans) and at - first < _LONGEST:
        kind = _kind(scene, at, rules)
        if not kind and not (headed and text.surface(at)[:1].isupper()):
            break
        if kind and kind != "joiner":
            start = at if start is None else start
            last = at
        elif not kind:
            last = at
        headed = headed or kind == "head"
        if not headed and at - first > 4:
            return None
        at += 1
    if not headed or start is None:
        return None
    begin, end = text.spans[start][0], text.spans[last][1]
    covering = scene.covering(text.spans[last][0])
    end = max(end, covering.end) if covering is not None else end
    return Role(begin, end, scene.party(begin, end))
