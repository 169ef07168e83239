"""What filing did with a story: the articles of other stories that come nearest, and why they are not in it; its log. Setting a story
against those of its time takes seconds on a large desk, so that this is no part of the story's page."""

from __future__ import annotations

from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.names import Name
from dragoman.web.pages import lists
from dragoman.web.pages.story import title_of
from dragoman.web.shown import short

LOGGED = 50
"""Lines of the log of filing that a page shows, the latest ones."""


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """Of the story of the id in the path; a merged story's address leads on."""
    held = desk.outline(asked.part)
    if held.story != asked.part:
        return Moved(f"/story/{held.story}/filing", 302)
    title, language = title_of(held, asked)
    beside, filed = desk.beside(held.story), desk.filed(held.story)[-LOGGED:]
    steps: tuple[lists.Crumb, ...] = (
        (asked.say("Stories"), "/stories"),
        (Name(short(title, 60), language or ""), f"/story/{held.story}"),
        (asked.say("Filing"), None),
    )
    context = {
        "title": asked.say("Filing"),
        "story_title": title,
        "story_language": language,
        "crumbs": lists.crumbs(asked, *steps),
        "brief": held,
        "beside": beside,
        "filed": filed,
        "articles": desk.articles(sorted({fit.article for fit in beside} | {line.article for line in filed if line.article})),
    }
    return Answer("story_filing.html", context)
