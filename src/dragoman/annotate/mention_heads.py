"""Common nouns in front of a name that say what it names: газета «Труд» is an organisation, отель «Лапино» a place, улица Лобачевского
a place with its noun. Words by their base form in names.toml: `place_heads`, `organisation_heads`, `street_heads`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman import languages
from dragoman.annotate.mention_rules import NameRules, names_of
from dragoman.annotate.mention_spans import Span, free
from dragoman.text.lemmas import lemmas, part_of_speech

_HEAD = re.compile(r"([^\W\d_]+\.?)[ \u00a0]?[«\"„“']{0,2}$")
_QUOTED = re.compile(
    r"[^\W\d_]{3,}[ \u00a0](?:«([^«»\n]{2,60})»|\"([^\"\n]{2,60})\"|„([^“”\n]{2,60})[“”]|“([^”\n]{2,60})”|''([^'\n]{2,60})'')"
)
_LATIN = re.compile(r"[^\W\d_]{3,}[ \u00a0]([A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4})")
_MOST_WORDS = 6


def typed(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Spans with the type that the noun in front of them tells, streets with the noun itself, and names in quotation marks or foreign
    letters behind a noun for bodies added."""
    rules = names_of(language)
    if not rules.organisation_heads:
        return list(spans)
    out: list[Span] = []
    for span in spans:
        out.append(_retyped(text, span, out[-1].end if out else 0, rules, language))
    return sorted([*out, *_added(text, out, rules, language)], key=lambda span: span.start)


def _retyped(text: str, span: Span, floor: int, rules: NameRules, language: str) -> Span:
    if span.type not in ("person", "organisation", "place"):
        return span
    if span.type == "organisation" and span.by == "tagger" and _is_building(text[span.start : span.end], rules, language):
        return replace(span, type="place")
    match = _HEAD.search(text, max(floor, span.start - 30), span.start)
    if match is None:
        return span
    if match.group(1).lower() in rules.place_cues and set(_bases(text[span.start : span.end], language)) & rules.platforms:
        return replace(span, type="other")
    if span.entity is not None:
        return span
    bases = _bases(match.group(1), language)
    if bases & rules.street_heads and (match.group()[-1].isspace() or match.group()[-1] == "."):
        return replace(span, start=match.start(1), type="place", by="head")
    if span.type == "person" and " " in text[span.start : span.end]:
        return span
    if bases & rules.thing_heads and span.type == "organisation":
        return replace(span, type="other")
    if bases & rules.place_heads:
        return replace(span, type="place")
    quoted = text[span.start - 1] in "«\"„“'"
    if bases & rules.organisation_heads and (quoted or span.type == "organisation"):
        return replace(span, type="organisation")
    return span


def _is_building(surface: str, rules: NameRules, language: str) -> bool:
    """Whether the first noun of a name is one for a place (Дворец молодёжи)."""
    words = surface.split()
    noun = next((word for word in words if part_of_speech(word, language) != "attribute"), words[0])
    return len(words) > 1 and bool(_bases(noun, language) & rules.place_words)


def _bases(word: str, language: str) -> set[str]:
    return {word.lower(), *lemmas(word.rstrip("."), language)}


def _added(text: str, spans: Sequence[Span], rules: NameRules, language: str) -> list[Span]:
    found: list[Span] = []
    patterns = (_QUOTED, _LATIN) if languages.get(language).script != "Latn" else (_QUOTED,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = next(at for at in range(1, pattern.groups + 1) if match.group(at) is not None)
            one = Span(match.start(group), match.end(group), "organisation", 0.7, "head")
            head = re.match(r"[^\W\d_]+", match.group())
            if (
                head
                and _bases(head.group(), language) & rules.organisation_heads
                and _a_name(text[one.start : one.end])
                and free(one, [*spans, *found])
            ):
                found.append(one)
    return found


def _a_name(surface: str) -> bool:
    return surface[0].isupper() and len(surface.split()) <= _MOST_WORDS and surface[-1] not in ".!?,"
