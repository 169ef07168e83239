"""One article: what the page said of itself, its clean text with marks, and what was taken out."""

from __future__ import annotations

from collections import Counter
from typing import Final

from dragoman.model.annotations import Mention
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Outline
from dragoman.web import marks, outletcards, pace, portions
from dragoman.web.asked import Answer, Asked, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.names import Name
from dragoman.web.pages import lists
from dragoman.web.shown import short
from dragoman.web.words import later

SHOWN: Final = {"names": later("names"), "statements": later("statements"), "both": later("both"), "none": later("nothing")}
KINDS: Final = ("person", "organisation", "place", "event", "other")
BESIDE: Final = 24
"""Articles of the story that a page offers to compare with; all of them are on the page of comparison."""
REMOVED: Final = 60
"""Lines taken out that a page shows unless all are asked for."""


def _text(reading: Reading, asked: Asked, show: str) -> dict[str, object]:
    """The part of the text to show, marked, and the ways to the other parts."""
    text = reading.article.text
    mark = marks.span(asked.text("mark"), len(text))
    parts = portions.portions(text)
    number = portions.chosen(parts, asked.text("part"), mark.start if mark else None)
    return {
        "paragraphs": marks.paragraphs(
            text,
            reading.mentions if show in ("names", "both") else (),
            reading.statements if show in ("statements", "both") else (),
            mark,
            marks.span(asked.text("cue"), len(text)),
            parts[number - 1],
        ),
        "parts_of_text": [(place, asked.here(part=str(place), mark=None, cue=None)) for place in range(1, len(parts) + 1)],
        "part": number,
    }


def named(reading: Reading) -> list[tuple[Mention, int]]:
    """Who and what is named, most often named first: the first mention of each, and how many there are."""
    counts = Counter(item.entity for item in reading.mentions if item.entity)
    firsts: dict[str, Mention] = {}
    for item in reading.mentions:
        if item.entity:
            firsts.setdefault(item.entity, item)
    return sorted(((item, counts[entity]) for entity, item in firsts.items()), key=lambda pair: (-pair[1], pair[0].start))


def _copies(brief: Outline | None, article: str) -> tuple[list[Copy], list[Copy]]:
    """Copies that this article is, and copies of it."""
    copies = brief.reprints if brief else ()
    return [item for item in copies if item.article == article], [item for item in copies if item.of == article]


def issues(reading: Reading) -> list[str]:
    """The issues of what is said and demanded in an article, most often first."""
    spoken = [said.issue for said in reading.statements] + [stance.issue for stance in reading.stances]
    counts = Counter(issue for issue in spoken if issue)
    return sorted(counts, key=lambda issue: (-counts[issue], issue))


def _crumbs(article: Article, outlet: outletcards.OutletCard, asked: Asked) -> list[lists.Crumb]:
    """Who published, the section, the title."""
    steps: list[lists.Crumb] = []
    if outlet.known:
        steps.append((Name(short(outlet.title, 40)), outletcards.link(outlet.id)))
        if article.section:
            steps.append((Name(short(article.section, 40), article.language), outletcards.link(outlet.id, article.section)))
    return lists.crumbs(asked, *steps, (Name(short(article.title, 60), article.language) or asked.say("(no title)"), None))


def _notices(article: Article) -> list[tuple[str, list[str]]]:
    """Lines of the page with the kinds of notice that each is."""
    lines: dict[str, list[str]] = {}
    for notice in article.notices:
        lines.setdefault(notice.text, []).append(notice.kind)
    return list(lines.items())


def _versions(desk: ReadingDesk, article: str) -> dict[str, object]:
    """Other versions of the address: how many the outlet made, and the current one where this is none."""
    held = desk.versions(article)
    return {
        "edits": len([version for version in held if not version.superseded]) if len(held) > 1 else 1,
        "held_versions": len(held),
        "newest_version": next((version for version in held if version.current and version.article != article), None),
    }


def beside(desk: ReadingDesk, article: Article, outline: Outline | None) -> list[tuple[str, list[Article]]]:
    """Other articles of the story by language, the reader's comparison in mind: other languages than the article's own first."""
    members = [name for name in outline.members if name != article.id][:BESIDE] if outline else []
    by_language: dict[str, list[Article]] = {}
    for other in desk.articles(members).values():
        by_language.setdefault(other.language, []).append(other)
    return sorted(by_language.items(), key=lambda group: (group[0] == article.language, group[0]))


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The reading of the id in the path. `?mark=START-END` highlights words, `?show=` chooses what is marked, `?part=N` a part of a long
    text."""
    reading = desk.reading(asked.part)
    article = reading.article
    show = asked.one_of("show", tuple(SHOWN)) or "names"
    story = desk.story_of(article.id)
    brief = desk.outline(story) if story else None
    copy_of, copied_by = _copies(brief, article.id)
    outlet = outletcards.card(article.source)
    newer, older = desk.around(article.id)
    held = desk.articles([item.of for item in copy_of] + [item.article for item in copied_by] + [item for item in (newer, older) if item])
    context = {
        "title": article.title or asked.say("(no title)"),
        "crumbs": _crumbs(article, outlet, asked),
        "article": article,
        "pictures": {image.url: desk.picture_link(image.url) for image in article.images if image.url},
        "reading": reading,
        "brief": brief,
        "outlet": outlet,
        "minutes": pace.minutes(article.text),
        "show": show,
        "choices": [(name, asked.say(label), asked.here(show=name)) for name, label in SHOWN.items()],
        "kinds": [kind for kind in KINDS if any(item.type == kind for item in reading.mentions)],
        "named": named(reading),
        "notices": _notices(article),
        "others_at_work": [person for person in article.people if person.name not in article.authors or person.place],
        "removed": article.removed if asked.one_of("removed", ("all",)) else article.removed[:REMOVED],
        "copy_of": copy_of,
        "copied_by": copied_by,
        "issues": issues(reading),
        "beside": beside(desk, article, brief),
        "newer": held.get(newer or ""),
        "older": held.get(older or ""),
        "marks": desk.marks(asked.reader.id, [article.id]) if asked.reader.marks else {},
        "others": held,
        **_text(reading, asked, show),
        **_versions(desk, article.id),
    }
    return Answer("article.html", context)
