"""Who wrote it and where it came from, line by line: bylines, contributor lines, datelines and credit lines, by the grammar of
`languages/*/furniture.toml` (`extract/clauses.py`, `extract/sequences.py` and whole patterns)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dragoman.extract import clauses, grammar, sequences
from dragoman.extract import dateline as datelines
from dragoman.extract.names import MOST, cleaned, has_surname, is_cased, is_title, looks_like_one, parts, split_names, untitled
from dragoman.model.article import Person, Role
from dragoman.text.lines import bare, ends_sentence, squeeze, weight

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
# Words of an outlet's name.
OUTLET_WORDS = 8
_ROLES: dict[str, Role] = {
    "names": "author",
    "author": "author",
    "contributor": "contributor",
    "editor": "editor",
    "translator": "translator",
    "photographer": "photographer",
}
# A full stop behind a word ends a sentence, one behind an initial does not.
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s(?=[^\W\d_])")
_BRACKETS = re.compile(
    r"\s*(?:[(（\[【<＜](?P<inner>[^()（）\[\]【】<>＜＞]{2,160})[)）\]】>＞]|/\s?(?P<stroked>[^/\s][^/]{1,30}[^/\s])\s?/)[。.]?$"
)
_OUTLET_END = re.compile(r"[,;|,，;；]|[.。](?=\s|$)|\s[—–-]\s|\s\(|（|\s(?=(?:19|20)\d\d)|\.$")
_DASHES = re.compile(r"\s[-–—·•]\s")
_QUOTES = " -–—|·,./《》【】[]«»“”\"'„()（）<>"


class Who(Struct, frozen=True):
    """A person of a credit."""

    name: str
    role: Role
    place: str | None = None


class Credit(Struct, frozen=True):
    """People, outlet, agency and place of the text that a line gives, and the part of the line that gives them."""

    start: int
    end: int
    who: tuple[Who, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    place: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Those who wrote or contributed."""
        return tuple(dict.fromkeys(one.name for one in self.who if one.role in ("author", "contributor")))[:MOST]

    @property
    def told(self) -> bool:
        """Whether it says anything."""
        return bool(self.who or self.outlet or self.agency)


def persons(credit: Credit, line: str) -> list[Person]:
    """The people of a credit with the words that name them."""
    words = squeeze(line[credit.start : credit.end])
    return [Person(one.name, one.role, one.place, words) for one in credit.who]


def byline(line: str) -> Credit | None:
    """A line that is nothing but who worked on it; outlets, agencies and dates of work may stand beside the names."""
    if len(line) > LONGEST or not any(char.isalpha() for char in line):
        return None
    short = len(line) <= HEAD and not (ends_sentence(line) and weight(line) > 12)
    credit = (_in_sequence(line) if short else None) or _in_clauses(line)
    if credit is None and short:
        credit = _in_patterns(line) or _titled(line)
    return credit if credit is not None and credit.who else None


def source(line: str) -> Credit | None:
    """A line that is nothing but where the text came from."""
    if len(line) > HEAD or (ends_sentence(line) and weight(line) > 8):
        return None
    claims = [*([found] if (found := _in_clauses(line)) else []), *outlets(line)]
    return next((one for one in claims if one.told and not _words_beside(line, one)), None)


def _words_beside(line: str, credit: Credit) -> bool:
    return any(char.isalnum() for char in line[: credit.start] + line[credit.end :])


def _in_patterns(line: str) -> Credit | None:
    """By the whole patterns of a language."""
    for pattern in grammar.matches("byline", "patterns", line, re.IGNORECASE):
        found = pattern.fullmatch(line)
        credit = _of_groups(found) if found else None
        if credit is not None and credit.who:
            return credit
    return None


