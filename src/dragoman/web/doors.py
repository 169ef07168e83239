"""The portal's doors: who may enter where. Nothing is open but what says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from anyio import to_thread
from litestar import Request, Response
from litestar.exceptions import PermissionDeniedException, TooManyRequestsException

from dragoman.accounts.elsewhere import LASTS
from dragoman.accounts.front import BACK, Accounts
from dragoman.accounts.listed import Listed, listed
from dragoman.model.account import Role
from dragoman.web import headers
from dragoman.web.api.answering import Caller
from dragoman.web.api.endpoints import ROOT
from dragoman.web.care import Care
from dragoman.web.limits import Limits
from dragoman.web.sessions import ALONE, COOKIE, JUDGE, SECURE_COOKIE, Reader, Visit, reader

AnyRequest = Request[Any, Any, Any]

AWAY = "dragoman_away"
"""The cookie that waits for the way back from a log-in elsewhere; only there is it sent."""

LOGIN, SECOND = "/login", "/login/second"
OPEN, LEAST = "open", "least"
"""What handlers say of themselves (`opt`): everybody may enter; only who has at least that role may."""

PUBLIC = (headers.REPORTS, "/static")
"""Paths of handlers that are not ours to say so."""


class Doorman:
    """Asked before every handler. Without `accounts` there is one reader, and `judging` says whether their word is taken."""

    def __init__(self, accounts: Accounts | None, limits: Limits, *, loopback: bool, judging: bool) -> None:
        self._accounts, self._limits, self._loopback = accounts, limits, loopback
        self._alone = JUDGE if judging else ALONE

    async def ask(self, request: AnyRequest) -> Response[bytes] | None:
        """An answer where the handler is not to be asked, else None. Raises `PermissionDeniedException`, `TooManyRequestsException`."""
        if self._loopback and not headers.loopback_only(request.headers.get("host")):
            body = b"This desk answers to its own machine only."
            return Response(body, status_code=421, media_type="text/plain; charset=utf-8")
        if self._accounts is None:
            request.state.reader = self._alone
            return None
        if request.headers.get("sec-fetch-site") == "cross-site" and request.method not in ("GET", "HEAD"):
            raise PermissionDeniedException("forms of other sites are not taken")
        secret = visit(request).secret
        asking = await to_thread.run_sync(reader, self._accounts, secret) if secret else Reader(self._accounts.registration)
        request.state.reader = asking
        self._count(asking, request)
        if request.url.path.startswith((f"{ROOT}/", *PUBLIC)) or request.route_handler.opt.get(OPEN):
            return None
        return self._shut(asking, request)

    def _count(self, asking: Reader, request: AnyRequest) -> None:
        verdict = self._limits.account(asking.id, request.method not in ("GET", "HEAD")) if asking.id else None
        if verdict is not None and not verdict.taken:
            raise TooManyRequestsException("too many requests", headers=verdict.headers())

    def _shut(self, asking: Reader, request: AnyRequest) -> Response[bytes] | None:
        least: Role = request.route_handler.opt.get(LEAST) or "reader"
        if asking.may(least) or (least == "reader" and self._accounts is not None and self._accounts.open_reading):
            return None
        if asking.id:
            raise PermissionDeniedException(f"this needs the role {least}")
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "") if request.method in ("GET", "HEAD") else "/"
        place = SECOND if asking.pending else LOGIN
        where = place if wanted == "/" else f"{place}?next={quote(wanted, safe='/')}"
        return Response(b"", status_code=303, headers={"Location": where, "Cache-Control": "no-store"}, media_type="text/html")


class AccountGate:
    """Tells the API who asks: by a token of a program, or by the cookie of a browser."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    @property
    def open_reading(self) -> bool:
        """Whether reading needs no name."""
        return self._accounts.open_reading

    def by_token(self, token: str, address: str) -> Caller | None:
        """Whom a token stands for; None where it was revoked, is over, or its user is shut out."""
        found = self._accounts.programs.stands_for(token)
        return Caller(found.name, found.role, found.scopes, found.user) if found else None

    def by_browser(self, cookies: Mapping[str, str]) -> Caller | None:
        """Who is logged in."""
        asking = reader(self._accounts, cookies.get(SECURE_COOKIE) or cookies.get(COOKIE, ""))
        return Caller(asking.name, asking.role, user=asking.id) if asking.role else None

    def users(self) -> tuple[Listed, ...]:
        """Who has an account, by name."""
        accounts = self._accounts
        return listed(accounts.book, accounts.book.users(), accounts.clock.now())

    def note(self, caller: Caller, what: str, on: str, address: str) -> None:
        """Writes into the audit log what a program changed."""
        self._accounts.gate.note(caller.user, what, "", on, address)


def visit(request: AnyRequest) -> Visit:
    """Where a request comes from."""
    secret = request.cookies.get(SECURE_COOKIE) or request.cookies.get(COOKIE, "")
    return Visit(
        request.client.host if request.client else "",
        request.headers.get("user-agent", ""),
        secret[:200],
        request.cookies.get(AWAY, "")[:2000],
    )


def asking(request: AnyRequest) -> Reader:
    """Who asks, as the doorman found; for pages that he was not asked about (nothing is there), nobody."""
    found = request.state.get("reader")
    if isinstance(found, Reader):
        return found
    accounts: Accounts | None = request.app.state.accounts
    return Reader(accounts.registration) if accounts else ALONE


def secure(request: AnyRequest) -> bool:
    """Whether cookies are for encrypted ways only."""
    care: Care = request.app.state.care
    return care.https or request.url.scheme == "https"


def send_away(response: Response[bytes], request: AnyRequest, sealed: str) -> None:
    """Gives the browser what it must bring back from a log-in elsewhere; takes it away where empty. Lax: the way back is from there."""
    age = LASTS if sealed else 0
    response.set_cookie(AWAY, sealed, max_age=age, path=BACK, httponly=True, samesite="lax", secure=secure(request))


def keep(response: Response[bytes], request: AnyRequest, secret: str) -> None:
    """Puts the secret of a session into the browser's cookie, or takes it away where empty. Forms get another token with it."""
    safe, days = secure(request), 24 * 3600
    name = SECURE_COOKIE if safe else COOKIE
    if secret:
        response.set_cookie(name, secret, max_age=90 * days, path="/", httponly=True, samesite="lax", secure=safe)
    else:
        for one in (COOKIE, SECURE_COOKIE):
            response.set_cookie(one, "", max_age=0, path="/", httponly=True, samesite="lax", secure=one == SECURE_COOKIE)
    response.set_cookie(request.app.state.forms, "", max_age=0, path="/", httponly=True, samesite="strict", secure=safe)
