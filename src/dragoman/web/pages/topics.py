"""What the articles held speak of: topics of the news, and issues of what is said and demanded."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.topics import is_issue


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Topics and issues with how many articles speak of each, most first."""
    counted = desk.tallies().topics
    title = asked.say("Topics")
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "topics": [one for one in counted if not is_issue(one.value)],
        "issues": [one for one in counted if is_issue(one.value)],
    }
    return Answer("topics.html", context)
