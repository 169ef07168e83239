"""Log-in by an OpenID provider: leaving for it, and coming back."""

from __future__ import annotations

from dragoman.accounts.front import Accounts
from dragoman.accounts.visitors import OidcError
from dragoman.web.asked import Answer, Asked, Moved, Reply
from dragoman.web.pages import lists, second
from dragoman.web.sessions import safe_next


def leave(accounts: Accounts, asked: Asked) -> Reply:
    """Sends the browser to the provider. Raises `NotFoundError` where the settings name none."""
    provider = accounts.provider()
    try:
        there, knock = provider.leave(safe_next(asked.text("next")), accounts.elsewhere.seconds())
    except OidcError:
        return _failed(asked)
    return Moved(there, 303, away=accounts.elsewhere.sealed(knock))


def back(accounts: Accounts, asked: Asked) -> Reply:
    """Opens a session for whom the provider vouches for; who has a second factor here is asked for it."""
    provider = accounts.provider()
    try:
        knock = accounts.elsewhere.opened(asked.visit.away)
        brought = {name: value for name, value in asked.params.items() if name in ("state", "code", "error", "iss")}
        visitor = provider.returned(knock, brought, accounts.elsewhere.seconds())
        user = accounts.elsewhere.account(visitor, asked.visit.address)
    except OidcError as error:
        accounts.gate.note("", "openid refused", "", str(error), asked.visit.address)
        return _failed(asked)
    secret = accounts.gate.admit(user, asked.visit.address, asked.visit.agent, second=user.secret is None)
    leads = safe_next(knock.leads)
    return Moved(second.STEP if user.secret else leads, 303, session=secret, away="")


def _failed(asked: Asked) -> Reply:
    title = asked.say("Log-in elsewhere")
    return Answer("openid.html", {"title": title, "crumbs": lists.crumbs(asked, (title, None))}, 403)
