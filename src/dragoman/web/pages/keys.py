"""The keys of the portal, for reading without a script or before pressing any."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The same sheet that the question mark opens."""
    title = asked.say("Keys")
    return Answer("keys.html", {"title": title, "crumbs": lists.crumbs(asked, (title, None))})
