"""Who said what, over everything held."""

from __future__ import annotations

from typing import get_args

from dragoman.model.annotations import Act
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists

ACTS: tuple[str, ...] = get_args(Act)


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of speaker, party, act and words."""
    asked.one_of("act", ACTS)
    found = desk.statements(asked.query())
    cites = sorted({statement.evidence.article for statement in found.items})
    context = lists.context(asked, asked.say("Statements"), found, ("q", "speaker", "party", "act", "language", "since", "until"))
    return Answer("statements.html", {**context, "acts": ACTS, "articles": desk.articles(cites)})
