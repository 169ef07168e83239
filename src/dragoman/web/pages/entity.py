"""One person, organisation or place: its names and why they are one, roles, what it wants and refuses, statements, stories, the words that
name it, and in which countries' press."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.actors import outlets
from dragoman.errors import NotFoundError
from dragoman.model.spans import Evidence
from dragoman.model.story import Dossier, Merged, Position
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.shown import entity_id, entity_link, entity_name, short

PER_ARTICLE = 5
LATEST = 5
"""Stories, the latest that name somebody, whose positions are shown."""

Taken = tuple[str, str, list[Position]]


def unions(found: Dossier) -> tuple[Merged, ...]:
    """The entities that were united in this one, with their reasons; other surfaces of the texts need none."""
    return tuple(merged for merged in found.merged if merged.entity is not None)


def positions(desk: ReadingDesk, found: Dossier) -> list[Taken]:
    """Where it stands in the latest stories (id, title, positions): those of the party that it is, and those taken in its own words."""
    said = [one.evidence for one in found.said]
    taken = []
    for story, title in found.stories[:LATEST]:
        try:
            brief = desk.brief(story)
        except NotFoundError:  # taken down since
            continue
        own = [one for one in brief.positions if one.party == found.id or any(_within(proof, said) for proof in one.evidence)]
        if own:
            taken.append((story, title, own))
    return taken


def _within(proof: Evidence, said: Sequence[Evidence]) -> bool:
    return any(one.article == proof.article and one.start <= proof.start and proof.end <= one.end for one in said)


def _proofs(position: Position) -> Iterator[Evidence]:
    yield from position.evidence
    for answer in position.answers:
        yield from answer.evidence


def countries(desk: ReadingDesk, found: Dossier) -> list[tuple[str | None, int]]:
    """Articles that name it, by the country of who published them (None: not reviewed), most first."""
    counts: Counter[str | None] = Counter()
    known = outlets.outlets()
    for source, number in desk.by_outlet([named.article for named in found.named]).items():
        entry = known.get(outlets.of_host(source) or "")
        counts[entry.country if entry else None] += number
    return sorted(counts.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The dossier of the id in the path; an id that was united with another one leads on to it."""
    found = desk.entity(entity_id(asked.part))
    if entity_id(asked.part) != found.id:
        return Moved(entity_link(found.id), 302)
    title, limit, taken = entity_name(found, asked.tongue.locale), asked.limit(), positions(desk, found)
    cites = {said.evidence.article for said in found.said[:limit]} | {named.article for named in found.named[:limit]}
    cites |= {proof.article for _, _, listed in taken for one in listed for proof in _proofs(one)}
    by_country = countries(desk, found)
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (asked.say("Names"), "/entities"), (short(title, 60), None)),
        "entity": found,
        "unions": unions(found),
        "said": found.said[:limit],
        "named": found.named[:limit],
        "limit": limit,
        "articles": desk.articles(sorted(cites)),
        "taken": taken,
        "by_country": by_country,
        "counted": sum(number for _, number in by_country),
    }
    return Answer("entity.html", context)
