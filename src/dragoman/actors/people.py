"""Organs, offices and people of the party files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from dragoman.actors.places import bodies
from dragoman.actors.records import LANGUAGES, SURNAME_MARK, Actor, Office, Tenure, entries, load, party_files, split, surfaces
from dragoman.actors.territories import countries, extra
from dragoman.model.story import Role

INNER_DOT = "·"


@cache
def organs() -> dict[str, Actor]:
    """Ministries, presidencies, parliaments and the like; each speaks for its party."""
    found = {}
    for party, entry in entries("organ"):
        names = surfaces(entry)
        found["org:" + entry["id"]] = _organ("org:" + entry["id"], party, names, entry.get("wikidata"))
    for party, kind in _common_organs():
        identity = f"org:{party.lower()}-{kind}"
        names = _by_pattern(party, load("organs.toml")[kind])
        own = found[identity].names if identity in found else {}
        item = found[identity].wikidata if identity in found else None
        merged = {code: tuple(dict.fromkeys((*own.get(code, ()), *names.get(code, ())))) for code in {**own, **names}}
        found[identity] = _organ(identity, party, merged, item)
    return found


def _common_organs() -> Iterator[tuple[str, str]]:
    """(party, kind) of the organs that are named by pattern: those of every state, and what the party files list."""
    patterns = load("organs.toml")
    states = [code for code, actor in countries().items() if actor.kind == "country"]
    common = [(code, kind) for code in states for kind, row in patterns.items() if code not in split(row.get("except", ""))]
    listed = [(load(file)["party"], kind) for file in party_files() for kind in load(file).get("organs", ())]
    yield from dict.fromkeys((*common, *listed))


def _organ(identity: str, party: str, names: dict[str, tuple[str, ...]], item: str | None) -> Actor:
    country = party if party in countries() else None
    return Actor(id=identity, type="organisation", kind="organ", names=names, party=party, country=country, wikidata=item)


def _by_pattern(party: str, patterns: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of an organ made from the names, short forms and demonyms of its country."""
    actor = countries().get(party)
    if actor is None:
        return {}
    found = {}
    for language in (one for one in LANGUAGES if one in patterns):
        pattern = patterns[language]
        values = {
            "name": actor.names.get(language, ()),
            "place": tuple(map(_with_article, actor.names.get(language, ())[:1])),
            "short": () if party in load("countries.toml")["open_short"] else extra(party, "short", language),
            "demonym": extra(party, "demonym", language)[:1],
            "genitive": extra(party, "genitive", language),
        }
        made = [
            one.replace("{" + key + "}", value)
            for one in split(pattern)
            for key in values
            if "{" + key + "}" in one
            for value in values[key]
        ]
        if made:
            found[language] = tuple(dict.fromkeys(made))
    return found


@cache
def offices() -> dict[str, Office]:
    """Every office of the party files, those of the common kinds (`offices.toml`) where somebody held one."""
    found = {}
    for party, entry in entries("office"):
        identity = "office:" + entry["id"]
        found[identity] = Office(
            identity, party, entry["full"], surfaces(entry), _organ_id(entry.get("organ")), entry.get("several", False)
        )
    common = load("offices.toml")
    for party, entry in entries("person"):
        for kind, *_ in entry.get("roles", ()):
            if kind in common and _office_id(party, kind) not in found:
                found[_office_id(party, kind)] = _common_office(party, kind, common[kind])
    return dict(sorted(found.items()))


def _organ_id(slug: str | None) -> str | None:
    """The id of an organ of a party file, or of a body that an office belongs to."""
    known = {**organs(), **bodies()}
    return next((identity for identity in (f"org:{slug}", slug) if identity in known), None)


def _office_id(party: str, kind: str) -> str:
    return f"office:{party.lower()}-{kind}"


def _common_office(party: str, kind: str, entry: Mapping[str, Any]) -> Office:
    actor = countries().get(party)
    place = actor.names["en"][0] if actor is not None else party
    organ = f"{party.lower()}-{entry['organ']}" if "organ" in entry else None
    full = entry["full"].format(_with_article(place))
    return Office(_office_id(party, kind), party, full, surfaces(entry), _organ_id(organ), entry.get("several", False))


def _with_article(place: str) -> str:
    """English puts an article before the plural and compound names of countries ("the United States")."""
    articled = place.startswith("United ") or place in load("countries.toml")["plural"]
    return f"the {place}" if articled else place


def _role(party: str, row: list[str]) -> tuple[Role, str | None]:
    """A role of a person and the id of its office, None where only a title is given."""
    kind, since, until = [*row, "", ""][:3]
    for identity in ("office:" + kind, _office_id(party, kind)):
        office = offices().get(identity)
        if office is not None:
            return Role(office.full, office.party, since or None, until or None), identity
    return Role(kind, party, since or None, until or None), None


@cache
def _people() -> tuple[dict[str, Actor], tuple[Tenure, ...]]:
    found: dict[str, Actor] = {}
    tenures = []
    for party, entry in entries("person"):
        identity = "person:" + entry["id"]
        names = {language: tuple(text.replace(SURNAME_MARK, "") for text in texts) for language, texts in surfaces(entry).items()}
        rows = [_role(party, row) for row in entry.get("roles", ())]
        tenures += [Tenure(identity, office, role.since, role.until) for role, office in rows if office is not None]
        known = found.get(identity)
        roles = tuple(role for role, _ in rows)
        if known is not None:  # one person in two files: served two parties
            names = {**names, **known.names}
            roles = (*known.roles, *roles)
        country = entry.get("country", party if party in countries() else None)
        found[identity] = Actor(
            id=identity,
            type="person",
            kind="person",
            names=names,
            party=_home(roles, entry.get("speaks", party) or None),
            country=known.country if known else country,
            roles=tuple(sorted(roles, key=lambda role: role.since or "")),
            wikidata=entry.get("wikidata") or (known.wikidata if known else None),
        )
    return dict(sorted(found.items())), tuple(sorted(tenures, key=lambda one: (one.office, one.since or "", one.person)))


def _home(roles: Sequence[Role], given: str | None) -> str | None:
    """Whom a person speaks for when no day is asked: the office that runs, or ran, longest."""
    last = max(roles, key=lambda role: (role.until or "9999", role.since or ""), default=None)
    return last.party if last is not None else given


def people() -> dict[str, Actor]:
    """Every person, sorted by id; roles in order of time."""
    return _people()[0]


def tenures() -> tuple[Tenure, ...]:
    """Who held which office when, sorted by office and time."""
    return _people()[1]


def surnames() -> Iterator[tuple[str, str, str]]:
    """(person id, language, surname) as it may stand alone; a family name that stands first in English stands first everywhere."""
    for _, entry in entries("person"):
        family_first = entry["en"].startswith(SURNAME_MARK)
        for language, texts in surfaces(entry).items() if not entry.get("no_surname") else ():
            for text in texts:
                surname = surname_of(SURNAME_MARK + text if family_first and SURNAME_MARK not in text else text)
                if surname and len(surname) > 1:
                    yield "person:" + entry["id"], language, surname


def surname_of(text: str) -> str | None:
    """The surname of a full name as the tables write it; None where the name has no part that stands alone."""
    if text.startswith(SURNAME_MARK):
        first = text[1:].split(" ")[0].split(INNER_DOT)[0]
        return first if first != text[1:] else None
    if SURNAME_MARK in text:
        return text.split(SURNAME_MARK, 1)[1]
    for gap in (INNER_DOT, "・", " "):
        if gap in text:
            return text.rsplit(gap, 1)[1]
    return None
