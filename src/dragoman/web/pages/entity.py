"""One person, organisation or place: its names and why they are one, roles, statements, stories and the words that name it."""

from __future__ import annotations

from dragoman.model.story import Dossier, Merged
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.shown import entity_id, entity_link, entity_name, short

PER_ARTICLE = 5


def unions(found: Dossier) -> tuple[Merged, ...]:
    """The entities that were united in this one, with their reasons; other surfaces of the texts need none."""
    return tuple(merged for merged in found.merged if merged.entity is not None)


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The dossier of the id in the path; an id that was united with another one leads on to it."""
    found = desk.entity(entity_id(asked.part))
    if entity_id(asked.part) != found.id:
        return Moved(entity_link(found.id), 302)
    cites = {said.evidence.article for said in found.said} | {named.article for named in found.named}
    title = entity_name(found, asked.tongue.locale)
    limit = asked.limit()
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (asked.say("Names"), "/entities"), (short(title, 60), None)),
        "entity": found,
        "unions": unions(found),
        "said": found.said[:limit],
        "named": found.named[:limit],
        "limit": limit,
        "articles": desk.articles(sorted(cites)),
    }
    return Answer("entity.html", context)
