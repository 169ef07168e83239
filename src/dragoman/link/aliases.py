"""Alias linking: every mention gets an entity, its display name, the party it speaks for, and the role that the article gives it.

A surface that the tables know gets their id; one that the text itself defines gets the id of its long form; a surname that of the
person named in full. What stays unknown gets a local id, its type and folded name ("person:ann b. example"), so that equal names
meet across articles of one language. Nothing is merged on sound here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from dragoman import actors
from dragoman.link import parties, roles
from dragoman.link.definitions import Definition, definitions, with_short_forms
from dragoman.link.known import candidates
from dragoman.link.names import key
from dragoman.link.people import Company, Person, persons
from dragoman.model.annotations import Mention
from dragoman.model.reading import Reading


class Aliases:
    """Gives mentions their entities ("entities" is the virtual field that says so)."""

    name = "aliases"
    version = "1"
    needs = ("sentences", "mentions")
    gives = ("mentions", "entities")

    def annotate(self, reading: Reading) -> Reading:
        """The reading with linked mentions."""
        language = reading.article.language
        date = _date(reading)
        mentions = list(reading.mentions)
        defined = definitions(reading.article.text, mentions, language)
        mentions = with_short_forms(reading.article.text, mentions, defined, language)
        linked = [
            mention if mention.type == "person" else _linked(_whole(at, mentions, reading), language, date, defined)
            for at, mention in enumerate(mentions)
        ]
        linked = [replace(new, text=old.text, normal=old.normal) for new, old in zip(linked, mentions, strict=True)]
        named = frozenset(party for mention in linked for party in (mention.party, mention.entity) if party)
        company = Company(language, date, named | _adjectives(reading))
        people = persons(linked, company)
        unowned = [one for one in people if all(linked[at].office is None for at in one.members)]
        for person in [*unowned, *(one for one in people if one not in unowned)]:  # an office may have its party from its owner
            for at, mention in _people(person, linked, reading.article.text, company):
                linked[at] = mention
        return replace(reading, mentions=tuple(linked))


def _date(reading: Reading) -> str | None:
    """The day of the article as far as it is known."""
    published = reading.article.published
    value = published.value or published.latest or published.earliest
    return value[:10] if value else None


def _adjectives(reading: Reading) -> frozenset[str]:
    """Countries that the text names by adjective ("Russian")."""
    text = reading.article.text
    return frozenset(entity for word, entity in _demonyms(reading.article.language) if word in text)


@cache
def _demonyms(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((name.text, name.entity) for name in actors.names(language) if name.kind == "demonym" and len(name.text) > 2)


def _whole(at: int, mentions: Sequence[Mention], reading: Reading) -> Mention:
    """An organisation under the name that it forms with the place right beside it, where the tables know that name: Министерство
    обороны + Украины."""
    mention, text, language = mentions[at], reading.article.text, reading.article.language
    if mention.type != "organisation" or mention.entity is not None or _known(mention, language) is not None:
        return mention
    for other in (*mentions[max(0, at - 1) : at], *mentions[at + 1 : at + 2]):
        start, end = min(mention.start, other.start), max(mention.end, other.end)
        if other.type == "place" and end - start <= len(mention.text) + len(other.text) + 1:
            normal = text[start:end].replace(mention.text, mention.normal or mention.text)
            whole = replace(mention, text=text[start:end], normal=normal)
            if _known(whole, language) is not None:
                return whole
    return mention


def _linked(mention: Mention, language: str, date: str | None, defined: Sequence[Definition]) -> Mention:
    """An organisation, place or other name with its entity."""
    own = {key(mention.text), key(mention.normal or mention.text)}
    as_short = next((one for one in defined if key(one.short) in own), None)
    as_long = next((one for one in defined if not own.isdisjoint((key(one.long), key(one.name)))), None)
    others = (*((as_short.long, as_short.name) if as_short else ()), *((as_long.short,) if as_long else ()))
    known = (_known(replace(mention, text=other, normal=other), language) for other in others)
    entity = mention.entity or _known(mention, language) or next((one for one in known if one is not None), None)
    if entity is not None:
        return replace(mention, entity=entity, name=actors.display(entity, language), party=actors.party(entity, date))
    definition = as_short or as_long
    display = definition.name if definition else mention.normal or mention.text
    party = mention.party
    if party is None and mention.type == "organisation":
        party = parties.of_organisation(display, language)
    return replace(mention, entity=local_id(mention.type, display), name=display, party=party)


def local_id(kind: str, display: str) -> str:
    """The id of an entity that the tables do not know."""
    return f"{kind}:{key(display)}"


def _known(mention: Mention, language: str) -> str | None:
    """The actor of a surface: of the plainest kind of name, None where two are equally plain."""
    found = candidates(mention, language)
    if not found:
        return None
    plainest = {name.entity for name in found if name.kind == found[0].kind}
    return found[0].entity if len(plainest) == 1 else None


def _people(person: Person, mentions: Sequence[Mention], text: str, company: Company) -> list[tuple[int, Mention]]:
    """The mentions of a person, with entity, name, party, role and office. The office that the text gives tells the party; where it gives
    none, `actors` tell it by the day, and where it is over or an observer's, only by an office held that day."""
    own = {at: mentions[at] for at in sorted(person.members)}
    role = next((mention.role for mention in own.values() if mention.role), None)
    found = {at: office for at, mention in own.items() if (office := roles.office_of(mention, mentions, text, company.language))}
    entity = person.entity or local_id("person", person.display)
    name = actors.display(entity, company.language) if person.entity else person.display
    told = roles.current(found)
    party = told.party if told else None
    silent = bool(found) and all(one.past or parties.observes(text[one.start : one.end], company.language) for one in found.values())
    if party is None and person.entity and not (silent and not actors.held(entity, company.date)):
        party = actors.party(entity, company.date)
    return [
        (at, replace(mention, entity=entity, name=name, party=party, role=mention.role or role, office=found.get(at)))
        for at, mention in own.items()
    ]
