"""Offices in scripts with spaces: words in front of the name (Egypt's foreign ministry spokesman Ann Example) or between commas after it
(Ann Example, the Egyptian ambassador to Norway, ...)."""

from __future__ import annotations

from msgspec import Struct

from dragoman.annotate.mention_rules import TitleRules
from dragoman.annotate.mention_scene import Role, Scene
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import lemmas, part_of_speech
from dragoman.text.words import folded

_LONGEST = 16
"""Pieces of an office."""
_MOST_UNKNOWN = 3
"""Words in front of a head that no table knows, where a country or body stands before them (Indian External Affairs Minister)."""
_MOST_NOUNS = 5
"""Words between a head and the name that say what the office is of."""
_QUOTES = '«»“”„"'
_OPEN = 5
"""Pieces after a name within which a head must stand."""
_HYPHENS = "-‑"
_POSSESSIVES = ("'", "’")


def _kind(scene: Scene, at: int, rules: TitleRules) -> str:
    """What a piece may be in an office: "head", "name", "word" (may begin it), "joiner" or "" (ends it, unless a name stands before)."""
    text = scene.text
    surface, language = text.surface(at), text.language
    span = scene.covering(text.spans[at][0])
    if span is not None and span.type == "person":
        return ""
    forms = (folded(surface), *lemmas(surface, language))
    compound = _compound(scene, at)
    if compound and any(form in rules.heads for form in (folded(compound), *lemmas(compound, language))):
        return "head"
    if span is not None:
        return "name"
    if any(form in rules.heads for form in forms):
        return "head"
    if any(form in rules.modifiers for form in forms):
        return "word"
    return "joiner" if forms[0] in rules.joiners else ""


def _compound(scene: Scene, at: int) -> str:
    """The whole hyphenated word that a piece is part of, "" where it is none (пресс-секретарь, vice-president)."""
    whole, (start, end) = scene.text.text, scene.text.spans[at]
    first, last = start, end
    while first > 1 and whole[first - 1] in _HYPHENS and whole[first - 2].isalnum():
        first -= 1
        while first and whole[first - 1].isalnum():
            first -= 1
    while last + 1 < len(whole) and whole[last] in _HYPHENS and whole[last + 1].isalnum():
        last += 1
        while last < len(whole) and whole[last].isalnum():
            last += 1
    return whole[first:last] if (first, last) != (start, end) else ""


class _Walk(Struct):
    """A walk from a name to the left: where the office begins so far, and what was passed since that only a name before it allows."""

    start: int
    headed: bool = False
    capitals: int = 0
    others: int = 0
    nouns: int = 0
    quoted: bool = False
    joined: bool = False

    @property
    def pending(self) -> bool:
        """Whether words were passed that need something before them."""
        return bool(self.capitals or self.others or self.joined)

    def keep(self, at: int) -> None:
        """The office begins at this piece."""
        self.start, self.capitals, self.others, self.joined = at, 0, 0, False


