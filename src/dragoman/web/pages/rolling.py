"""Rolling news: what came in last, first. The list grows by itself where scripts run; else it is loaded again by hand or, where the reader
chose so, after some seconds."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists

LINES = 50
PAUSES = ("30", "60", "300")
"""Seconds after which the page may load itself again."""


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The last articles in the order in which they came in. `every` loads the page again after so many seconds."""
    context = {
        "title": asked.say("Rolling news"),
        "crumbs": lists.crumbs(asked, (asked.say("Rolling news"), None)),
        "arrived": desk.arrived(limit=LINES)[::-1],
        "most": LINES,
        "every": asked.one_of("every", PAUSES),
        "pauses": [(int(pause), asked.here(every=pause)) for pause in PAUSES],
        "by_hand": asked.here(every=None),
    }
    return Answer("rolling.html", context)
