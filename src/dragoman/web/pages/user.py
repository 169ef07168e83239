"""One user, as an admin sees them: role, shutting and opening the account, a link for a new password, ending sessions."""

from __future__ import annotations

from dragoman.accounts.front import PASSWORD, Accounts
from dragoman.accounts.listed import listed
from dragoman.errors import TakenError
from dragoman.model.account import ROLES, User
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists, users

FORMS = ("role", "disable", "enable", "reset", "sessions", "second")
ENTRIES = 10
"""Entries of the audit log that are shown of a user and on them."""


def page(accounts: Accounts, asked: Asked, fault: str = "", link: str = "") -> Reply:
    """The user whose id is in the path. `link` is one just made, shown this once. Raises `NotFoundError`."""
    if entrance.user(asked) is None:
        return entrance.lead(asked)
    entrance.need(asked, "admin")
    user, now, book = accounts.book.user(asked.part), accounts.clock.now(), accounts.book
    both = {entry.n: entry for entry in (*book.audited(ENTRIES, who=user.id), *book.audited(ENTRIES, on=user.id))}
    context = {
        "title": user.name,
        "crumbs": lists.crumbs(asked, (asked.say("Account"), "/account"), (asked.say("Users"), users.PATH), (user.name, None)),
        "user": listed(book, (user,), now)[0], "roles": ROLES, "fault": fault, "link": link,
        "sessions": sum(1 for one in book.sessions(user.id) if one.expires > now and one.second),
        "tokens": sum(1 for one in book.tokens(user.id) if not one.revoked and not (one.expires and one.expires <= now)),
        "entries": [both[n] for n in sorted(both, reverse=True)][:ENTRIES], "names": {one.id: one.name for one in book.users()},
    }  # fmt: skip
    return Answer("user.html", context, 409 if fault else 200)


def change(accounts: Accounts, asked: Asked) -> Reply:
    """Takes one of the forms. Raises `NotFoundError`."""
    admin = entrance.user(asked)
    if admin is None:
        return entrance.lead(asked)
    entrance.need(asked, "admin")
    user, wanted, origin = accounts.book.user(asked.part), asked.one_of("do", FORMS), asked.visit.address
    if wanted == "reset":
        secret = accounts.people.link(user, "reset" if user.password else "first", admin.id, origin)
        return page(accounts, asked, link=f"{accounts.home}{PASSWORD}{secret}")
    try:
        _do(accounts, asked, wanted, user, admin.id)
    except TakenError:
        return page(accounts, asked, "last")
    return Moved(asked.path if admin.id != user.id else "/account", 303)


def _do(accounts: Accounts, asked: Asked, wanted: str | None, user: User, by: str) -> None:
    people, origin = accounts.people, asked.visit.address
    if wanted == "role":
        people.change_role(user, users.role_of(asked), by, origin)
    elif wanted == "disable":
        people.disable(user, by, origin)
    elif wanted == "enable":
        people.enable(user, by, origin)
    elif wanted == "sessions":
        people.end_sessions(user, by, origin)
    elif wanted == "second":
        accounts.second.drop(user, origin, by)
    else:
        raise WrongAddressError(asked.say("The form is not filled in."))
