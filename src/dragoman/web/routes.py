"""Every route of the portal, on one page. A page is a module in `pages/`, a template, and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from dragoman.accounts.front import Accounts
from dragoman.model.account import Role
from dragoman.web.asked import Asked, Reply
from dragoman.web.pages import (
    agenda,
    article,
    compare,
    entities,
    entity,
    export,
    health,
    image,
    judge,
    keys,
    latest,
    login,
    mark,
    password,
    register,
    riddle,
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
    """`path` in Litestar's form. An id in it reaches the page as `Asked.part`, a format as `Asked.format`. On a desk with accounts it is
    for readers (or, where reading is open, for everybody), for those of at least the role `least`, or, where `open`, for everybody.
    `editors`: for those only, and on a desk without accounts that takes no judgements it is not there."""

    path: str
    name: str
    page: Page
    editors: bool = False
    least: Role | None = None
    open: bool = False


ROUTES: tuple[Route, ...] = (
    Route("/", "latest", latest.page),
    Route("/rolling", "rolling", rolling.page),
    Route("/starred", "starred", mark.starred),
    Route("/later", "later", mark.later),
    Route("/article/{part:str}", "article", article.page),
    Route("/article/{part:str}/versions", "versions", versions.page),
    Route("/stories", "stories", stories.page),
    Route("/story/{part:str}", "story", story.page),
    Route("/story/{part:str}/export/{format:str}", "export", export.page, least="analyst"),
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
    Route("/image/{part:str}/{format:str}", "image", image.page),
    Route("/robots.txt", "robots", robots.page, open=True),
)


class Form(Struct, frozen=True):
    """A form that is sent to the portal: its fields reach the page as parameters. Those that are not for everybody (`open`) are taken from
    editors only; an address may send `hourly` of them an hour (0: any number)."""

    path: str
    name: str
    page: Page
    open: bool = False
    hourly: int = 0
    least: Role = "editor"


FORMS: tuple[Form, ...] = (
    Form("/mark", "mark", mark.form, least="reader"),
    Form("/judge", "judge", judge.page),
    Form("/takedown", "plea", takedown.plead, open=True, hourly=6),
    Form("/takedowns/decide", "decide", takedown.decide),
)
"""Marks of articles are taken from every reader who can keep some. The others are taken where the setting `judging` lets the portal take
people's words, and from those of the role where there are accounts."""


class Door(Struct, frozen=True):
    """A page, or what takes its `form`, of coming and going; only on a desk with accounts. Everybody may enter where `least` is None."""

    path: str
    name: str
    page: Callable[[Accounts, Asked], Reply]
    least: Role | None = None
    form: bool = False


DOORS: tuple[Door, ...] = (
    Door("/login", "login", login.page),
    Door("/login", "login-form", login.form, form=True),
    Door("/logout", "logout", login.out, form=True),
    Door("/register", "register", register.page),
    Door("/register", "register-form", register.form, form=True),
    Door("/password/{part:str}", "password", password.page),
    Door("/password/{part:str}", "password-form", password.form, form=True),
    Door("/riddle/{part:str}/{format:str}", "riddle", riddle.page),
)

STATIC = "/static"
