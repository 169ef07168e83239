"""Who wrote it and where it came from, line by line: bylines, contributor lines, datelines and credit lines, by the grammar of
`languages/*/furniture.toml` (`extract/who/clauses.py`, `extract/who/sequences.py` and whole patterns)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.extract.who import clauses, grammar
from dragoman.extract.who import dateline as datelines
from dragoman.extract.who.credits import QUOTES, Credit, Who, in_clauses, in_sequence, joined, named, of_clause, of_groups
from dragoman.extract.who.names import (
    MOST,
    cleaned,
    ends_as_title,
    has_surname,
    is_cased,
    is_title,
    looks_like_one,
    may_hold_title,
    parts,
    split_names,
)
from dragoman.model.article import Person
from dragoman.text.lines import ends_sentence, squeeze, weight

__all__ = [
    "MOST",
    "Credit",
    "Who",
    "alone",
    "byline",
    "contributors",
    "dateline",
    "ending",
    "inside",
    "outlets",
    "persons",
    "scan",
    "source",
    "split_names",
]

HEAD = 160
LONGEST = 400
# Marks between the fields of a line of facts, and the words of one.
_STROKES = "|·•—–-,，/｜"
FIELD_WORDS = 16
# A full stop behind a word ends a sentence, one behind an initial does not.
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s(?=[^\W\d_])")
_BRACKETS = re.compile(
    r"\s*(?:[(（\[【<＜](?P<inner>[^()（）\[\]【】<>＜＞]{2,160})[)）\]】>＞]|/\s?(?P<stroked>[^/\s][^/]{1,30}[^/\s])\s?/)[。.]?$"
)


def persons(credit: Credit, line: str) -> list[Person]:
    """The people of a credit with the words that name them."""
    words = squeeze(line[credit.start : credit.end])
    return [Person(one.name, one.role, one.place, words) for one in credit.who]


@lru_cache(maxsize=16_384)
def byline(line: str) -> Credit | None:
    """A line that is nothing but who worked on it; outlets, agencies and dates of work may stand beside the names."""
    if len(line) > LONGEST or not any(char.isalpha() for char in line):
        return None
    short = len(line) <= HEAD and not (ends_sentence(line) and weight(line) > 12)
    credit = (in_sequence(line) if short else None) or in_clauses(line)
    if credit is None and short:
        credit = _in_patterns(line) or _titled(line)
    return credit if credit is not None and credit.who else None


def source(line: str) -> Credit | None:
    """A line that is nothing but where the text came from."""
    if len(line) > HEAD or (ends_sentence(line) and weight(line) > 8):
        return None
    claims = [*([found] if (found := in_clauses(line)) else []), *outlets(line)]
    return next((one for one in claims if one.told and not _words_beside(line, one)), None)


def _words_beside(line: str, credit: Credit) -> bool:
    return any(char.isalnum() for char in line[: credit.start] + line[credit.end :])


def _in_patterns(line: str) -> Credit | None:
    """By the whole patterns of a language."""
    for pattern in grammar.matches("byline", "patterns", line, re.IGNORECASE):
        found = pattern.fullmatch(line)
        credit = of_groups(found) if found else None
        if credit is not None and credit.who:
            return credit
    return None


def scan(line: str) -> Credit:
    """All that a line outside the text says of people and origin, whatever else it says."""
    if len(line) > LONGEST:
        return Credit(0, 0)
    whole = byline(line)
    found = [whole] if whole is not None else [credit for clause in clauses.read(line) if (credit := of_clause(line, clause)).told]
    if not any(credit.who for credit in found) and len(line) <= HEAD:
        found.extend(
            credit
            for pattern in grammar.matches("byline", "inside", line, re.IGNORECASE)
            for hit in pattern.finditer(line)
            if (credit := of_groups(hit)).who
        )
    return joined(found)


def fields(line: str) -> Credit | None:
    """A short line of several fields of which one, from its label to its end, says who wrote it or where it came from: "by Ada Quill |
    Politics | 2 comments"."""
    if len(line) > HEAD / 2 or ends_sentence(line) or weight(line) > FIELD_WORDS:
        return None
    found = scan(line)
    before, behind = line[: found.start].rstrip(), line[found.end :].lstrip()
    apart = (not before or before[-1] in _STROKES) and (not behind or behind[0] in _STROKES)
    return found if found.told and apart else None


def inside(line: str) -> tuple[str, ...]:
    """Names in a line that gives dates and sources too."""
    return scan(line).names if len(line) <= HEAD else ()


