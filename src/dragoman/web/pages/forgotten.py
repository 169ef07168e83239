"""For who forgot the password, and for links that confirm an address."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.errors import NotFoundError
from dragoman.web.asked import Answer, Asked, Reply, WrongAddressError
from dragoman.web.pages import lists

PASSWORD = "/password"
"""Where a link leads that sets a new password."""


def page(accounts: Accounts, asked: Asked, sent: bool = False) -> Reply:
    """Asks for name or address; the answer is the same whether there is such an account."""
    title = asked.say("Forgotten password")
    return Answer("forgotten.html", {"title": title, "crumbs": lists.crumbs(asked, (title, None)), "mail": accounts.mails, "sent": sent})


def send(accounts: Accounts, asked: Asked) -> Reply:
    """Sends a link, if there is somebody to send it to."""
    name = asked.text("name")
    if not name:
        raise WrongAddressError(asked.say("The form is not filled in."))
    if accounts.wording:
        accounts.mailing.forgotten(name, PASSWORD, accounts.wording("reset", asked.tongue.code), asked.visit.address)
    return page(accounts, asked, sent=True)


def confirm(accounts: Accounts, asked: Asked) -> Reply:
    """A button: programs that look into mails open links, and must not use them up."""
    return _confirm(asked, asked.part, "")


def confirmed(accounts: Accounts, asked: Asked) -> Reply:
    """Takes the link."""
    try:
        accounts.mailing.confirmed(asked.part, asked.visit.address)
    except NotFoundError:
        return _confirm(asked, "", "over")
    return _confirm(asked, "", "done")


def _confirm(asked: Asked, link: str, state: str) -> Reply:
    title = asked.say("Confirm your address")
    context = {"title": title, "crumbs": lists.crumbs(asked, (title, None)), "link": link, "state": state}
    return Answer("confirm.html", context, 400 if state == "over" else 200)
