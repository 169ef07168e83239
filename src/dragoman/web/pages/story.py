"""A story's page is its brief: every side's account, each line with the words it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.export import EXPORTS
from dragoman.export.cited import cited
from dragoman.model.annotations import Statement
from dragoman.model.article import Article
from dragoman.model.story import Brief, Member, Outline, Position
from dragoman.web import pictures, tongues
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.desk import ReadingDesk
from dragoman.web.names import Name
from dragoman.web.pages import lists
from dragoman.web.shown import short


def by_party(statements: Iterable[Statement]) -> list[tuple[str | None, list[Statement]]]:
    """Statements of each party in the brief's order; who says most first, unnamed voices last."""
    groups: dict[str | None, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.party, []).append(statement)
    return sorted(groups.items(), key=lambda group: (group[0] is None, -len(group[1]), group[0] or ""))


def by_issue(positions: Iterable[Position]) -> list[tuple[str, list[Position]]]:
    """Positions on the same issue next to each other, in the brief's order."""
    groups: dict[str, list[Position]] = {}
    for position in positions:
        groups.setdefault(position.issue, []).append(position)
    return list(groups.items())


def by_event(members: Iterable[Member]) -> list[list[Member]]:
    """Members of each event of the story, in the brief's order."""
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(member.event, []).append(member)
    return list(groups.values())


def _sections(brief: Brief, drawn: int, filed: int, asked: Asked) -> list[tuple[str, str, int]]:
    """The parts of the page that have something to show: anchor, name, number of lines; `drawn` are the pictures, `filed` the words of
    people about filing."""
    say = asked.say
    parts = (
        ("summary", say("Summary"), len(brief.summary)),
        ("pictures", say("Coverage"), drawn),
        ("agenda", say("Agenda"), len(brief.agenda)),
        ("timeline", say("Timeline"), len(brief.timeline)),
        ("positions", say("Positions"), len(brief.positions)),
        ("statements", say("Statements"), len(brief.statements)),
        ("figures", say("Figures"), len(brief.figures)),
        ("names", say("Names"), len(brief.names)),
        ("press", say("Press"), len(brief.press)),
        ("articles", say("Articles"), len(brief.members)),
        ("reprints", say("Reprints"), len(brief.reprints) + len(brief.quoting)),
        ("gaps", say("Gaps"), len(brief.gaps)),
    )
    return [part for part in parts if part[2]] + [("filing", say("Filing"), filed)]


def title_of(brief: Brief | Outline, asked: Asked) -> tuple[str, str | None]:
    """The story's title for this reader, and the language it is in where that is known."""
    own = tongues.pick(brief.titles, asked.tongue.code)
    if own is not None:
        return own
    return brief.title, next((code for code, text in sorted(brief.titles.items()) if text == brief.title), None)


def _drawn(brief: Brief, articles: Mapping[str, Article], rtl: bool) -> dict[str, object]:
    """The pictures of the page; None where there is too little to draw."""
    members = [articles[member.article] for member in brief.members if member.article in articles]
    events = {event.id: event for event in (*brief.timeline, *brief.agenda)}
    return {
        "coverage": pictures.coverage(members, rtl),
        "reporting": pictures.reporting(brief.press, articles, rtl),
        "happenings": pictures.happenings(events.values(), members, rtl),
    }


def page(desk: ReadingDesk, asked: Asked) -> Reply:
    """The brief of the id in the path; a merged story's address leads on to the story that took it in."""
    brief = desk.brief(asked.part)
    if brief.story != asked.part:
        return Moved(f"/story/{brief.story}", 302)  # not for ever: a merge may be undone
    title, title_language = title_of(brief, asked)
    judgements = desk.judgements(brief.story)
    named = {article for said in judgements for article in (*said.ones, *said.others)}
    articles: Mapping[str, Article] = desk.articles(sorted({*cited(brief), *named}))
    drawn = _drawn(brief, articles, asked.tongue.direction == "rtl")
    context = {
        "title": title,
        "title_language": title_language,
        "crumbs": lists.crumbs(asked, (asked.say("Stories"), "/stories"), (Name(short(title, 60), title_language or ""), None)),
        "brief": brief,
        "articles": articles,
        "sections": _sections(brief, sum(one is not None for one in drawn.values()), len(judgements), asked),
        "ahead": {event.id for event in brief.agenda},
        "parties": by_party(brief.statements),
        "issues": by_issue(brief.positions),
        "events": by_event(brief.members),
        "judgements": judgements,
        "formats": sorted(EXPORTS),
        **drawn,
    }
    return Answer("story.html", context)
