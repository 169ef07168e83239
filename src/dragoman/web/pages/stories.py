"""Stories, the latest first."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of title, languages, dates and size."""
    found = desk.stories(asked.query())
    return Answer("stories.html", lists.context(asked, asked.say("Stories"), found, ("q", "language", "since", "until")))
