"""Who wrote it and where it came from: bylines, contributor lines, datelines and credit lines, by the patterns of
`languages/*/furniture.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from dragoman import languages
from dragoman.extract import dateline as datelines
from dragoman.model.article import Origin, PageWords
from dragoman.text.lines import bare, ends_sentence, squeeze, weight

HEAD = 160
MOST = 8
# A full stop behind a word ends a sentence, one behind an initial does not.
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s(?=[^\W\d_])")


class Credit(Struct, frozen=True):
    """Names, outlet and place that a line gives, and the part of the line that gives them."""

    start: int
    end: int
    names: tuple[str, ...] = ()
    outlet: str | None = None
    place: str | None = None


@cache
def _patterns(section: str, key: str = "patterns", flags: int = 0) -> tuple[re.Pattern[str], ...]:
    tables = languages.tables("furniture").values()
    return tuple(re.compile(pattern, flags) for table in tables for pattern in table.get(section, {}).get(key, ()))


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(word.casefold() for table in languages.tables("furniture").values() for word in table.get(section, {}).get(key, ()))


@cache
def _separator() -> re.Pattern[str]:
    parts = [part for table in languages.tables("furniture").values() for part in table.get("names", {}).get("separators", ())]
    return re.compile("|".join(part if "\\s" not in part else _only_unspaced(part) for part in parts), re.IGNORECASE)


def _only_unspaced(pattern: str) -> str:
    """White space parts names only in scripts whose names hold none."""
    return f"(?<=[\u3040-\u30ff\u4e00-\u9fff]){pattern}(?=[\u3040-\u30ff\u4e00-\u9fff])"


def split_names(words: str) -> tuple[str, ...]:
    """The names in "A B, C D and E F"; what is no name (places of work, "staff", addresses) is left out. Order kept, none twice."""
    names: dict[str, str] = {}
    for part in _separator().split(squeeze(words)):
        name = _trim(part or "")
        if name and name.casefold() not in names:
            names[name.casefold()] = name
    return tuple(list(names.values())[:MOST])


def _trim(part: str) -> str | None:
    name = part.strip(" \t-–—|·•,.:：;()（）[]【】<>《》“”\"'*/").removesuffix("'s")
    for pattern in (r"\s*[(（].*$", *sorted(_words("names", "cut"))):
        name = re.sub(pattern, "", name, flags=re.IGNORECASE)
    changed = True
    while changed:
        changed = False
        for word in sorted(_words("names", "before")):
            if name.casefold().startswith(word) and not _continues(word, name[len(word) :]):
                name, changed = name[len(word) :].strip(" :：/,，"), True
        for word in sorted(_words("names", "after")):
            if name.casefold().endswith(word) and not _continues(word, name[: len(name) - len(word)][::-1]):
                name, changed = name[: len(name) - len(word)].strip(" :：/,，"), True
    folded = name.casefold()
    if not 2 <= len(name) <= 60 or any(char.isdigit() for char in name) or "@" in name or "/" in name or weight(name) > 5:
        return None
    bad = _words("names", "never")
    pieces = set(re.findall(r"\w+", folded))
    if pieces & bad or any(word in folded for word in bad if not word.isascii() and not re.match(r"[\u0400-\u04ff]", word)):
        return None
    return name if any(char.isalpha() for char in name) else None


def _continues(word: str, rest: str) -> bool:
    """Whether a spaced word goes on ("by" in "Byron")."""
    return bool(rest) and rest[0].isalpha() and re.match(r"[\u3040-\u30ff\u4e00-\u9fff]", word) is None


def byline(line: str) -> Credit | None:
    """A line that is nothing but who wrote it."""
    if len(line) > HEAD or (ends_sentence(line) and weight(line) > 12):
        return None
    for pattern in _patterns("byline"):
        found = pattern.fullmatch(line) or re.fullmatch(pattern.pattern, line, re.IGNORECASE)
        credit = _credit(found) if found else None
        if credit is not None and credit.names:
            return credit
    return None


def inside(line: str) -> tuple[str, ...]:
    """Names in a line that gives dates and sources too."""
    if len(line) > HEAD:
        return ()
    found = (hit for pattern in _patterns("byline", "inside", re.IGNORECASE) for hit in pattern.finditer(line))
    return tuple(dict.fromkeys(name for hit in found for name in split_names(hit["names"])))


def alone(line: str) -> tuple[str, ...]:
    """The names of a line that is nothing but names, as they stand between a title and a text."""
    return split_names(line) if any(pattern.fullmatch(line) for pattern in _patterns("byline", "alone")) else ()


def last(line: str) -> Credit | None:
    """Names in brackets at the end of the last paragraph."""
    for pattern in _patterns("contributor", "last"):
        hit = pattern.search(line)
        credit = _credit(hit) if hit else None
        if credit is not None and credit.names:
            return credit
    return None


def contributors(line: str) -> list[Credit]:
    """The sentences of a paragraph that say who reported from where or contributed; none unless they make up most of it."""
    found = []
    start = 0
    for sentence in _SENTENCES.split(line):
        for pattern in _patterns("contributor"):
            hit = pattern.match(sentence)
            credit = _credit(hit) if hit else None
            if credit is not None and credit.names:
                found.append(Credit(start + credit.start, start + credit.end, credit.names))
                break
        start += len(sentence) + 1
    covered = sum(credit.end - credit.start for credit in found)
    return found if covered >= 0.6 * len(line) else []


def trailing(line: str) -> Credit | None:
    """Reporters in brackets at the end of a paragraph."""
    for pattern in _patterns("contributor"):
        for hit in pattern.finditer(line):
            if hit.end() == len(line) and hit.group()[:1] in "(（":
                return _credit(hit)
    return None


def dateline(line: str) -> Credit | None:
    """What stands before the first words of a dispatch: place, agency, reporters."""
    found = datelines.read(line)
    return None if found is None else _cleaned(0, found.end, found.names, found.outlet, found.place)


def outlets(line: str) -> Iterator[Credit]:
    """Outlets that a line outside the body names as where the text came from."""
    if len(line) > 2 * HEAD:
        return
    for pattern in _patterns("origin", "patterns", re.IGNORECASE):
        for hit in pattern.finditer(line):
            credit = _credit(hit)
            if credit is not None and credit.outlet:
                yield credit


def _credit(hit: re.Match[str]) -> Credit | None:
    group = hit.groupdict()
    return _cleaned(hit.start(), hit.end(), group.get("names"), group.get("outlet"), group.get("place"))


def _cleaned(start: int, end: int, names: str | None, outlet: str | None, place: str | None) -> Credit:
    outlet = squeeze(outlet or "").strip(" -–—|·,/《》【】[]") or None
    if outlet is not None and (len(outlet) < 2 or bare(outlet) in _words("never_outlet", "names")):
        outlet = None
    return Credit(start, end, split_names(names or ""), outlet, squeeze(place or "").strip(" ,.") or None)


def origin(removed: Sequence[str]) -> Origin | None:
    """The first claim of origin among the removed lines: an outlet with reporters beats a bare outlet, a bare outlet beats none."""
    claims = list(_claims(removed))
    if not claims:
        return None
    best = max(claims, key=lambda claim: (bool(claim[1].outlet and claim[1].names), bool(claim[1].outlet), -claim[0]))
    place, credit = best
    text = removed[place][credit.start : credit.end]
    return Origin(credit.outlet, credit.names, PageWords(credit.start, credit.end, text, f"removed/{place}"))


def _claims(removed: Iterable[str]) -> Iterator[tuple[int, Credit]]:
    for place, line in enumerate(removed):
        by = byline(line)
        if by is not None and by.outlet:
            yield place, by
        lead = dateline(line + " x") if len(line) < HEAD else None
        if lead is not None and lead.outlet and lead.start == 0 and lead.end >= len(line) - 1:
            yield place, Credit(0, len(line), lead.names, lead.outlet, lead.place)
        for credit in outlets(line):
            yield place, credit