def scan(line: str) -> Credit:
    """All that a line outside the text says of people and origin, whatever else it says."""
    if len(line) > LONGEST:
        return Credit(0, 0)
    whole = byline(line)
    found = [whole] if whole is not None else [credit for clause in clauses.read(line) if (credit := _of_clause(line, clause)).told]
    if not any(credit.who for credit in found) and len(line) <= HEAD:
        found.extend(
            credit
            for pattern in grammar.matches("byline", "inside", line, re.IGNORECASE)
            for hit in pattern.finditer(line)
            if (credit := _of_groups(hit)).who
        )
    return _joined(found)


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
    found = []
    start = 0
    for sentence in _SENTENCES.split(line) if len(line) <= 4 * LONGEST else ():
        for pattern in grammar.matches("contributor", "patterns", sentence):
            hit = pattern.match(sentence)
            credit = _of_groups(hit) if hit else None
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
        credit = _in_sequence(inner) or (_of_source(inner) if final else None)
        if credit is not None and (final or credit.who):
            return Credit(hit.start(), hit.end(), credit.who, credit.outlet, credit.agency, credit.place)
    for pattern in grammar.matches("contributor", "last" if final else "trailing", line[-HEAD:]):
        found = pattern.search(line, max(0, len(line) - HEAD))
        credit = _of_groups(found) if found else None
        if credit is not None and credit.told:
            return credit
    return None


def _of_source(inner: str) -> Credit | None:
    """A bracket that holds an agency, names, or clauses of credits."""
    if grammar.is_agency(inner):
        return Credit(0, len(inner), agency=squeeze(inner))
    credit = alone(inner) or _in_clauses(inner) or next(outlets(inner), None)
    return credit if credit is not None and credit.told and credit.end - credit.start >= 0.6 * len(inner) else None


def dateline(line: str) -> Credit | None:
    """What stands before the first words of a dispatch: place, agency, reporters."""
    found = datelines.read(line)
    if found is None:
        return None
    who = tuple(Who(name, "author") for name in split_names(found.names or ""))
    outlet, agency = _named(found.outlet)
    return Credit(0, found.end, who, outlet, agency, squeeze(found.place or "").strip(" ,.") or None)


def outlets(line: str) -> Iterator[Credit]:
    """Outlets and agencies that a line outside the text names as where it came from."""
    if len(line) > LONGEST:
        return
    for clause in clauses.read(line):
        credit = _of_clause(line, clause) if clause.role == "outlet" else None
        if credit is not None and credit.told:
            yield credit
    for pattern in grammar.matches("origin", "patterns", line, re.IGNORECASE):
        for hit in pattern.finditer(line):
            credit = _of_groups(hit)
            if credit.outlet or credit.agency:
                yield credit
    name = line.strip("()（）[]【】/ ")
    if grammar.is_agency(name) and (name != line or len(name) > 3):
        yield Credit(0, len(line), agency=name)


def _in_clauses(line: str) -> Credit | None:
    """A line whose every word belongs to a clause that says who or where from."""
    found = clauses.read(line)
    said = [_of_clause(line, clause) for clause in found]
    if not said or not all(credit.told for credit in said):
        return None
    edges = [0, *(place for clause in found for place in (clause.start, clause.end)), len(line)]
    gaps = (line[edges[place] : edges[place + 1]] for place in range(0, len(edges), 2))
    return _joined(said) if not any(char.isalnum() for gap in gaps for char in gap) else None


def _of_clause(line: str, clause: clauses.Clause) -> Credit:
    """What a clause says; nothing where its words are no names, or no outlet."""
    words = line[clause.value : clause.end]
    if clause.role == "outlet":
        return Credit(clause.start, clause.end, (), *_outlet(words, clause.marked))
    role = _ROLES.get(clause.role)
    credit = None if role is None else _people(words, role, clause.marked)
    if credit is None:
        return Credit(clause.start, clause.end)
    return Credit(clause.start, clause.end, credit.who, credit.outlet, credit.agency)


def _people(words: str, role: Role, marked: bool) -> Credit | None:
    """The names of a clause, each with the place it reported from; the outlet or agency they work for may stand behind them. Behind a mark
    the names end where something else begins; without one there must be nothing else."""
    who: list[Who] = []
    outlet = agency = None
    for part in (part for piece in _DASHES.split(words) for part in parts(piece)):
        name, place = _placed(part)
        known = cleaned(name)
        if grammar.is_agency(part):
            agency = part
        elif known is not None and looks_like_one(known, 1 if marked else 2) and not (who and datelines.is_place(known)):
            who.append(Who(known, role, place))
        elif who and datelines.is_place(part.strip(" .")):
            who = [Who(one.name, one.role, one.place or part.strip(" .")) for one in who]
        elif who and part[:1].isupper() and weight(part) <= OUTLET_WORDS:
            outlet = outlet or _named(part)[0]
        elif untitled(part) and not (marked and who):
            return None
        elif untitled(part):
            break
    return Credit(0, len(words), tuple(who[:MOST]), outlet, agency) if who else None


