"""One's own account: language, time zone and theme, address, password; the ways to everything else of it."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from msgspec.structs import replace

from dragoman.accounts.front import CONFIRM, Accounts
from dragoman.accounts.people import WeakPasswordError
from dragoman.accounts.tries import tried
from dragoman.model.account import User
from dragoman.web import tongues
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists
from dragoman.web.themes import AUTO, THEMES

PATH = "/account"
FORMS = ("ways", "address", "password")


@cache
def zones() -> tuple[str, ...]:
    """Time zones as people know them, by area and city."""
    return ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/"))))


def page(accounts: Accounts, asked: Asked, fault: str = "", sent: bool = False) -> Reply:
    """The forms; `fault` says what was not taken, `sent` that a letter is on its way."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    title = asked.say("Your account")
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (title, None)), "user": user, "zones": zones(), "mails": accounts.mails,
        "done": asked.text("done"), "fault": fault, "sent": sent, "themes": THEMES,
    }  # fmt: skip
    return Answer("account.html", context, 403 if fault else 200)


def change(accounts: Accounts, asked: Asked) -> Reply:
    """Takes one of the forms."""
    user, wanted = entrance.user(asked), asked.one_of("do", FORMS)
    if user is None:
        return entrance.lead(asked)
    if wanted == "ways":
        return _ways(accounts, asked, user)
    if wanted == "address":
        return _address(accounts, asked, user)
    if wanted == "password":
        return _password(accounts, asked, user)
    raise WrongAddressError(asked.say("The form is not filled in."))


def _ways(accounts: Accounts, asked: Asked, user: User) -> Reply:
    language = asked.one_of("language", tuple(tongues.codes())) or ""
    zone = asked.one_of("zone", zones()) or ""
    theme = asked.one_of("look", tuple(THEMES)) or AUTO
    accounts.book.change_user(replace(user, language=language, zone=zone, theme=theme))
    return Moved(f"{PATH}?done=1", 303, language=language, theme=theme)


def _address(accounts: Accounts, asked: Asked, user: User) -> Reply:
    email = asked.text("email")
    if not accounts.address(email) or not accounts.mails or accounts.wording is None:
        return page(accounts, asked, "email")
    accounts.mailing.confirm(user, email, CONFIRM, accounts.wording("confirm", asked.tongue.code), asked.visit.address)
    return page(accounts, asked, sent=True)


def _password(accounts: Accounts, asked: Asked, user: User) -> Reply:
    old, new = asked.params.get("old", "")[:2000], asked.params.get("password", "")
    if new != asked.params.get("again", ""):
        return page(accounts, asked, "again")
    origin = asked.visit.address
    try:
        came = tried(accounts.book, accounts.clock, "password", user.id, lambda: accounts.people.change_password(user, old, new, origin))
    except WeakPasswordError as error:
        return page(accounts, asked, error.reason)
    if not came.right:
        return page(accounts, asked, "wait" if came.wait else "old")
    return Moved(f"{PATH}?done=1", 303, session=accounts.gate.admit(accounts.book.user(user.id), origin, asked.visit.agent))
