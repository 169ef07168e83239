"""One article: what the page said of itself, its clean text with marks, and what was taken out."""

from __future__ import annotations

from typing import Final

from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.story import Brief, Copy
from dragoman.web import marks
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.pages import lists
from dragoman.web.shown import short
from dragoman.web.words import later

SHOWN: Final = {"names": later("names"), "statements": later("statements"), "both": later("both"), "none": later("nothing")}
KINDS: Final = ("person", "organisation", "place", "event", "other")


def _paragraphs(reading: Reading, asked: Asked, show: str) -> tuple[marks.Paragraph, ...]:
    length = len(reading.article.text)
    return marks.paragraphs(
        reading.article.text,
        reading.mentions if show in ("names", "both") else (),
        reading.statements if show in ("statements", "both") else (),
        marks.span(asked.text("mark"), length),
        marks.span(asked.text("cue"), length),
    )


def _copies(brief: Brief | None, article: str) -> tuple[list[Copy], list[Copy]]:
    """Copies that this article is, and copies of it."""
    copies = brief.reprints if brief else ()
    return [item for item in copies if item.article == article], [item for item in copies if item.of == article]


def _notices(article: Article) -> list[tuple[str, list[str]]]:
    """Lines of the page with the kinds of notice that each is."""
    lines: dict[str, list[str]] = {}
    for notice in article.notices:
        lines.setdefault(notice.text, []).append(notice.kind)
    return list(lines.items())


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The reading of the id in the path. `?mark=START-END` highlights words, `?show=` chooses what is marked."""
    reading = desk.reading(asked.part)
    article = reading.article
    show = asked.one_of("show", tuple(SHOWN)) or "names"
    story = desk.story_of(article.id)
    brief = desk.brief(story) if story else None
    copy_of, copied_by = _copies(brief, article.id)
    context = {
        "title": article.title,
        "crumbs": lists.crumbs(asked, (asked.say("Latest"), "/"), (short(article.title, 60), None)),
        "article": article,
        "reading": reading,
        "brief": brief,
        "show": show,
        "choices": [(name, asked.say(label), asked.here(show=name)) for name, label in SHOWN.items()],
        "kinds": [kind for kind in KINDS if any(item.type == kind for item in reading.mentions)],
        "notices": _notices(article),
        "others_at_work": [person for person in article.people if person.name not in article.authors or person.place],
        "paragraphs": _paragraphs(reading, asked, show),
        "copy_of": copy_of,
        "copied_by": copied_by,
        "others": desk.articles([item.of for item in copy_of] + [item.article for item in copied_by]),
    }
    return Answer("article.html", context)
