"""Latest news: every article held, newest first, or every story, the latest first."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.model.query import Query
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists

FILTERS = ("q", "language", "country", "topic", "source", "section", "day", "since", "until", "unread")
VIEWS = ("time", "story")
DAYS = 7
"""Latest days that are offered beside the filters."""
TICKER = 6
"""Headlines of the strip of rolling news."""


def query(asked: Asked) -> Query:
    """The filters of the page; `day` stands for both ends of a range, `unread` hides what the reader has read."""
    day, found = asked.day("day"), asked.query()
    if asked.one_of("unread", ("1",)) and asked.reader.marks:
        found = replace(found, unread_by=asked.reader.id)
    return replace(found, since=day, until=day) if day else found


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Lines of time, title, source and section, language and story; with `by=story` lines of stories, with how broad each is."""
    view, wanted = asked.one_of("by", VIEWS) or "time", query(asked)
    tallies = desk.tallies()
    shared = {
        "view": view,
        "views": [(name, asked.here(by=None if name == "time" else name, after=None)) for name in VIEWS],
        "tallies": tallies,
        "days": [(one, asked.here(day=one.value, since=None, until=None, after=None)) for one in tallies.days[:DAYS]],
        "ticker": desk.arrived(limit=TICKER)[::-1],
        "total": desk.many(wanted),
        "breadth": {},
        "marks": {},
        "unread": wanted.unread_by is not None,
        "unread_address": asked.here(unread=None if wanted.unread_by is not None else "1", after=None, by=None),
    }
    if view == "story":
        stories = desk.stories(wanted)
        context = lists.context(asked, asked.say("Latest"), stories, FILTERS)
        return Answer("latest.html", {**context, **shared, "unfiltered": "/?by=story", "breadth": desk.breadth(stories.items)})
    found = desk.latest(wanted)
    marks = desk.marks(asked.reader.id, [article.id for article, _ in found.items]) if asked.reader.marks else {}
    return Answer("latest.html", {**lists.context(asked, asked.say("Latest"), found, FILTERS), **shared, "marks": marks})
