"""Bodies grown to their whole name where a language inflects: Верховный суд + Пакистана, министерство юстиции + США, институт + имени X.

A tagger stops at the last capital or at the first complement. The complement of a body stands in the genitive directly behind it, or
behind a word for "named after"; a body word in small letters with its attributes and complements before a capitalised genitive is a
body too. What the words may be is looked up in `text.lemmas`; the words themselves are names.toml `bodies`, `body_words`, `named_after`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman import actors
from dragoman.annotate.mention_gazetteer import Text, forms
from dragoman.annotate.mention_rules import NameRules, names_of
from dragoman.annotate.mention_spans import Span
from dragoman.text.lemmas import genitive, lemmas, part_of_speech
from dragoman.text.words import folded

_LONGEST = 5
"""Words between a body word in small letters and the capitalised genitive behind it."""


def grown(text: Text, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, with organisations that take in what belongs to their name. `party` is the country or body inside it."""
    rules = names_of(text.language)
    if not rules.body_words:
        return list(spans)
    out: list[Span] = []
    for span in (_finished(text, one, rules) for one in spans):
        last = out[-1] if out else None
        if last is not None and _belongs(text, last, span, rules):
            out[-1] = _one(text, last, span)
            continue
        head = _small_head(text, span, last.end if last else 0, rules)
        out.append(_one(text, replace(span, start=head, end=head), span) if head is not None else span)
    return out


def _finished(text: Text, span: Span, rules: NameRules) -> Span:
    """A body whose last word is an attribute goes on to the noun (Центр химической, биологической обороны)."""
    if span.type != "organisation" or span.by != "tagger" or text.text[span.end : span.end + 1] not in (" ", ","):
        return span
    at = _index(text, span.end)
    if not at or text.spans[at - 1][0] <= span.start or part_of_speech(text.surface(at - 1), text.language) != "attribute":
        return span
    if not _is_body(text, span, rules):
        return span
    for stop in range(at, min(at + 6, len(text.spans))):
        word = text.surface(stop)
        if word.isalpha() and word.islower() and part_of_speech(word, text.language) == "noun":
            return replace(span, end=text.spans[stop][1])
        if not (word in (",", "-") or word in rules.body_joiners or part_of_speech(word, text.language) == "attribute"):
            return span
    return span


def _one(text: Text, head: Span, rest: Span) -> Span:
    party = head.party or _party(head) or rest.party or _party(rest)
    return Span(head.start, rest.end, "organisation", min(head.sure, rest.sure), "body", party=party)


def _party(span: Span) -> str | None:
    return actors.party(span.entity) if span.entity else None


def _belongs(text: Text, head: Span, rest: Span, rules: NameRules) -> bool:
    """Whether a span is the complement of the organisation in front of it."""
    if head.type != "organisation" or not (head.by == "body" or _is_body(text, head, rules)):
        return False
    between = text.text[head.end : rest.start]
    if folded(between).strip() in rules.named_after:
        return rest.type in ("person", "organisation")
    if folded(between) in rules.local_joiners:
        return rest.type == "place"
    return between == " " and rest.type in ("place", "organisation") and _in_genitive(text, rest)


def _is_body(text: Text, span: Span, rules: NameRules) -> bool:
    surface = text.text[span.start : span.end]
    words = surface.replace("-", " ").split()
    if any(rules.bodies & set(forms(word, text.language)) for word in words):
        return True
    return len(words) == 1 and 2 <= len(surface) <= 6 and surface.isupper() and not surface.isascii() and not _state(span)


def _state(span: Span) -> bool:
    """Whether the tables know the span as a body of states (ООН, НАТО), which has no country behind it."""
    return span.entity is not None and actors.party(span.entity) == span.entity


def _in_genitive(text: Text, span: Span) -> bool:
    """Whether the first word can be a genitive; attributes agree, and what follows a noun is its own complement."""
    words = text.text[span.start : span.end].split()
    first = words[0].strip("«»\"'“”„")
    if len(first) > 1 and first.isupper():
        return not first.isascii()
    return _genitive(first, text.language)


def _genitive(word: str, language: str) -> bool:
    """By the dictionary, or by the language's endings where there is none."""
    endings = names_of(language).genitive_endings
    return folded(word).endswith(endings) if endings else genitive(word, language)


def _small_head(text: Text, span: Span, floor: int, rules: NameRules) -> int | None:
    """Where a body word in small letters begins whose complement the span is, with its attributes; None where there is none."""
    if span.kind == "demonym" or not (span.type in ("place", "organisation") or span.type == "person"):
        return None
    at = _index(text, span.start) - 1
    named = at >= 0 and span.type == "person" and folded(text.surface(at)) in {word.rstrip(".") for word in rules.named_after}
    if span.type == "person" and not named:
        return None
    if not named and not _in_genitive(text, span):
        return None
    at -= 1 if named else 0
    if at >= 0 and text.surface(at) in rules.body_joiners:
        return None
    for _ in range(_LONGEST):
        if at < 0 or text.spans[at][0] < floor or not _spaced(text, at):
            return None
        word = text.surface(at)
        if not word.islower() or not word.isalpha():
            return None
        bases = set(lemmas(word, text.language))
        if bases & rules.small_bodies:
            return _with_attributes(text, at, floor, rules)
        if not _genitive(word, text.language) and word not in rules.body_joiners:
            return None
        at -= 1
    return None


def _with_attributes(text: Text, at: int, floor: int, rules: NameRules) -> int:
    while at and text.spans[at - 1][0] >= floor and _spaced(text, at - 1):
        word = text.surface(at - 1)
        if not set(lemmas(word, text.language)) & rules.body_words or part_of_speech(word, text.language) == "other":
            break
        at -= 1
    return text.spans[at][0]


def _spaced(text: Text, at: int) -> bool:
    """Whether one space stands between a piece and the next."""
    return at + 1 < len(text.spans) and text.text[text.spans[at][1] : text.spans[at + 1][0]] in (" ", "\u00a0")


def _index(text: Text, offset: int) -> int:
    """Index of the first piece that begins at the offset or after it."""
    low, high = 0, len(text.spans)
    while low < high:
        middle = (low + high) // 2
        if text.spans[middle][0] < offset:
            low = middle + 1
        else:
            high = middle
    return low
