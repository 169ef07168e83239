"""Logging in and out."""

from __future__ import annotations

from urllib.parse import quote

from dragoman.accounts.front import Accounts
from dragoman.web import riddles
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.pages import lists
from dragoman.web.sessions import HOME, safe_next

SECOND = "/login/second"
LONGEST = 2_000
"""Characters of a password that are looked at."""


def page(accounts: Accounts, asked: Asked) -> Reply:
    """The form; who is logged in already is led on."""
    onward = safe_next(asked.params.get("next", ""))
    if asked.reader.id:
        return Moved(onward, 303)
    return _form(accounts, asked, riddle=accounts.gate.puzzled(asked.visit.address))


def form(accounts: Accounts, asked: Asked) -> Reply:
    """Takes name, password and, where one was asked, the answer of a riddle. What it says does not hang on whether there is such a user."""
    name, password = asked.text("name"), asked.params.get("password", "")[:LONGEST]
    if riddles.another(asked):
        return _form(accounts, asked, riddle=True)
    answered = bool(asked.params.get("answer", "").strip())
    came = accounts.gate.log_in(name, password, asked.visit.address, asked.visit.agent, riddles.solved(accounts, asked))
    onward = safe_next(asked.params.get("next", ""))
    if came.what == "in":
        return _in(accounts, onward, came.user, came.token)
    if came.what == "second":
        where = SECOND if onward == HOME else f"{SECOND}?next={quote(onward, safe='/')}"
        return Moved(where, 303, came.token)
    if came.what == "wait":
        return _form(accounts, asked, "wait", riddle=accounts.gate.puzzled(asked.visit.address, name), wait=came.wait)
    if came.what == "riddle":
        return _form(accounts, asked, "riddle" if answered else "puzzled", riddle=True)
    return _form(accounts, asked, "refused", riddle=accounts.gate.puzzled(asked.visit.address, name))


def out(accounts: Accounts, asked: Asked) -> Reply:
    """Ends the session."""
    accounts.gate.log_out(asked.visit.secret, asked.visit.address)
    return Moved(HOME if accounts.open_reading else "/login", 303, "")


def _in(accounts: Accounts, onward: str, user: str, token: str) -> Moved:
    known = accounts.book.user(user)
    return Moved(onward, 303, token, known.language, known.theme if known.theme != "auto" else "")


def _form(accounts: Accounts, asked: Asked, fault: str = "", *, riddle: bool = False, wait: int = 0) -> Answer:
    title = asked.say("Log in")
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "fault": fault,
        "minutes": -(-wait // 60),
        "name": asked.text("name"),
        "next": safe_next(asked.params.get("next", "")),
        "riddle": riddles.shown(accounts, asked) if riddle else None,
        "registration": accounts.registration,
        "provider": accounts.provider_name,
    }
    status = {"": 200, "wait": 429}.get(fault, 403)
    return Answer("login.html", context, status, wait)
