"""Where the text of a page came from, by the page's own word: the outlet, its reporters and the agency behind it, with the words that say
so and the address of the original where the page links to it.

Credit lines outside the text come first, then a dateline or an agency behind the last paragraph. Only where a page has neither, and the
first sentence of its lead says whose report it retells, that outlet is the origin, with its words in the text: weak evidence, for what one
statement among many is owed to is no origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct, structs

from dragoman.extract.facts.metadata import Original
from dragoman.extract.who import attribution, grammar
from dragoman.extract.who.attribution import HEAD, Credit
from dragoman.model.article import Origin, PageWords, Person, Removed
from dragoman.text.lines import bare, letters

# Lines of these kinds tell of other articles, or are no words of the page's own; those of figures tell where a picture is from.
_OTHERS = frozenset(("related", "ad", "form", "tags", "debris", "paywall"))
# Word of the reasons of lines that stand far from the article: they may be about others.
_FAR = "outside"
# Reason of lines that a figure holds.
_FIGURE = "caption of a figure"
# Code points of a lead in which it may name the report that it retells.
LEAD = 260
_SENTENCE = re.compile(r"[.!?](?=\s)|[。！？]")


class _Claim(Struct, frozen=True):
    """A credit in removed line `place`."""

    place: int
    credit: Credit
    far: bool
    own: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, bool, int]:
        """Others come before the page's own outlet; an outlet with reporters beats a bare outlet, which beats an agency; what stands first
        beats what comes later."""
        credit = self.credit
        return (not self.far, not self.own, bool(credit.outlet and credit.names), bool(credit.outlet), bool(credit.agency), -self.place)


def find(removed: Sequence[Removed], own: Iterable[str] = (), text: str = "") -> Origin | None:
    """The best claim of origin among the removed lines, else that of the lead of `text`. `own` are names of the page's own site: on its own
    pages an agency is the outlet."""
    names = frozenset(letters(name) for name in own) - {""}
    claims = list(_claims(removed, names))
    if not claims:
        return _of_lead(text)
    best = max(claims, key=lambda claim: claim.rank)
    agency = best.credit.agency or next((claim.credit.agency for claim in claims if claim.credit.agency and claim.far <= best.far), None)
    outlet = best.credit.outlet
    if outlet is None and agency is not None and letters(agency) in names:
        outlet = agency
    line = removed[best.place].text
    start, end = best.credit.start, best.credit.end
    return Origin(outlet, best.credit.names, PageWords(start, end, line[start:end], f"removed/{best.place}"), agency)


def _claims(removed: Sequence[Removed], own: frozenset[str]) -> Iterator[_Claim]:
    for place, one in enumerate(removed):
        if one.kind in _OTHERS or one.reason.startswith(_FIGURE) or len(one.text) > attribution.LONGEST:
            continue
        for credit in _credits(one):
            if credit.outlet or credit.agency:
                yield _Claim(place, credit, _FAR in one.reason, letters(credit.outlet or "") in own)


def _credits(one: Removed) -> Iterator[Credit]:
    line = one.text
    if one.kind == "dateline":
        lead = attribution.dateline(line + " X")
        if lead is not None:
            yield Credit(0, len(line), lead.who, lead.outlet, lead.agency, lead.place)
        return
    whole = attribution.byline(line)
    if whole is not None:
        yield whole
    end = attribution.ending(f". {line}", True) if len(line) <= HEAD else None
    if end is not None and end.told:
        yield Credit(max(0, end.start - 2), end.end - 2, end.who, end.outlet, end.agency)
    yield from attribution.outlets(line)


def _of_lead(text: str) -> Origin | None:
    """An outlet that the first sentence of the text names as the one whose report it retells."""
    lead = text.partition("\n")[0][:LEAD]
    stop = _SENTENCE.search(lead)
    sentence = lead[: stop.end()] if stop else lead
    for pattern in grammar.matches("origin", "text", sentence):
        for hit in pattern.finditer(sentence):
            at_edge = hit.start() <= 2 or hit.end() >= len(sentence) - 24
            name = hit["outlet"].strip(' 《》“”«»"„.')
            if at_edge and len(name) > 1 and bare(name) not in grammar.words("never_outlet", "names"):
                words = PageWords(hit.start(), hit.end(), hit.group())
                return Origin(None, (), words, name) if grammar.is_agency(name) else Origin(name, (), words)
    return None


def of_data(original: Original) -> Origin:
    """The origin that only the page's data give, named by its host where they do not name it."""
    host = (urlsplit(original.url).hostname or "").removeprefix("www.")
    words = PageWords(0, len(original.words), original.words, "data")
    name = original.outlet or host
    return Origin(None, (), words, name, original.url) if grammar.is_agency(name) else Origin(name, (), words, None, original.url)


def linked(origin: Origin | None, links: Iterable[tuple[str, str]], host: str) -> Origin | None:
    """The origin with the address of the original: a link (words, address) to another host whose words are the name of the outlet or
    agency, or a label like "original article"."""
    if origin is None or origin.url is not None:
        return origin
    names = {letters(name) for name in (origin.outlet, origin.agency) if name}
    for words, address in links:
        if (letters(words) in names or bare(words) in _originals()) and _elsewhere(address, host):
            return structs.replace(origin, url=address)
    return origin


def _elsewhere(address: str, host: str) -> bool:
    """Whether an address is that of a page on another host, and not of its front page."""
    parts = urlsplit(address) if address.startswith("http") else None
    there = (parts.hostname or "").removeprefix("www.") if parts is not None else ""
    return parts is not None and bool(there) and there != host and bool(parts.path.strip("/"))


@cache
def _originals() -> frozenset[str]:
    return frozenset(bare(word) for word in grammar.words("original", "labels"))


def everyone(*found: Iterable[Person]) -> tuple[Person, ...]:
    """People of several sources, each once for a role; what a later one adds of place and words is kept."""
    people: dict[tuple[str, str], Person] = {}
    for person in (one for persons in found for one in persons):
        key = (letters(person.name), person.role)
        known = people.setdefault(key, person)
        if known.place is None and person.place is not None:
            people[key] = structs.replace(known, place=person.place, evidence=person.evidence)
    return tuple(people.values())
