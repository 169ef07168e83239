"""The agenda of all stories: what is scheduled, by date."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of date, what, where, who and status."""
    found = desk.agenda(asked.query())
    cites = sorted({proof.article for event in found.items for proof in event.evidence})
    context = lists.context(asked, asked.say("Agenda"), found, ("party", "since", "until"))
    return Answer("agenda.html", {**context, "articles": desk.articles(cites)})
