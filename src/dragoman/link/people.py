"""Persons within an article: which mentions are one person, and who that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from dragoman import actors, languages
from dragoman.link import parties
from dragoman.link.known import candidates, people_by_surname, surnames
from dragoman.link.match import scores
from dragoman.link.names import compatible, key, parts
from dragoman.model.annotations import Mention

_OFFICE, _RUNNING, _COMPANY, _PAST = 4.0, 2.0, 2.0, 1.0
"""Weights of the signs that tell bearers of one surname apart: the office beside the name, an office held on the day, the party named
in the article, an office held before. Set by hand; the order is what matters."""


_SOUNDS_SAME = 0.98
"""Score from which two given names beside the same surname count as spellings of one."""


class Person(Struct):
    """The mentions of one person (indexes), the fullest name and, once known, the actor."""

    names: list[tuple[str, ...]]
    display: str
    members: list[int] = field(default_factory=list)
    entity: str | None = None
    surnames: set[str] = field(default_factory=set)


class Company(Struct, frozen=True):
    """What an article offers to tell people apart by: its date (ISO or None), the parties named in it, its language."""

    language: str
    date: str | None
    parties: frozenset[str]


def persons(mentions: Sequence[Mention], company: Company) -> list[Person]:
    """The people of an article in order of first full mention, every person mention in exactly one of them."""
    known_as = {at: mention for at, mention in enumerate(mentions) if mention.type == "person"}
    full = {at: split for at, mention in known_as.items() if len(split := parts(mention.normal or mention.text)) > 1}
    found = _grouped(known_as, full)
    for person in found:
        person.entity = _by_full_name(person, known_as, company)
        person.surnames = _surnames(person, company.language)
    for at, mention in sorted(known_as.items()):
        if at not in full:
            _place(at, mention, found, known_as, company)
    return found


def _grouped(known_as: Mapping[int, Mention], full: Mapping[int, tuple[str, ...]]) -> list[Person]:
    """Full names, those that may be one person's together."""
    found: list[Person] = []
    for at, split in sorted(full.items()):
        person = next((one for one in found if any(name == split or compatible(name, split) for name in one.names)), None)
        if person is None:
            person = Person([], known_as[at].normal or known_as[at].text)
            found.append(person)
        person.members.append(at)
        if split not in person.names:
            person.names.append(split)
    return found


def _surnames(person: Person, language: str) -> set[str]:
    """Surfaces (keys) that may stand alone for a person: the last part of the name, and what the tables say."""
    own = {name[-1] for name in person.names}
    if person.entity is not None:
        own |= surnames(language).get(person.entity, frozenset())
    return own


def _place(at: int, mention: Mention, found: list[Person], known_as: Mapping[int, Mention], company: Company) -> None:
    """Puts a one-part name to the person named in full before it, else after it, else to itself or to a known actor."""
    single = {key(mention.text), key(mention.normal or mention.text)}
    bearers = [person for person in found if single & person.surnames]
    before = [person for person in bearers if min(person.members) < at]
    if bearers:
        chosen = max(before, key=lambda person: max(one for one in person.members if one < at)) if before else bearers[0]
        chosen.members.append(at)
        return
    entity = _by_surname(mention, company)
    if entity is None:  # by the given name, or a family name that stands first: only where that person was named in full before
        again = next(
            (one for one in found if min(one.members) < at and any(len(name) > 1 and name[0] in single for name in one.names)), None
        )
        if again is not None:
            again.members.append(at)
            return
    person = Person([parts(mention.text)], mention.normal or mention.text, [at], entity, single)
    if entity is not None:
        same = next((one for one in found if one.entity == entity), None)
        if same is not None:
            same.members.append(at)
            return
    found.append(person)


def _by_full_name(person: Person, known_as: Mapping[int, Mention], company: Company) -> str | None:
    """The actor of a full name: listed as such, or with the same surname and a given name that is an initial or sounds the same; None
    where several fit equally."""
    listed = {name.entity for at in person.members for name in candidates(known_as[at], company.language) if name.kind in ("name", "alias")}
    if not listed:
        table = people_by_surname(company.language)
        listed = {
            who for name in person.names for who, known in table.get(name[-1], ()) if _same_given(known[0], name[0], company.language)
        }
    roles = " ".join(known_as[at].role or "" for at in person.members)
    return _best(sorted(listed), roles, company, bare=False)


def _same_given(known: str, given: str, language: str) -> bool:
    """Whether a given name may be the known one: equal, an initial, or spelled differently (Aleksander, Alexander)."""
    short, long = sorted((known, given), key=len)
    if len(short) == 1 and short.isalpha():
        return long.startswith(short) and languages.get(language).spaced
    return known == given or (len(short) > 2 and scores(given, language, [(known, language)])[0] >= _SOUNDS_SAME)


def _by_surname(mention: Mention, company: Company) -> str | None:
    """The actor of a bare surname (or of a whole name that has no parts, as Chinese ones)."""
    names = candidates(mention, company.language)
    whole = sorted({name.entity for name in names if name.kind in ("name", "alias")})
    if whole:
        return _best(whole, mention.role or "", company, bare=False)
    if mention.role and parties.observes(mention.role, company.language):  # an analyst of the same surname is somebody else
        return None
    bare = sorted({name.entity for name in names if name.kind == "surname"})
    foreign = mention.text.isascii() and languages.get(company.language).script != "Latn"
    chosen = _best(bare, mention.role or "", company, bare=True)
    return chosen if chosen is None or not foreign or _score(chosen, mention.role or "", company) >= _OFFICE else None


def _best(found: Sequence[str], role: str, company: Company, bare: bool) -> str | None:
    """The one who fits best, None where nobody stands out. A bare surname needs a sign besides the letters."""
    if len(found) == 1 and not bare:
        return found[0]
    scored = sorted(((_score(who, role, company), who) for who in found), key=lambda pair: (-pair[0], pair[1]))
    if not scored or (bare and scored[0][0] < _COMPANY):
        return None
    return scored[0][1] if len(scored) == 1 or scored[0][0] > scored[1][0] else None


def _score(who: str, role: str, company: Company) -> float:
    held = [office for office in (actors.office(one) for one in actors.held(who)) if office is not None]
    score = (
        _OFFICE if role and any(key(title) in key(role) for office in held for title in office.titles.get(company.language, ())) else 0.0
    )
    actor = actors.get(who)
    if actor is None:
        return score
    if {actors.party(who, company.date), actor.country} & company.parties:
        score += _COMPANY
    if company.date is not None and actor.roles:
        running = [
            one for one in actor.roles if (one.since or "") <= company.date and (one.until is None or company.date <= one.until + "~")
        ]
        past = [one for one in actor.roles if (one.since or "") <= company.date]
        score += _RUNNING if running else _PAST if past else -_COMPANY
    return score
