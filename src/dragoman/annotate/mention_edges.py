"""Spans of a tagger parted and cut where a language inflects: lists, words before a name that are no name, parts of one person's name.

A dictionary tells names from words (`text.lemmas.is_word`); a name's parts agree in case. Names repeated in brackets in another script
are of the type of the name in front.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman import languages
from dragoman.annotate.mention_spans import Span, free
from dragoman.text.lemmas import agree, is_given_name, is_person_noun, is_word
from dragoman.text.scripts import script

_BULLETS = re.compile(r"\s*[•;|·]\s*|\s+[-–—]\s+")
_COMMAS = re.compile(r"\s*[•;|·,]\s*|\s+[-–—]\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ \u00a0]?){1,2}$")
_INITIALS_AFTER = re.compile(r"[ \u00a0](?:[^\W\d_]\.[ \u00a0]?){1,2}(?!\w)")
_LATIN_AGAIN = re.compile(r" \(([A-Z][\w.'’-]*(?: (?:[a-z]{1,3} )?(?:[a-z]{2}-)?[A-Z][\w.'’-]*){0,4})\)")
_ACRONYM_AGAIN = re.compile(r" \(([^\W\d_]{2,7})\)")
_SHORTEST_ECHO = 3


def parted(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Tagged spans without words in front that are no names, lists one by one."""
    parts = [part for span in spans for part in _pieces(text, span)]
    seen = Counter(text[part.start : part.end] for part in parts)
    return [_without_nouns(text, part, language) for part in parts if not _only_a_word(text, part, seen, language)]


def _only_a_word(text: str, span: Span, seen: Counter[str], language: str) -> bool:
    """Whether a person is a word with its capital from the sentence (Тюрьма), and named nowhere else."""
    surface = text[span.start : span.end]
    return span.type == "person" and seen[surface] == 1 and is_word(surface, language) and _begins_sentence(text, span.start)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at].rstrip(' \u00a0«"“„—–-•')
    return not before or before[-1] in ".!?…:\n|" or "\n" in text[max(0, at - 8) : at]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    cuts = (_BULLETS if span.type == "organisation" else _COMMAS).finditer(text, span.start, span.end)
    at = span.start
    for cut in cuts:
        if cut.start() > at:
            yield replace(span, start=at, end=cut.start())
        at = cut.end()
    if at < span.end:
        yield replace(span, start=at)


def _without_nouns(text: str, span: Span, language: str) -> Span:
    """A person or body without nouns for people in front (Прислуга Макафи); what is left begins with a capital."""
    if span.type == "place":
        return span
    words = list(_WORD.finditer(text, span.start, span.end))
    at = 0
    while at + 1 < len(words) and is_person_noun(words[at].group(), language) and words[at + 1].group()[0].isupper():
        at += 1
    return replace(span, start=words[at].start()) if at else span


def whole_persons(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Persons with the initials beside them, and with the given name that the tagger left or took for another person."""
    out: list[Span] = []
    for span in spans:
        last = out[-1] if out else None
        if span.type == "person" and last is not None and last.type == "person" and _one_person(text, last, span, language):
            out[-1] = replace(last, end=span.end)
            continue
        if span.type == "person":
            span = _with_given(text, _with_initials(text, span, last.end if last else 0), last.end if last else 0, language)
        out.append(span)
    return out


def _one_person(text: str, last: Span, span: Span, language: str) -> bool:
    """Whether two persons side by side are given name and surname of one."""
    if text[last.end : span.start] not in (" ", "\u00a0"):
        return False
    before, after = text[last.start : last.end].split(), text[span.start : span.end].split()
    if not agree(before[-1], after[0], language):
        return False
    given = [is_given_name(word, language) for word in (*before, *after)]
    return (all(given[: len(before)]) and not any(given[len(before) :])) or (len(before) == 1 and not given[0] and all(given[1:]))


def _undeclined(surname: str) -> bool:
    """Whether a surname may be a woman's that does not inflect: it ends in no vowel (Серене Уильямс)."""
    return surname[-1].lower() not in "аеёиоуыэюяіїє"


def _with_initials(text: str, span: Span, floor: int) -> Span:
    before = _INITIALS_BEFORE.search(text, max(floor, span.start - 7), span.start)
    start = before.start() if before and before.group()[0].isupper() else span.start
    after = _INITIALS_AFTER.match(text, span.end)
    end = span.end + (text[span.end : span.end + 1] == "." and text[span.end - 2 : span.end - 1] in " ." and text[span.end - 1].isupper())
    if after and all(part.strip().isupper() for part in after.group().split(".") if part.strip()) and "." not in text[start : span.end]:
        end = after.start() + len(after.group().rstrip())
    return replace(span, start=start, end=end)


def _with_given(text: str, span: Span, floor: int, language: str) -> Span:
    """A person with the capitalised word in front that is a given name or no word of the language."""
    if text[span.start - 1 : span.start] != " ":
        return span
    start = max(text.rfind(mark, 0, span.start - 1) for mark in (" ", "\n", "«", "(", '"')) + 1
    word = text[start : span.start - 1]
    if start < floor or not word[:1].isupper() or not word.isalpha() or word.isupper() or script(word[0]) != script(text[span.start]):
        return span
    first = text[span.start : span.end].split()[0]
    given = is_given_name(word, language) and len(first) == span.end - span.start
    fits = (
        agree(word, first, language) or _undeclined(first) if given else not is_word(word, language) and not is_given_name(first, language)
    )
    return replace(span, start=start) if fits else span


def in_brackets(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Names in brackets behind a name: the same in Latin letters, or a body's acronym."""
    if languages.get(language).script == "Latn":
        return []
    found = []
    for span in spans:
        if span.type not in ("person", "organisation", "place"):
            continue
        at = span.end + (text[span.end : span.end + 1] in ("»", '"', "”"))
        match = _LATIN_AGAIN.match(text, at)
        if match and (span.type != "organisation" or script(text[span.start]) != "Latn"):
            found.append(Span(match.start(1), match.end(1), span.type, 0.8, "again"))
            continue
        short = _ACRONYM_AGAIN.match(text, at) if span.type == "organisation" else None
        if short and short.group(1).isupper():
            found.append(Span(short.start(1), short.end(1), span.type, 0.8, "again"))
    return [one for one in found if free(one, spans)]


def echoes(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Capitalised names that are no words of the language, where the tagger found them elsewhere but not here."""
    types: dict[str, Counter[str]] = {}
    for span in spans:
        if span.type in ("person", "organisation", "place"):
            types.setdefault(text[span.start : span.end], Counter())[span.type] += 1
    found: list[Span] = []
    for surface in sorted(types):
        if text.count(surface) == types[surface].total() or not _may_echo(surface, language):
            continue
        for match in re.finditer(rf"(?<![\w@./-]){re.escape(surface)}(?![\w@/-]|\.\w)", text):
            one = Span(match.start(), match.end(), types[surface].most_common(1)[0][0], 0.7, "again")
            if free(one, spans):
                found.append(one)
    return found


def _may_echo(surface: str, language: str) -> bool:
    return len(surface) >= _SHORTEST_ECHO and surface[0].isupper() and not any(is_word(word, language) for word in surface.split())
