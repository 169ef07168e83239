"""One source: its card, what is held of it, its latest articles, and what went wrong."""

from __future__ import annotations

from urllib.parse import urlsplit

from msgspec.structs import replace

from dragoman.actors import outlets
from dragoman.errors import NotFoundError
from dragoman.model.article import SourceRef
from dragoman.model.catalogue import OutletReport
from dragoman.model.problem import Problem
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.names import Name
from dragoman.web.outletcards import card, link
from dragoman.web.pages import lists
from dragoman.web.pages.sources import carded
from dragoman.web.shown import entity_id, short

SHOWN = 10
"""Problems that a page shows."""


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def troubles(desk: ReadingDesk, source: str) -> list[Problem]:
    """Problems of the source: those that name it, and those of its host."""
    return [one for one in desk.problems() if one.source == source or (not one.source and _host(one.url) == source)]


def _elsewhere(desk: ReadingDesk, source: str) -> Reply | None:
    """Where a source that nothing is held of is another name of one that is: its page; None where it is not."""
    known = outlets.of_host(source) or outlets.called(source)
    if known is None or known == source:
        return None
    try:
        return Moved(link(desk.outlet(known).id))
    except NotFoundError:
        return None


def _empty(source: str) -> OutletReport:
    """An outlet that the table knows and nothing is held of. Raises `NotFoundError` where it does not know it either."""
    entry = outlets.outlets().get(source)
    if entry is None:
        raise NotFoundError(source)
    return OutletReport(source, next(iter(entry.names.values()))[0], entry.country, 0)


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The source of the id in the path; another domain or name of an outlet leads on to it (301). `?section=` narrows the articles."""
    source = entity_id(asked.part)
    try:
        report = desk.outlet(source)
    except NotFoundError:
        if moved := _elsewhere(desk, source):
            return moved
        report = _empty(source)
    known = carded(report) if report.articles else card(SourceRef(source, report.title, report.country))
    found = desk.latest(replace(asked.query(), source=source, section=asked.text("section") or None))
    title = report.title or report.id
    problems = troubles(desk, source)
    context = {
        **lists.context(asked, title, found, ("section", "language", "since", "until")),
        "crumbs": lists.crumbs(asked, (asked.say("Sources"), "/sources"), (Name(short(title, 60)), None)),
        "report": report,
        "card": known,
        "section": asked.text("section"),
        "problems": problems[:SHOWN],
        "many_problems": len(problems),
    }
    return Answer("source.html", context)
