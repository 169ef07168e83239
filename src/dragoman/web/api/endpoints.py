"""Every address of the API, on one page. Its answers are the shapes that the command line prints with `--json`; the OpenAPI document is
made of this table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args

from msgspec import Struct

from dragoman.accounts.keys import Scope
from dragoman.accounts.listed import Listed
from dragoman.listing import page
from dragoman.model.account import folded
from dragoman.model.annotations import Act, Event, MentionType, Statement
from dragoman.model.article import Article
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Hit
from dragoman.model.reading import Reading
from dragoman.model.report import StoryItem
from dragoman.model.story import Brief, Dossier, NamedEntity, Story
from dragoman.web.asked import Asked
from dragoman.web.desk import ReadingDesk
from dragoman.web.shown import entity_id

ROOT = "/api"
ACTS: tuple[str, ...] = get_args(Act)
TYPES: tuple[str, ...] = get_args(MentionType)

Filter = Literal["q", "language", "speaker", "party", "act", "type", "story", "source", "since", "until"]


class Endpoint(Struct, frozen=True):
    """`path` stands below `ROOT`, with `{part}` where an id goes; `kind` is the type of the answer; every list takes `limit` and `after`
    besides its `filters` where it is `paged`. `part` says what the id is of; `gone` where what it is of may have been removed. `of` is who
    is asked: the desk, or the gate, which knows who has an account."""

    path: str
    name: str
    summary: str
    answer: Callable[[Any, Asked], Any]
    kind: Any
    filters: tuple[Filter, ...] = ()
    part: str = ""
    scope: Scope = "read"
    paged: bool = True
    gone: bool = False
    of: Literal["desk", "gate"] = "desk"


def _stories(desk: ReadingDesk, asked: Asked) -> Found[StoryItem]:
    found = desk.stories(asked.query())
    return Found(tuple(_item(story) for story in found.items), found.next)


def _item(story: Story) -> StoryItem:
    members = tuple(member.article for member in story.members)
    return StoryItem(story.id, story.title, story.languages, story.first, story.last, members)


def _articles(desk: ReadingDesk, asked: Asked) -> Found[Article]:
    found = desk.latest(asked.query())
    return Found(tuple(article for article, _ in found.items), found.next)


def _search(desk: ReadingDesk, asked: Asked) -> Found[Hit]:
    query = asked.query()
    return desk.search(query) if query.text else Found(())


def _statements(desk: ReadingDesk, asked: Asked) -> Found[Statement]:
    asked.one_of("act", ACTS)
    return desk.statements(asked.query())


def _entities(desk: ReadingDesk, asked: Asked) -> Found[NamedEntity]:
    asked.one_of("type", TYPES)
    return desk.entities(asked.query())


def _users(gate: Any, asked: Asked) -> Found[Listed]:
    """`gate` is an `answering.Gate`."""
    query = asked.query()
    wanted = folded(query.text)
    return page([one for one in gate.users() if wanted in folded(one.name) or wanted in folded(one.email)], query)


def _problems(desk: ReadingDesk, asked: Asked) -> Found[Problem]:
    return Found(desk.problems())


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint("/articles", "articles", "Articles, newest first", _articles, Found[Article], ("language", "source", "since", "until")),
    Endpoint(
        "/article/{part}", "article", "An article and what was understood in it", lambda desk, asked: desk.reading(asked.part), Reading,
        part="the id of an article", gone=True,
    ),
    Endpoint("/stories", "stories", "Stories, the latest first", _stories, Found[StoryItem], ("q", "language", "since", "until")),
    Endpoint(
        "/story/{part}", "story", "A story's brief; a merged story answers with the one that took it in",
        lambda desk, asked: desk.brief(asked.part), Brief, part="the id of a story", gone=True,
    ),
    Endpoint(
        "/statements", "statements", "Who said what, newest articles first", _statements, Found[Statement],
        ("q", "speaker", "party", "act", "story", "language", "since", "until"),
    ),
    Endpoint(
        "/agenda", "agenda", "What is scheduled, in order of the dates", lambda desk, asked: desk.agenda(asked.query()), Found[Event],
        ("party", "story", "since", "until"),
    ),
    Endpoint(
        "/entities", "entities", "Who is named, most often named first; q are letters of a name in any language", _entities,
        Found[NamedEntity], ("q", "type", "party", "story", "language"),
    ),
    Endpoint(
        "/entity/{part}", "entity", "One person, organisation or place with all that the desk holds of it",
        lambda desk, asked: desk.entity(entity_id(asked.part)), Dossier,
        part="an id, or a name in any language; a / in it is written ~1, a ~ as ~0",
    ),
    Endpoint("/search", "search", "Full-text search", _search, Found[Hit], ("q", "language", "source", "since", "until")),
    Endpoint("/users", "users", "Who has an account, by name", _users, Found[Listed], ("q",), scope="admin", of="gate"),
    Endpoint("/problems", "problems", "Pages that could not be read", _problems, Found[Problem], paged=False),
)  # fmt: skip
