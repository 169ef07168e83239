"""Latest news: every article held, newest first."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of time, title, source and section, language and story."""
    found = desk.latest(asked.query())
    sources = {article.source.id: article.source for article, _ in found.items}
    context = lists.context(asked, asked.say("Latest"), found, ("language", "source", "since", "until"))
    return Answer("latest.html", {**context, "sources": [sources[name] for name in sorted(sources)]})
