"""The second factor: turned on with a picture for the authenticator app, asked for after the password, turned off."""

from __future__ import annotations

from markupsafe import Markup

from dragoman.accounts.front import Accounts
from dragoman.model.account import User
from dragoman.web.asked import Answer, Asked, Moved, Reply, WrongAddressError
from dragoman.web.pages import entrance, lists
from dragoman.web.sessions import safe_next

PATH = "/account/second"
STEP = "/login/second"


def page(accounts: Accounts, asked: Asked, wrong: str = "", codes: tuple[str, ...] = ()) -> Reply:
    """Its state; where it is off, a secret to take into an app. `codes` are recovery codes, shown this once."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    title = asked.say("Second factor")
    offer = accounts.second.offer(user, asked.text("secret")) if user.secret is None and not codes else None
    context = {
        "title": title, "crumbs": lists.crumbs(asked, (asked.say("Account"), "/account"), (title, None)), "user": user, "wrong": wrong,
        "codes": codes, "left": accounts.second.left(user), "offer": offer,
        "picture": Markup(offer.picture) if offer else "",  # made here of our own text, nothing foreign in it
        "secret": " ".join(offer.secret[at : at + 4] for at in range(0, len(offer.secret), 4)) if offer else "",
    }  # fmt: skip
    return Answer("second.html", context, 400 if wrong else 200)


def change(accounts: Accounts, asked: Asked) -> Reply:
    """Turns it on by a code; with a code or recovery code makes new recovery codes, or turns it off."""
    user = entrance.user(asked)
    if user is None:
        return entrance.lead(asked)
    wanted, code = asked.one_of("do", ("enrol", "renew", "drop")), asked.text("code")
    if wanted == "enrol" and user.secret is None:
        codes = accounts.second.enrol(user, asked.text("secret"), code, asked.visit.address)
        return page(accounts, asked, codes=codes) if codes else page(accounts, asked, _not_it(asked))
    if wanted in ("renew", "drop") and user.secret is not None:
        wrong = _refused(accounts, asked, user, code)
        if wrong:
            return page(accounts, asked, wrong)
        if wanted == "renew":
            return page(accounts, asked, codes=accounts.second.renew(user, asked.visit.address))
        accounts.second.drop(accounts.book.user(user.id), asked.visit.address)
        return Moved("/account?done=1", 303)
    raise WrongAddressError(asked.say("The form is not filled in."))


def step(accounts: Accounts, asked: Asked, wrong: str = "", wait: int = 0) -> Reply:
    """Asks for the code, between the password and everything else."""
    if not asked.reader.pending:
        return Moved(safe_next(asked.text("next")), 303)
    title = asked.say("Second factor")
    context = {"title": title, "crumbs": lists.crumbs(asked, (title, None)), "wrong": wrong, "next": safe_next(asked.text("next"))}
    return Answer("second_step.html", context, 429 if wait else 400 if wrong else 200, wait)


def shown(accounts: Accounts, asked: Asked) -> Reply:
    """Takes the code; a right one opens a new session in place of the half one."""
    found = accounts.gate.session(asked.visit.secret) if asked.reader.pending else None
    if found is None:
        return entrance.lead(asked)
    came = accounts.second.show(found[1], asked.text("code"), asked.visit.address)
    if came.wait:
        return step(accounts, asked, _wait(asked, came.wait), came.wait)
    if not came.right:
        return step(accounts, asked, _not_it(asked))
    whole = accounts.gate.complete(asked.visit.secret, asked.visit.address, asked.visit.agent)
    if whole is None:
        return entrance.lead(asked)
    return Moved(safe_next(asked.text("next")), 303, session=whole)


def _refused(accounts: Accounts, asked: Asked, user: User, code: str) -> str:
    came = accounts.second.show(user, code, asked.visit.address)
    return "" if came.right else _wait(asked, came.wait) if came.wait else _not_it(asked)


def _not_it(asked: Asked) -> str:
    return asked.say("That code is not right, or was used already. Codes change every 30 seconds.")


def _wait(asked: Asked, seconds: int) -> str:
    return asked.say("Too many tries. Try again in %(seconds)s seconds.") % {"seconds": seconds}
