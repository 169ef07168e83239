"""Repairs of what a tagger says: edges trimmed, glued names parted, runs of country letters read one by one, known names put in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from dragoman import actors
from dragoman.annotate.mention_gazetteer import Text
from dragoman.annotate.mention_rules import NameRules, names_of, titles_of
from dragoman.annotate.mention_spans import Span, free, inside, overlap
from dragoman.text.words import folded, in_dictionary

_EDGE = " \t\n\r\u3000\"'“”‘’«»„()（）[]【】《》<>,.;:，。；：、!?！？…|/\\*_-–—·&"
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("（", "）"))
_CARVED = 0.8
"""Below this a tagged person is only a run of capitals, which may have a country's name at its edge."""
_CLOSED_BY_STOP = re.compile(r"(?:^|\W)(?:\w\.)+$|\b\w{1,3}\.$")


def trimmed(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Spans without white space, punctuation and the words that `names.toml` says do not belong; empty ones and junk left out."""
    rules, kept = names_of(language), []
    for span in spans:
        start, end = _edges(text, span.start, span.end)
        start, end = _balanced(text, *_edges(text, *_without(text, start, end, rules)))
        if start < end and not _is_junk(text[start:end], span.type, rules):
            kept.append(Span(start, end, span.type, span.sure, span.by, span.entity, span.kind))
    return kept


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not (text[end - 1] == "." and _CLOSED_BY_STOP.search(text[start:end])):
        end -= 1
    newline = text.find("\n", start, end)
    return (start, newline) if newline > 0 else (start, end)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """A span that opens a quotation or bracket takes the closing mark that follows it, or ends before the opening one."""
    for opening, closing in _PAIRS:
        at = text.rfind(opening, start, end)
        if at > start and text.find(closing, at, end) < 0:
            start, end = (start, end + 1) if opening != "(" and text.startswith(closing, end) else _edges(text, start, at)
    return start, end


def _without(text: str, start: int, end: int, rules: NameRules) -> tuple[int, int]:
    changed = True
    while changed and start < end:
        changed = False
        surface = folded(text[start:end])
        for word in rules.trim_start:
            if _begins(surface, word):
                start += len(word)
                changed = True
                break
        for word in rules.trim_end if not changed else ():
            if surface.endswith(word) and len(surface) > len(word):
                end -= len(word)
                changed = True
                break
        start, end = _edges(text, start, end)
    return start, end


def _begins(surface: str, word: str) -> bool:
    """Whether the surface goes on after the word, at a border where the word is spelt with letters of a spaced script."""
    if not surface.startswith(word) or len(surface) <= len(word) + 1:
        return False
    return not word[-1].isascii() or not word[-1].isalpha() or surface[len(word)] == " " if word.isascii() else True


def _is_junk(surface: str, kind: str, rules: NameRules) -> bool:
    plain = folded(surface)
    people = kind == "place" and plain.rpartition(" ")[2] in rules.nationalities
    return people or plain in rules.junk or plain in rules.nationalities or not any(char.isalpha() for char in surface)


def without_titles(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Names of unspaced scripts without the office glued to them: 美国国务卿 tagged as a place, 国务卿某某 as a person."""
    heads, ahead = _heads(language)
    kept = []
    for span in spans:
        start, end = span.start, span.end
        surface = text[start:end]
        if span.type == "person":
            at = max((surface.rfind(head) + len(head) for head in heads if head in surface[:-1]), default=0)
            end -= next((len(head) for head in heads if surface.endswith(head) and len(surface) > len(head) + 1), 0)
            start += at if 0 < at < len(surface) - 1 else _left_of_title(text, start, ahead)
        elif not surface[-1:].isascii():
            cut = next((len(head) for head in heads if surface.endswith(head) and len(surface) > len(head)), 0)
            end -= cut
        kept.append(Span(start, end, span.type, span.sure, span.by, span.entity, span.kind))
    return kept


@cache
def _heads(language: str) -> tuple[tuple[str, ...], dict[str, list[tuple[str, int]]]]:
    """The heads of titles, the longest first; and by each character inside one the heads with its place there, in the same order."""
    heads = tuple(sorted(titles_of(language).heads, key=lambda word: (-len(word), word)))
    ahead: dict[str, list[tuple[str, int]]] = {}
    for head in heads:
        for inner in range(1, len(head)):
            ahead.setdefault(head[inner], []).append((head, inner))
    return heads, ahead


def left_of_title(text: str, start: int, language: str) -> int:
    """How many characters after `start` still belong to a title that begins before it."""
    return _left_of_title(text, start, _heads(language)[1])


def _left_of_title(text: str, start: int, ahead: Mapping[str, Sequence[tuple[str, int]]]) -> int:
    for head, inner in ahead.get(text[start : start + 1], ()):
        if start >= inner and text.startswith(head, start - inner):
            return len(head) - inner
    return 0


@cache
def _letters(language: str) -> dict[str, str]:
    """Single characters that stand for a country in a language, with the country where `actors` knows one."""
    known = {name.text: name.entity for name in actors.names(language) if len(name.text) == 1 and name.kind != "demonym"}
    return {char: known.get(char, "") for char in names_of(language).letters}


def compounds(text: Text, known: Sequence[Span], tagged: Sequence[Span]) -> list[Span]:
    """Runs of two to four country letters (俄美 is two countries), and single letters where the tagger sees a place."""
    letters, rules = _letters(text.language), names_of(text.language)
    if not letters:
        return []
    found: list[Span] = []
    whole = text.text
    for match in re.finditer(f"[{''.join(letters)}]{{2,4}}", whole):
        if _is_compound(text, match.start(), match.end(), known, tagged, rules):
            found += [_letter(letters, whole, at) for at in range(match.start(), match.end())]
    for span in tagged:
        if span.end - span.start == 1 and span.type != "person" and whole[span.start] in letters and free(span, found):
            found.append(_letter(letters, whole, span.start))
    return found


def _letter(letters: dict[str, str], text: str, at: int) -> Span:
    return Span(at, at + 1, "place", 0.9, "compound", letters[text[at]] or None, "short")


def _is_compound(text: Text, start: int, end: int, known: Sequence[Span], tagged: Sequence[Span], rules: NameRules) -> bool:
    run = text.text[start:end]
    if run in rules.not_compounds or len(set(run)) < len(run) or text.text[max(0, start - 1) : start].isdigit():
        return False
    here = Span(start, end, "place")
    if not free(here, known):
        return False
    if any(overlap(here, span) and not (span.start == start and span.end == end) and not inside(span, here) for span in tagged):
        return False
    if any(overlap(here, span) and span.type == "person" for span in tagged):
        return False
    words = [text.inner[at] for at in range(start, end) if at in text.inner]
    if any(word != (start, end) and not (start <= word[0] and word[1] <= end) and word != text.inner.get(end) for word in words):
        return False
    # A word over the end (美元 in 俄美元首) counts only where what follows is no word itself.
    return end not in text.inner or (start not in text.inner and in_dictionary(text.text[end : end + 2]))


def merged(text: str, tagged: Sequence[Span], known: Sequence[Span]) -> list[Span]:
    """One list of spans that do not overlap; `known` is in order and does not overlap itself. A known name wins over a shorter or equal
    tagged span; inside a longer one it only parts glued names (奥地利维也纳 is two places); of two that cross, the longer stays."""
    spans: list[Span] = []
    used: set[Span] = set()
    starts, ends = [name.start for name in known], [name.end for name in known]
    for span in tagged:
        near = known[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        mine = [name for name in near if inside(name, span)]
        if (
            mine
            and (mine[0].start, mine[-1].end) == (span.start, span.end)
            and (len(mine) > 1 or span.type != "person" or mine[0].type == "person")
            and _tiles(text, mine)
        ):
            spans += [name for name in mine if name not in used]
            used.update(mine)
            continue
        if span.sure < _CARVED and span.type == "person" and mine:
            mine = [name for name in mine if text[name.start - 1] != "-" or name.start == span.start]
            spans += _carved(text, span, mine)
            spans += [name for name in mine if name not in used]
            used.update(near)
            continue
        if any(inside(span, name) or (overlap(span, name) and not inside(name, span) and _longer(name, span)) for name in near):
            continue
        used.update(near)
        spans.append(span)
    spans += [name for name in known if name not in used]
    kept: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _carved(text: str, span: Span, names: Sequence[Span]) -> list[Span]:
    """What is left of a span beside the known names at its edges, without small words at its end."""
    start, end = span.start, span.end
    for name in names:
        start = name.end + 1 if name.start == start else start
    for name in reversed(names):
        end = name.start - 1 if name.end == end else end
    while (cut := text.rfind(" ", start, end)) > start and text[cut + 1 : end].islower():
        end = cut
    rest = Span(start, end, span.type, span.sure, span.by)
    return [rest] if start < end and free(rest, names) else []


def _longer(one: Span, two: Span) -> bool:
    return one.end - one.start >= two.end - two.start


def _tiles(text: str, parts: Sequence[Span]) -> bool:
    """Whether only separators stand between the parts."""
    return all(not text[one.end : two.start].strip(_EDGE) for one, two in pairwise(parts))


def joined(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Persons that only the dot of a foreign name parts are one."""
    joiners = names_of(language).joiners
    out: list[Span] = []
    for span in spans:
        last = out[-1] if out else None
        if last and last.type == span.type == "person" and text[last.end : span.start] in joiners:
            out[-1] = Span(last.start, span.end, "person", last.sure, last.by)
        else:
            out.append(span)
    return out


def extended(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    """Organisations with the body word that the tagger cut off, and bodies named by two parties (X-Y Council) as one organisation."""
    rules = names_of(language)
    bodies = sorted(rules.bodies, key=lambda word: (-len(word), word))
    glued = bool(rules.letters or rules.foreign)
    out: list[Span] = []
    for span in sorted(spans, key=lambda item: item.start):
        body = _body_after(text, span.end, bodies, glued)
        hyphenated = out and text[out[-1].end : span.start] in ("-", "–", "—") and out[-1].type != "person"
        if body and hyphenated:
            out[-1] = Span(out[-1].start, span.end + body, "organisation", 0.85, "body")
        elif body and glued and span.type == "organisation" and span.by == "tagger":
            out.append(Span(span.start, span.end + body, "organisation", span.sure, span.by))
        else:
            out.append(span)
    return out


def _body_after(text: str, at: int, bodies: Sequence[str], glued: bool) -> int:
    """How many characters after `at` are a body word, 0 where none follows."""
    if glued:
        return next((len(word) for word in bodies if text.startswith(word, at)), 0)
    match = re.match(r" (\w+)", text[at : at + 30])
    return len(match.group()) if match and match.group(1)[0].isupper() and folded(match.group(1)) in bodies else 0