def alone(line: str) -> Credit | None:
    """A line that is nothing but names, as they stand between a title and a text, in scripts that tell names from words."""
    tokens = line.strip("()（）[]【】 ").replace("、", " ").split()
    if not 0 < len(tokens) <= MOST or len(line) > HEAD / 4 or not all(map(has_surname, tokens)):
        return None
    return Credit(0, len(line), tuple(Who(name, "author") for name in tokens))


def contributors(line: str) -> list[Credit]:
    """The sentences of a paragraph that say who reported from where or contributed; none unless they make up most of it."""
    found: list[Credit] = []
    start = 0
    if len(line) > 4 * LONGEST or next(grammar.matches("contributor", "patterns", line), None) is None:
        return found
    for sentence in _SENTENCES.split(line):
        for pattern in grammar.matches("contributor", "patterns", sentence):
            hit = pattern.match(sentence)
            credit = of_groups(hit) if hit else None
            if credit is not None and credit.who:
                found.append(Credit(start + credit.start, start + credit.end, credit.who))
                break
        start += len(sentence) + 1
    covered = sum(credit.end - credit.start for credit in found)
    return found if covered >= 0.6 * len(line) else []


def ending(line: str, final: bool) -> Credit | None:
    """What stands in brackets (or between strokes) at the end of a paragraph: reporters, and behind the last paragraph (`final`) also bare
    names, agencies and sources."""
    hit = _BRACKETS.search(line, max(0, len(line) - HEAD))
    if hit is not None:
        inner = hit["inner"] or hit["stroked"]
        credit = in_sequence(inner) or (_of_source(inner) if final else None)
        if credit is not None and (final or credit.who):
            return Credit(hit.start(), hit.end(), credit.who, credit.outlet, credit.agency, credit.place)
    for pattern in grammar.matches("contributor", "last" if final else "trailing", line[-HEAD:]):
        found = pattern.search(line, max(0, len(line) - HEAD))
        credit = of_groups(found) if found else None
        if credit is not None and credit.told:
            return credit
    return None


def _of_source(inner: str) -> Credit | None:
    """A bracket that holds an agency, names, or clauses of credits."""
    if grammar.is_agency(inner):
        return Credit(0, len(inner), agency=squeeze(inner))
    signed = grammar.signed_agency(inner)
    if signed is not None:
        return Credit(0, len(inner), agency=signed)
    credit = alone(inner) or in_clauses(inner) or next(outlets(inner), None)
    return credit if credit is not None and credit.told and credit.end - credit.start >= 0.6 * len(inner) else None


def dateline(line: str) -> Credit | None:
    """What stands before the first words of a dispatch: place, agency, reporters."""
    found = datelines.read(line)
    if found is None:
        return None
    who = tuple(Who(name, "author") for name in split_names(found.names or ""))
    outlet, agency = named(found.outlet)
    return Credit(0, found.end, who, outlet, agency, squeeze(found.place or "").strip(" ,.") or None)


def outlets(line: str) -> Iterator[Credit]:
    """Outlets and agencies that a line outside the text names as where it came from."""
    if len(line) > LONGEST:
        return
    for clause in clauses.read(line):
        credit = of_clause(line, clause) if clause.role == "outlet" else None
        if credit is not None and credit.told:
            yield credit
    for pattern in grammar.matches("origin", "patterns", line, re.IGNORECASE):
        for hit in pattern.finditer(line):
            credit = of_groups(hit)
            if credit.outlet or credit.agency:
                yield credit
    name = line.strip("()（）[]【】/ ")
    if grammar.is_agency(name) and (name != line or len(name) > 3):
        yield Credit(0, len(line), agency=name)


def _titled(line: str) -> Credit | None:
    """ "Ada Quill, Staff Writer": a name with a title behind it, and nothing but titles, agencies and addresses after it. Only where
    capitals tell a name from other words."""
    if not may_hold_title(line):
        return None
    first, *rest = parts(line) or [""]
    name = cleaned(first)
    if name is None or not is_cased(name) or not looks_like_one(name, 2) or not line.startswith(name):
        return None
    agency = next((part for part in rest if grammar.is_agency(part)), None)
    titles = [part for part in (first[len(name) :], *rest) if part.strip(QUOTES) and not grammar.is_agency(part)]
    if not titles or not all(is_title(part) or ends_as_title(part) for part in titles):
        return None
    return Credit(0, len(line), (Who(name, "author"),), agency=agency)
