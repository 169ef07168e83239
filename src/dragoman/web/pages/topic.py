"""One topic or issue: the articles that speak of it, newest first."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.errors import NotFoundError
from dragoman.web import topics
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.shown import entity_id, topic_link

FILTERS = ("language", "country", "source", "since", "until")


def _label(desk: ReadingDesk, topic: str, articles: list[str]) -> str:
    """What the newest article calls a topic that no table names."""
    if topics.known(topic) or not articles:
        return ""
    return next((one.label for one in desk.reading(articles[0]).topics if one.id == topic), "")


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The topic of the id in the path; written in capitals it leads on (301)."""
    topic = entity_id(asked.part)
    if topic != topic.lower() and topics.known(topic.lower()):
        return Moved(topic_link(topic.lower()))
    wanted = replace(asked.query(), topic=topic)
    found = desk.latest(wanted)
    filtered = any(asked.text(name) for name in FILTERS)
    if not found.items and not filtered and not asked.text("after") and not topics.known(topic):
        raise NotFoundError(topic)
    title = topics.name(topic, _label(desk, topic, [article.id for article, _ in found.items]), asked.say)
    context = {
        **lists.context(asked, title, found, FILTERS),
        "crumbs": lists.crumbs(asked, (asked.say("Topics"), "/topics"), (title, None)),
        "topic": topic,
        "issue": topics.is_issue(topic),
        "total": desk.many(wanted),
        "tallies": desk.tallies(),
    }
    return Answer("topic.html", context)