def _placed(part: str) -> tuple[str, str | None]:
    """ "Ada Quill in Port Elder" -> ("Ada Quill", "Port Elder")."""
    for pattern in grammar.matches("names", "placed", part, re.IGNORECASE):
        hit = pattern.fullmatch(part)
        if hit is not None and hit["place"][:1].isupper():
            return hit["name"], hit["place"].strip(" .,")
    return part, None


def _titled(line: str) -> Credit | None:
    """ "Ada Quill, Staff Writer": a name with a title behind it, and nothing but titles, agencies and addresses after it. Only where capitals
    tell a name from other words."""
    first, *rest = parts(line) or [""]
    name = cleaned(first)
    if name is None or not is_cased(name) or not looks_like_one(name, 2) or not line.startswith(name):
        return None
    agency = next((part for part in rest if grammar.is_agency(part)), None)
    titles = [part for part in (first[len(name) :], *rest) if part.strip(_QUOTES) and not grammar.is_agency(part)]
    if not titles or not all(is_title(part) for part in titles):
        return None
    return Credit(0, len(line), (Who(name, "author"),), agency=agency)


def _in_sequence(line: str) -> Credit | None:
    """ "本报记者 A B 通讯员 C": words and names in turn, in scripts without spaces."""
    found = sequences.read(line)
    if found is None:
        return None
    outlet, agency = _named(found.outlet)
    return Credit(0, len(line), tuple(Who(name, _ROLES[role], place) for name, role, place in found.who), outlet, agency)


def _of_groups(hit: re.Match[str]) -> Credit:
    """What the named groups of a pattern hold; the agency must be one."""
    group = {name: value for name, value in hit.groupdict().items() if value}
    who = [
        Who(name, role, place or squeeze(group.get("place", "")).strip(" ,.") or None)
        for key, role in _ROLES.items()
        for part in parts(group.get(key, ""))
        for raw, place in (_placed(part),)
        if (name := cleaned(raw)) is not None and looks_like_one(name)
    ]
    handle = cleaned(group.get("handle", ""))
    who += [Who(handle, "author")] if handle is not None else []
    outlet, agency = _named(group.get("outlet"))
    if "agency" in group:
        if not grammar.is_agency(group["agency"]):
            return Credit(hit.start(), hit.end())
        agency = group["agency"]
    return Credit(hit.start(), hit.end(), tuple(who[:MOST]), outlet, agency, None if who else squeeze(group.get("place", "")) or None)


def _outlet(words: str, marked: bool) -> tuple[str | None, str | None]:
    """Outlet and agency that a clause names."""
    words = words.strip()
    if grammar.is_agency(words.strip(_QUOTES)):
        return _named(words)
    unspaced = re.match("[《【“]?[\u3040-\u30ff\u3400-\u9fff]", words) is not None
    end = re.search(r"[\s《》【】|,，;；。()（）:：]", words.lstrip(_QUOTES)) if unspaced else _OUTLET_END.search(words.lstrip(_QUOTES))
    name = words.lstrip(_QUOTES)[: end.start()] if end else words
    return _named(name) if marked or not name[:1].islower() else (None, None)


def _named(name: str | None) -> tuple[str | None, str | None]:
    """A name as (outlet, agency): agencies are told by their names, and some words name neither."""
    name = squeeze(name or "").strip(_QUOTES)
    if grammar.is_agency(name):
        return None, name
    if (
        len(name) < 2
        or weight(name) > OUTLET_WORDS
        or not any(map(str.isalpha, name))
        or bare(name) in grammar.words("never_outlet", "names")
    ):
        return None, None
    return (None, None) if re.match(r"https?:|www\.|\S+@", name) else (name, None)


def _joined(said: Sequence[Credit]) -> Credit:
    """Several credits of one line as one."""
    if not said:
        return Credit(0, 0)
    who = {(one.name.casefold(), one.role): one for credit in said for one in credit.who}
    return Credit(
        min(credit.start for credit in said),
        max(credit.end for credit in said),
        tuple(who.values()),
        next((credit.outlet for credit in said if credit.outlet), None),
        next((credit.agency for credit in said if credit.agency), None),
        next((credit.place for credit in said if credit.place), None),
    )
