"""Choosing a password by a link that works once."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.accounts.people import WeakPasswordError
from dragoman.errors import NotFoundError
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.pages import lists
from dragoman.web.sessions import HOME


def page(accounts: Accounts, asked: Asked) -> Reply:
    """The form; opening it does not use the link up, because mail programs open links to look at them."""
    return _form(accounts, asked)


def form(accounts: Accounts, asked: Asked) -> Reply:
    """Takes the password twice. Who has no second step is logged in by it."""
    password = asked.params.get("password", "")
    if password != asked.params.get("again", ""):
        return _form(accounts, asked, "again")
    try:
        user = accounts.people.set_password(asked.part, password, asked.visit.address)
    except WeakPasswordError as error:
        return _form(accounts, asked, error.reason)
    except NotFoundError:
        return _form(accounts, asked)
    if user.secret:
        return Moved("/login", 303, "")
    return Moved(HOME, 303, accounts.gate.admit(user, asked.visit.address, asked.visit.agent))


def _form(accounts: Accounts, asked: Asked, fault: str = "") -> Answer:
    title = asked.say("Choose a password")
    link = accounts.people.opened(asked.part, "first", "reset")
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "fault": fault,
        "part": asked.part,
        "name": accounts.book.user(link.user).name if link else "",
    }
    return Answer("password.html", context, 200 if link and not fault else 403)
