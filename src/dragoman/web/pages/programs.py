"""The tokens of programs: one's own, or all for an admin; made with scopes, shown once, revoked."""

from __future__ import annotations

from dragoman.accounts import keys
from dragoman.accounts.front import Accounts
from dragoman.errors import DragomanError
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists

PATH = "/account/tokens"
DAYS = ("30", "90", "365", "0")


def page(accounts: Accounts, asked: Asked, wrong: str = "", fresh: str = "") -> Reply:
    """Tokens, oldest first; `fresh` is one just made, shown this once."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    everybody = asked.one_of("whose", ("all",)) == "all"
    if everybody:
        entrance.need(asked, "admin")
    names = {one.id: one.name for one in accounts.book.users()} if everybody else {user.id: user.name}
    title = asked.say("Tokens for programs")
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (asked.say("Account"), "/account"), (title, None)), "names": names,
        "held": accounts.programs.of(None if everybody else user.id), "everybody": everybody, "scopes": keys.grantable(user.role),
        "days": DAYS, "wrong": wrong, "fresh": fresh, "now": accounts.clock.now(),
    }  # fmt: skip
    return Answer("programs.html", context, 400 if wrong else 200)


def change(accounts: Accounts, asked: Asked) -> Reply:
    """Makes a token, or revokes one."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    wanted = asked.one_of("do", ("make", "revoke"))
    if wanted == "make":
        scopes = tuple(scope for scope in keys.SCOPES if asked.text(f"scope-{scope}"))
        days = int(asked.one_of("days", DAYS) or DAYS[0])
        try:
            fresh, _ = accounts.programs.add(user, asked.text("name"), scopes, days, origin=asked.visit.address)
        except DragomanError:
            return page(accounts, asked, asked.say("A token needs a name of at most 60 characters and a scope that you may give."))
        return page(accounts, asked, fresh=fresh)
    if wanted == "revoke":
        mine = None if asked.reader.may("admin") else user.id
        accounts.programs.revoke(asked.text("which"), mine, by=user.id, origin=asked.visit.address)
        return Moved(f"{PATH}?whose=all" if asked.text("whose") == "all" else PATH, 303)
    raise WrongAddressError(asked.say("The form is not filled in."))
