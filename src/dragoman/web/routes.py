"""Every route of the portal, on one page. A page is a module in `pages/`, a template, and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from dragoman.web.asked import Asked, Reply
from dragoman.web.pages import (
    agenda,
    article,
    compare,
    entities,
    entity,
    export,
    health,
    judge,
    keys,
    latest,
    robots,
    rolling,
    search,
    source,
    sources,
    statements,
    stories,
    story,
    takedown,
    topic,
    topics,
    versions,
)

Page = Callable[[Any, Asked], Reply]
"""The desk is a `ReadingDesk`, or what a page for editors needs."""


class Route(Struct, frozen=True):
    """`path` in Litestar's form. An id in it reaches the page as `Asked.part`, a format as `Asked.format`. `editors`: it is not there
    for others."""

    path: str
    name: str
    page: Page
    editors: bool = False


ROUTES: tuple[Route, ...] = (
    Route("/", "latest", latest.page),
    Route("/rolling", "rolling", rolling.page),
    Route("/article/{part:str}", "article", article.page),
    Route("/article/{part:str}/versions", "versions", versions.page),
    Route("/stories", "stories", stories.page),
    Route("/story/{part:str}", "story", story.page),
    Route("/story/{part:str}/export/{format:str}", "export", export.page),
    Route("/compare", "compare", compare.page),
    Route("/agenda", "agenda", agenda.page),
    Route("/statements", "statements", statements.page),
    Route("/entities", "entities", entities.page),
    Route("/entities/{part:str}", "entity", entity.page),
    Route("/sources", "sources", sources.page),
    Route("/source/{part:str}", "source", source.page),
    Route("/topics", "topics", topics.page),
    Route("/topic/{part:str}", "topic", topic.page),
    Route("/search", "search", search.page),
    Route("/health", "health", health.page),
    Route("/keys", "keys", keys.page),
    Route("/article/{part:str}/takedown", "takedown", takedown.page),
    Route("/takedowns", "takedowns", takedown.listed, editors=True),
    Route("/robots.txt", "robots", robots.page),
)


class Form(Struct, frozen=True):
    """A form that is sent to the portal: its fields reach the page as parameters. Those that are not for everybody (`open`) are taken from
    editors only; an address may send `hourly` of them an hour (0: any number)."""

    path: str
    name: str
    page: Page
    open: bool = False
    hourly: int = 0


FORMS: tuple[Form, ...] = (
    Form("/judge", "judge", judge.page),
    Form("/takedown", "plea", takedown.plead, open=True, hourly=6),
    Form("/takedowns/decide", "decide", takedown.decide),
)

STATIC = "/static"