def before(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office in front of the name, without an article; a comma may part them where one closes it (the chief, Ann Example,)."""
    text = scene.text
    stop = scene.piece_at(person.start)
    closed = text.text[person.end : person.end + 1] in (",", "，", ".", "!", "?", ")", "")
    if stop and text.surface(stop - 1) == "," and closed:
        stop -= 1
    walk = _walked(scene, stop, rules)
    if walk is None:
        return None
    start = walk.start
    if start and text.surface(start - 1) == "," and closed and stop == scene.piece_at(person.start):
        earlier = _walked(scene, start - 1, rules)
        start = earlier.start if earlier is not None else start
    begin, end = text.spans[start][0], text.spans[stop - 1][1]
    covering = scene.covering(begin)
    begin = covering.start if covering is not None else begin
    first, gap, rest = text.text[begin:end].partition(" ")
    if rest and folded(first) in rules.articles:  # a known name may hold its article
        begin += len(first) + len(gap)
    return scene.role(_word_start(text.text, begin), end)


def _word_start(whole: str, begin: int) -> int:
    """The beginning of the hyphenated word (Пресс-секретарь)."""
    while begin > 1 and whole[begin - 1] in _HYPHENS and whole[begin - 2].isalnum():
        begin -= 2
        while begin and whole[begin - 1].isalnum():
            begin -= 1
    return begin


def _walked(scene: Scene, stop: int, rules: TitleRules) -> _Walk | None:
    text, walk, at = scene.text, _Walk(stop), stop - 1
    while at >= 0 and stop - at <= _LONGEST:
        gap = text.text[text.spans[at][1] : text.spans[at + 1][0]] if at + 1 < len(text.spans) else ""
        if "\n" in gap or not _passed(scene, at, walk, rules):
            break
        at -= 1
    _without_place(scene, walk, stop, rules)
    return walk if walk.headed and walk.start < stop else None


def _passed(scene: Scene, at: int, walk: _Walk, rules: TitleRules) -> bool:
    """Whether the walk goes on over a piece; the office begins there where the piece allows it."""
    kind, surface = _kind(scene, at, rules), scene.text.surface(at)
    if kind == "head":
        if walk.capitals or walk.others:
            return False
        walk.headed = True
        walk.keep(at)
    elif kind == "name":
        owns = at + 1 < len(scene.text.spans) and scene.text.surface(at + 1) in _POSSESSIVES
        attribute = rules.names_before or _is_demonym(scene, at)
        if walk.headed and ((walk.others and not owns) or (walk.joined and not owns) or not attribute):
            return False
        walk.keep(at)
    elif kind == "word":
        if not walk.pending:
            walk.keep(at)
    elif kind == "joiner":
        if walk.headed and folded(surface) not in (*_POSSESSIVES, "s", *_HYPHENS):
            walk.joined = True
            return folded(surface) in rules.genitives
    elif not walk.headed:
        return _complement(walk, surface, scene.text.language)
    else:
        return _unknown(walk, surface, rules)
    return True


def _complement(walk: _Walk, surface: str, language: str) -> bool:
    """Whether a word between a head and the name may belong to what the office is of: nouns and attributes, where the language tells them,
    and a title in quotation marks (директор завода «Маяк» Анна Петрова)."""
    if part_of_speech("a", language) == "":
        return False
    if surface in _QUOTES:
        walk.quoted = not walk.quoted
        return True
    walk.nouns += 1
    known = surface.islower() and part_of_speech(surface, language) in ("noun", "attribute")
    return walk.nouns <= _MOST_NOUNS and (walk.quoted or known)


def _unknown(walk: _Walk, surface: str, rules: TitleRules) -> bool:
    """Whether a word that no table knows may be passed on the way to the country or body whose office it is."""
    if walk.joined or not surface.isalpha() or not rules.names_before:
        return False
    if surface[:1].isupper():
        walk.capitals += 1
    else:
        walk.others += 1
    return walk.capitals + walk.others <= _MOST_UNKNOWN


def _is_demonym(scene: Scene, at: int) -> bool:
    span = scene.covering(scene.text.spans[at][0])
    return span is not None and span.kind == "demonym"


def _without_place(scene: Scene, walk: _Walk, stop: int, rules: TitleRules) -> None:
    """Takes off a place at the beginning that belongs to a preposition (In Moscow President Ann Example)."""
    text = scene.text
    span = scene.covering(text.spans[walk.start][0]) if walk.start < stop else None
    if span is None or span.type != "place" or walk.start == 0:
        return
    earlier = folded(text.surface(walk.start - 1))
    if earlier in rules.joiners and earlier not in rules.articles and earlier not in _HYPHENS:
        after_span = next((at for at in range(walk.start, stop) if text.spans[at][0] >= span.end), stop)
        if after_span < stop and text.surface(after_span) not in _POSSESSIVES:
            walk.start = after_span


def after(scene: Scene, person: Span, rules: TitleRules) -> Role | None:
    """The office between commas after the name. Where it runs into another person's name it is that person's, unless it has two heads
    (spokesman for President Ann Example)."""
    text = scene.text
    if text.text[person.end : person.end + 2] not in (", ", " ,"):
        return None
    first = scene.piece_at(person.end) + 1
    at, start, last, heads = first, None, first, 0
    while at < len(text.spans) and at - first < _LONGEST:
        if "\n" in text.text[text.spans[at - 1][1] : text.spans[at][0]]:
            break
        kind = _kind(scene, at, rules)
        if not kind and not (heads and text.surface(at)[:1].isupper() and not _is_person(scene, at)):
            break
        if kind != "joiner":
            start = at if start is None and kind else start
            last = at
        heads += kind == "head"
        if not heads and at - first > _OPEN:
            return None
        at += 1
    if not heads or start is None or (heads == 1 and at < len(text.spans) and _is_person(scene, at)):
        return None
    begin, end = text.spans[start][0], text.spans[last][1]
    covering = scene.covering(text.spans[last][0])
    end = max(end, covering.end) if covering is not None else end
    return scene.role(_word_start(text.text, begin), end)


def _is_person(scene: Scene, at: int) -> bool:
    span = scene.covering(scene.text.spans[at][0])
    return span is not None and span.type == "person"
