"""Every route of the portal, on one page. A page is a module in `pages/`, a template, and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from dragoman.accounts.front import Accounts
from dragoman.model.account import Role
from dragoman.web.asked import Asked, Reply
from dragoman.web.pages import (
    account,
    agenda,
    article,
    audit,
    compare,
    entities,
    entity,
    export,
    filing,
    forgotten,
    health,
    image,
    judge,
    keys,
    latest,
    login,
    mark,
    open_sessions,
    openid,
    password,
    programs,
    register,
    riddle,
    robots,
    rolling,
    search,
    second,
    source,
    sources,
    statements,
    stories,
    story,
    takedown,
    topic,
    topics,
    user,
    users,
    versions,
)

Page = Callable[[Any, Asked], Reply]
"""The desk is a `ReadingDesk`, or what a page for editors needs."""


class Route(Struct, frozen=True):
    """`path` in Litestar's form. An id in it reaches the page as `Asked.part`, a format as `Asked.format`. On a desk with accounts it is
    for readers (or, where reading is open, for everybody), for those of at least the role `least`, or, where `open`, for everybody.
    `editors`: for those only, and on a desk without accounts that takes no judgements it is not there. `kept`: the page hangs on the
    desk's file, the address and the reader alone, so that it need not be made anew while none of them changes."""

    path: str
    name: str
    page: Page
    editors: bool = False
    least: Role | None = None
    open: bool = False
    kept: bool = False


ROUTES: tuple[Route, ...] = (
    Route("/", "latest", latest.page, kept=True),
    Route("/rolling", "rolling", rolling.page),
    Route("/starred", "starred", mark.starred),
    Route("/later", "later", mark.later),
    Route("/article/{part:str}", "article", article.page, kept=True),
    Route("/article/{part:str}/versions", "versions", versions.page, kept=True),
    Route("/stories", "stories", stories.page, kept=True),
    Route("/story/{part:str}", "story", story.page, kept=True),
    Route("/story/{part:str}/filing", "filing", filing.page, kept=True),
    Route("/story/{part:str}/export/{format:str}", "export", export.page, least="analyst"),
    Route("/compare", "compare", compare.page, kept=True),
    Route("/agenda", "agenda", agenda.page, kept=True),
    Route("/statements", "statements", statements.page, kept=True),
    Route("/entities", "entities", entities.page, kept=True),
    Route("/entities/{part:str}", "entity", entity.page, kept=True),
    Route("/sources", "sources", sources.page, kept=True),
    Route("/source/{part:str}", "source", source.page, kept=True),
    Route("/topics", "topics", topics.page, kept=True),
    Route("/topic/{part:str}", "topic", topic.page, kept=True),
    Route("/search", "search", search.page, kept=True),
    Route("/health", "health", health.page),
    Route("/keys", "keys", keys.page),
    Route("/article/{part:str}/takedown", "takedown", takedown.page),
    Route("/takedowns", "takedowns", takedown.listed, editors=True),
    Route("/image/{part:str}/{format:str}", "image", image.page),
    Route("/robots.txt", "robots", robots.page, open=True),
)


class Form(Struct, frozen=True):
    """A form that is sent to the portal: its fields reach the page as parameters. Those that are not for everybody (`open`) are taken from
    editors only; an address may send `hourly` of them an hour (0: any number). What is `noted` goes into the audit log of a desk with
    accounts."""

    path: str
    name: str
    page: Page
    open: bool = False
    hourly: int = 0
    least: Role = "editor"
    noted: bool = False

    def said(self, asked: Asked) -> str:
        """What was sent, in a line of the audit log."""
        return " ".join(f"{name}={asked.params[name]}" for name in sorted(asked.params) if asked.params[name])[:400]


FORMS: tuple[Form, ...] = (
    Form("/mark", "mark", mark.form, least="reader"),
    Form("/judge", "judge", judge.page, noted=True),
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
    Door("/login/second", "second-step", second.step),
    Door("/login/second", "second-step-form", second.shown, form=True),
    Door("/login/openid", "openid", openid.leave),
    Door("/login/openid/back", "openid-back", openid.back),
    Door("/forgotten", "forgotten", forgotten.page),
    Door("/forgotten", "forgotten-form", forgotten.send, form=True),
    Door("/confirm/{part:str}", "confirm", forgotten.confirm),
    Door("/confirm/{part:str}", "confirm-form", forgotten.confirmed, form=True),
    Door("/account", "account", account.page, "reader"),
    Door("/account", "account-form", account.change, "reader", form=True),
    Door("/account/second", "second", second.page, "reader"),
    Door("/account/second", "second-form", second.change, "reader", form=True),
    Door("/account/sessions", "sessions", open_sessions.page, "reader"),
    Door("/account/sessions", "sessions-form", open_sessions.close, "reader", form=True),
    Door("/account/tokens", "tokens", programs.page, "reader"),
    Door("/account/tokens", "tokens-form", programs.change, "reader", form=True),
    Door("/users", "users", users.page, "admin"),
    Door("/users", "users-form", users.change, "admin", form=True),
    Door("/users/{part:str}", "user", user.page, "admin"),
    Door("/users/{part:str}", "user-form", user.change, "admin", form=True),
    Door("/audit", "audit", audit.page, "admin"),
)

STATIC = "/static"
