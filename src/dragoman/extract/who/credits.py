"""Credits: people with what they did, outlet and agency, as clauses, sequences and the groups of patterns give them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from dragoman.extract.who import clauses, grammar, sequences
from dragoman.extract.who import dateline as datelines
from dragoman.extract.who.names import MOST, cleaned, looks_like_one, parts, untitled
from dragoman.model.article import Role
from dragoman.text.lines import bare, squeeze, weight

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
_OUTLET_END = re.compile(r"[,;|,，;；]|[.。](?=\s|$)|\s[—–-]\s|\s\(|（|\s(?=(?:19|20)\d\d)|\.$")
_DASHES = re.compile(r"\s[-–—·•]\s")
# Marks around a name.
QUOTES = " -–—|·,./《》【】[]«»“”\"'„()（）<>"


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


def in_clauses(line: str) -> Credit | None:
    """A line whose every word belongs to a clause that says who or where from."""
    found = clauses.read(line)
    said = [of_clause(line, clause) for clause in found]
    if not said or not all(credit.told for credit in said):
        return None
    edges = [0, *(place for clause in found for place in (clause.start, clause.end)), len(line)]
    gaps = (line[edges[place] : edges[place + 1]] for place in range(0, len(edges), 2))
    return joined(said) if not any(char.isalnum() for gap in gaps for char in gap) else None


def of_clause(line: str, clause: clauses.Clause) -> Credit:
    """What a clause says; nothing where its words are no names, or no outlet."""
    words = line[clause.value : clause.end]
    if clause.role == "outlet":
        return Credit(clause.start, clause.end, (), *_outlet(words, clause.marked))
    role = _ROLES.get(clause.role)
    credit = None if role is None else _people(words, role, clause.marked)
    if credit is None:
        return Credit(clause.start, clause.end)
    return Credit(clause.start, clause.end, credit.who, credit.outlet, credit.agency)


def in_sequence(line: str) -> Credit | None:
    """ "本报记者 A B 通讯员 C": words and names in turn, in scripts without spaces."""
    found = sequences.read(line)
    if found is None:
        return None
    outlet, agency = named(found.outlet)
    return Credit(0, len(line), tuple(Who(name, _ROLES[role], place) for name, role, place in found.who), outlet, agency)


def of_groups(hit: re.Match[str]) -> Credit:
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
    outlet, agency = named(_unlabelled(group.get("outlet")))
    if "agency" in group:
        if not grammar.is_agency(group["agency"]):
            return Credit(hit.start(), hit.end())
        agency = group["agency"]
    return Credit(hit.start(), hit.end(), tuple(who[:MOST]), outlet, agency, None if who else squeeze(group.get("place", "")) or None)


def _unlabelled(name: str | None) -> str | None:
    """An outlet's name without the label that a pattern took for its first word: "Par Le Courrier avec AFP"."""
    first, _, rest = (name or "").partition(" ")
    return rest if rest[:1].isupper() and grammar.labels("plain").get(first.casefold()) == "author" else name


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
            outlet = outlet or named(part)[0]
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


def _outlet(words: str, marked: bool) -> tuple[str | None, str | None]:
    """Outlet and agency that a clause names."""
    words = words.strip()
    if words.startswith(("http:", "https:", "//")):
        return None, None
    if grammar.is_agency(words.strip(QUOTES)):
        return named(words)
    unspaced = re.match("[《【“]?[\u3040-\u30ff\u3400-\u9fff]", words) is not None
    end = re.search(r"[\s《》【】|,，;；。()（）:：]", words.lstrip(QUOTES)) if unspaced else _OUTLET_END.search(words.lstrip(QUOTES))
    name = words.lstrip(QUOTES)[: end.start()] if end else words
    return named(name) if marked or not name[:1].islower() else (None, None)


def named(name: str | None) -> tuple[str | None, str | None]:
    """A name as (outlet, agency): agencies are told by their names, and some words name neither."""
    name = squeeze(name or "").strip(QUOTES)
    if grammar.is_agency(name):
        return None, name
    if (
        len(name) < 2
        or weight(name) > OUTLET_WORDS
        or not any(map(str.isalpha, name))
        or bare(name) in grammar.words("never_outlet", "names")
    ):
        return None, None
    return (None, None) if re.match(r"https?(?::|$)|www\.|\S+@", name) else (name, None)


def joined(said: Sequence[Credit]) -> Credit:
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
