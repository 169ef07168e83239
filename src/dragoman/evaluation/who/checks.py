"""Checks of the tables: `faults` takes named tables, the shipped ones or a person's own, and says what is wrong where.

A table's name tells what it is: `bodies/...` holds bodies, `cities.toml` and `regions.toml` places, any table with a key `party` is the
file of a party.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from dragoman.actors.people import offices, organs
from dragoman.actors.places import bodies, cities, regions
from dragoman.actors.records import LANGUAGES, load, shipped
from dragoman.actors.territories import countries
from dragoman.evaluation.who import fields
from dragoman.evaluation.who.terms import doubles, overlaps

Table = Mapping[str, Any]

_NAMES = frozenset(LANGUAGES)
_KEYS = {
    "person": frozenset({"id", "roles", "country", "speaks", "no_surname", "wikidata"}) | _NAMES,
    "organ": frozenset({"id", "wikidata"}) | _NAMES,
    "office": frozenset({"id", "full", "organ", "several"}) | _NAMES,
    "metonym": frozenset({"of"}) | _NAMES,
}
_PARTY = frozenset({"party", "organs", *_KEYS})
_BODY = frozenset({"party", "kind", "type", "metonym", "wikidata"}) | _NAMES
_PLACES = {"cities.toml": "city", "regions.toml": "region"}
_SHIPPED = ("zh", "en", "ru")


class Fault(Struct, frozen=True):
    """What is wrong in an entry of a file."""

    file: str
    entry: str
    text: str


class _Known(Struct, frozen=True):
    """Ids that entries may point to."""

    parties: frozenset[str]
    organs: frozenset[str]
    offices: frozenset[str]
    required: tuple[str, ...]
    named: Mapping[str, frozenset[str]]
    """Person to the languages of the names in all files: who served two parties is named in one of them."""


def faults(tables: Mapping[str, Table], required: Sequence[str] = _SHIPPED) -> tuple[Fault, ...]:
    """All faults of some tables by name, against the shipped ones; every entry needs a name in the languages `required`."""
    known = _known(tables, tuple(required))
    found = []
    for name, table in tables.items():
        found += [Fault(name, entry, text) for entry, text in _of_table(name, table, known)]
    parties = _beside_shipped({name: table for name, table in tables.items() if "party" in table})
    found += [Fault(*row) for row in (*doubles(parties), *overlaps(parties, _single), *_items(tables)) if row[0] in tables]
    return tuple(dict.fromkeys(found))


def _beside_shipped(tables: Mapping[str, Table]) -> dict[str, Table]:
    """Some party files behind the shipped ones, without the people whom they write anew."""
    anew = {entry.get("id") for table in tables.values() for entry in table.get("person", ())}
    kept = {
        name: {**table, "person": [entry for entry in table.get("person", ()) if entry["id"] not in anew]}
        for name, table in shipped().items()
        if "party" in table and name not in tables
    }
    return {**kept, **tables}


def _single(party: str, kind: str, table: Table) -> bool:
    """Whether an office has one holder at a time; free titles are not compared."""
    for entry in table.get("office", ()):
        if entry.get("id") == kind:
            return not entry.get("several", False)
    for identity in (f"office:{kind}", f"office:{party.lower()}-{kind}"):
        if identity in offices():
            return not offices()[identity].several
    common = load("offices.toml").get(kind)
    return common is not None and not common.get("several", False)


def _known(tables: Mapping[str, Table], required: tuple[str, ...]) -> _Known:
    given = [table for table in tables.values() if "party" in table]
    own = {identity for name, table in tables.items() if _is_bodies(name, table) for identity in table}
    return _Known(
        parties=frozenset({*countries(), *bodies(), *own}),
        organs=frozenset({*organs(), *bodies(), *own, *(f"org:{entry.get('id')}" for table in given for entry in table.get("organ", ()))}),
        offices=frozenset({*offices(), *(f"office:{entry.get('id')}" for table in given for entry in table.get("office", ()))}),
        required=required,
        named=_named((*shipped().values(), *tables.values())),
    )


def _named(tables: Sequence[Table]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for entry in table.get("person", ()):
            found.setdefault(entry.get("id", ""), set()).update(key for key in entry if key in _NAMES)
    return {person: frozenset(languages) for person, languages in found.items()}


def _is_bodies(name: str, table: Table) -> bool:
    return "party" not in table and "bodies" in name


def _of_table(name: str, table: Table, known: _Known) -> Iterator[tuple[str, str]]:
    if "party" in table:
        yield from _party(table, known)
    elif _is_bodies(name, table):
        for identity, entry in table.items():
            yield from ((identity, text) for text in _body(entry, known))
    elif name.rsplit("/", 1)[-1] in _PLACES:
        for identity, row in table.items():
            yield from ((identity, text) for text in _place(row))
    else:
        yield "", "nothing reads it: a party file has a key `party`; other files are bodies/*.toml, cities.toml and regions.toml"


def _party(table: Table, known: _Known) -> Iterator[tuple[str, str]]:
    party = table["party"]
    for key in table:
        if key not in _PARTY:
            yield "", f"unknown key {key!r}; known are {', '.join(sorted(_PARTY))}"
    if party not in known.parties:
        yield "", f"unknown party {party!r}: neither an ISO 3166 code nor the id of a body"
    for kind in table.get("organs", ()):
        if kind not in load("organs.toml"):
            yield "", f"unknown common organ {kind!r}; known are {', '.join(load('organs.toml'))}"
    for kind, allowed in _KEYS.items():
        seen: set[str] = set()
        for entry in table.get(kind, ()):
            where = f"{kind} {entry.get('id', entry.get('of', ''))}"
            yield from ((where, text) for text in _entry(kind, entry, allowed, party, known))
            if kind != "metonym" and entry.get("id") in seen:
                yield where, "this id stands twice in the file"
            seen.add(entry.get("id", ""))


def _entry(kind: str, entry: Table, allowed: frozenset[str], party: str, known: _Known) -> Iterator[str]:
    yield from fields.unknown_keys(entry, allowed)
    elsewhere = known.named.get(entry.get("id", ""), frozenset()) if kind == "person" else frozenset()
    needed = () if kind == "metonym" or _is_common(kind, entry, party) else known.required
    yield from fields.surfaces_of(entry, tuple(language for language in needed if language not in elsewhere))
    yield from fields.item_fault(entry)
    if kind != "metonym":
        yield from fields.slug_fault(entry)
    if kind == "metonym" and "of" in entry and f"org:{entry['of']}" not in known.organs:
        yield f"of = {entry['of']!r}: no such organ or body"
    if kind == "office":
        if not entry.get("full"):
            yield "an office needs `full`, its English title with the party"
        if "organ" in entry and not {f"org:{entry['organ']}", entry["organ"]} & known.organs:
            yield f"organ = {entry['organ']!r}: no such organ or body"
    if kind == "person":
        yield from _person(entry, party, known)


def _is_common(kind: str, entry: Table, party: str) -> bool:
    """An organ that gets names by pattern as well need not have them all."""
    return kind == "organ" and str(entry.get("id", "")).removeprefix(f"{party.lower()}-") in load("organs.toml")


def _person(entry: Table, party: str, known: _Known) -> Iterator[str]:
    for key, allowed in (("country", frozenset(countries())), ("speaks", known.parties | {""})):
        if key in entry and entry[key] not in allowed:
            yield f"{key} = {entry[key]!r}: no such country or body"
    for row in entry.get("roles", ()):
        yield from fields.row_faults(row)
        kind = row[0] if isinstance(row, list) and row else ""
        common = kind in load("offices.toml")
        if fields.SLUG.fullmatch(str(kind)) and not common and not {f"office:{kind}", f"office:{party.lower()}-{kind}"} & known.offices:
            yield f"unknown office {kind!r}: neither in offices.toml nor an [[office]]; a free title begins with a capital"


def _body(entry: Any, known: _Known) -> Iterator[str]:
    if not isinstance(entry, Mapping):
        yield "a body is a table with its names per language"
        return
    yield from fields.unknown_keys(entry, _BODY)
    yield from fields.surfaces_of(entry, known.required)
    yield from fields.item_fault(entry)
    if entry.get("party") and entry["party"] not in known.parties:
        yield f"unknown party {entry['party']!r}"
    if entry.get("kind", "body") not in ("body", "organ", "group"):
        yield f"kind = {entry['kind']!r}: body, organ or group"
    if entry.get("type", "organisation") not in ("organisation", "place"):
        yield f"type = {entry['type']!r}: organisation or place"


def _place(row: Any) -> Iterator[str]:
    if not isinstance(row, list) or len(row) != 4 or not all(isinstance(text, str) for text in row):
        yield "a place is [country, English, Chinese, Russian]"
        return
    if row[0] and row[0] not in countries():
        yield f"unknown country {row[0]!r}"
    for language, text in zip(("en", "zh", "ru"), row[1:], strict=True):
        yield from fields.surface_list(text, language)


def _items(tables: Mapping[str, Table]) -> Iterator[tuple[str, str, str]]:
    """Wikidata items that two actors share; the same person in two files is one."""
    shipped = (*countries().values(), *bodies().values(), *cities().values(), *regions().values())
    owner = {actor.wikidata: actor.id for actor in shipped if actor.wikidata}
    for name, table in tables.items():
        rows = [(f"{kind} {entry.get('id')}", entry.get("id"), entry) for kind in ("person", "organ") for entry in table.get(kind, ())]
        rows = rows if "party" in table else [(identity, identity, entry) for identity, entry in table.items() if _is_bodies(name, table)]
        for where, identity, entry in rows:
            item = entry.get("wikidata") if isinstance(entry, Mapping) else None
            if item and owner.setdefault(item, identity) != identity:
                yield name, where, f"wikidata = {item!r} is that of {owner[item]!r} already"
