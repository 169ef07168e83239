"""Registering: making an account for oneself, where the setting `registration` lets one."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.accounts.letters import mail_address
from dragoman.accounts.people import WeakPasswordError, name_fault
from dragoman.errors import DragomanError, NotFoundError, TakenError
from dragoman.web import riddles
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.pages import lists
from dragoman.web.sessions import HOME


def page(accounts: Accounts, asked: Asked) -> Reply:
    """The form, or why there is none."""
    if asked.reader.id:
        return Moved(HOME, 303)
    return _form(accounts, asked)


def form(accounts: Accounts, asked: Asked) -> Reply:
    """Takes name, password, address and the answer of the riddle. Whether the address is another user's is told to nobody."""
    invitation = asked.params.get("invitation", "")[:200]
    if not _open(accounts, invitation) or riddles.another(asked):
        return _form(accounts, asked)
    if accounts.captcha != "never" and not riddles.solved(accounts, asked):
        return _form(accounts, asked, "riddle")
    name, password, email = asked.text("name"), asked.params.get("password", ""), asked.text("email")
    if name_fault(name):
        return _form(accounts, asked, "name")
    if password != asked.params.get("again", ""):
        return _form(accounts, asked, "again")
    if email and mail_address(email) is None:
        return _form(accounts, asked, "email")
    try:
        made = accounts.people.register(name, password, invitation, email)
    except TakenError:
        return _form(accounts, asked, "taken")
    except WeakPasswordError as error:
        return _form(accounts, asked, error.reason)
    except NotFoundError:
        return _form(accounts, asked, "invitation")
    except DragomanError:
        return _form(accounts, asked, "name")
    if made.user is None:
        return _form(accounts, asked, "name")
    if made.link:
        accounts.registered(made, email, asked.tongue.code)
    return Moved(HOME, 303, accounts.gate.admit(made.user, asked.visit.address, asked.visit.agent))


def _open(accounts: Accounts, invitation: str) -> bool:
    if accounts.registration == "open":
        return True
    return accounts.registration == "invitation" and accounts.people.opened(invitation, "invite") is not None


def _form(accounts: Accounts, asked: Asked, fault: str = "") -> Answer:
    title, invitation = asked.say("Register"), asked.params.get("invitation", "")[:200]
    invited = accounts.people.opened(invitation, "invite") if invitation else None
    opened = _open(accounts, invitation)
    context = {
        "title": title,
        "crumbs": lists.crumbs(asked, (title, None)),
        "open": opened,
        "fault": fault,
        "name": asked.text("name"),
        "email": invited.email if invited else asked.text("email"),
        "fixed": bool(invited and invited.email),
        "mails": accounts.mails,
        "invitation": invitation,
        "registration": accounts.registration,
        "riddle": riddles.shown(accounts, asked) if opened and accounts.captcha != "never" else None,
    }
    return Answer("register.html", context, 200 if opened and not fault else 403)
