"""Which browsers are logged in, and ending that: one's own; an admin sees those of all."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists

PATH = "/account/sessions"


def page(accounts: Accounts, asked: Asked) -> Reply:
    """Sessions, last seen first; `whose=all` for an admin."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    everybody = asked.one_of("whose", ("all",)) == "all"
    if everybody:
        entrance.need(asked, "admin")
    now = accounts.clock.now()
    whose = accounts.book.users() if everybody else (user,)
    held = [(one, session) for one in whose for session in accounts.book.sessions(one.id) if session.expires > now and session.second]
    title = asked.say("Sessions")
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (asked.say("Account"), "/account"), (title, None)),
        "held": sorted(held, key=lambda pair: pair[1].seen, reverse=True), "everybody": everybody,
    }  # fmt: skip
    return Answer("open_sessions.html", context)


def close(accounts: Accounts, asked: Asked) -> Reply:
    """Ends one session (`which` as the list has it), or all of one's own but this one. An admin ends those of others."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    which, everybody = asked.text("which"), asked.one_of("whose", ("all",)) == "all"
    if which == "others":
        count = accounts.book.close_sessions(user.id, but=asked.reader.session)
        accounts.gate.note(user.id, "sessions ended", user.id, str(count), asked.visit.address)
        return Moved(PATH, 303)
    found = accounts.book.session(which)
    if found is None:
        raise WrongAddressError(asked.say("That session has ended already."))
    if found[1].id != user.id:
        entrance.need(asked, "admin")
    accounts.book.close_session(which)
    accounts.gate.note(user.id, "session ended", found[1].id, address=asked.visit.address)
    if which == asked.reader.session:
        return Moved("/", 303, session="")
    return Moved(f"{PATH}?whose=all" if everybody else PATH, 303)
