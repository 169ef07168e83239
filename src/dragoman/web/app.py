"""The portal as a Litestar application."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from anyio import to_thread
from litestar import Litestar, Request, Response
from litestar.config.compression import CompressionConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import CacheControlHeader, MutableScopeHeaders, State
from litestar.enums import HttpMethod
from litestar.exceptions import HTTPException, TooManyRequestsException
from litestar.handlers import HTTPRouteHandler
from litestar.static_files import create_static_files_router
from litestar.types import Message, Scope
from litestar.utils.scope.state import ScopeState

from dragoman.accounts.front import Accounts
from dragoman.accounts.secrecy import token
from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.ids import digest
from dragoman.web import doors, headers, letters, refusals, reports, riddles, rolling, themes, tongues
from dragoman.web.api import answering as api
from dragoman.web.api.endpoints import ROOT
from dragoman.web.asked import Answer, Asked, Moved, Raw, Reply, WrongAddressError
from dragoman.web.care import Care
from dragoman.web.desk import ChangingDesk, ReadingDesk
from dragoman.web.kept import Pages, Ready, ready
from dragoman.web.limits import Limiter, Limiting, Limits, household
from dragoman.web.routes import DOORS, FORMS, ROUTES, STATIC, Door, Form, Route

COOKIE = "dragoman_lang"
THEME = "dragoman_theme"
GET = [HttpMethod.GET, HttpMethod.HEAD]
YEAR = 365 * 24 * 3600
HTML = "text/html"
TOKEN = "_csrf_token"

THREADS = 4
"""Pages that are made at a time: they share one interpreter, so that more of them only wait for each other, each with its memory."""

LOG = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


def _asked(request: AnyRequest, form: Mapping[str, Any] | None = None) -> Asked:
    given = {**request.query_params, **(form or {})}
    params = {name: value for name, value in given.items() if isinstance(value, str) and name != TOKEN}
    code = tongues.choose(params.get("lang"), request.cookies.get(COOKIE), request.headers.get("accept-language"))
    path = request.path_params
    token = ScopeState.from_scope(request.scope).csrf_token
    token = token if isinstance(token, str) else ""
    care: Care = request.app.state.care
    reader, accounts = doors.asking(request), request.app.state.accounts
    return Asked(
        request.url.path,
        tongues.get(code),
        params,
        str(path.get("part", "")),
        str(path.get("format", "")),
        token,
        themes.choose(params.get("theme"), request.cookies.get(THEME)),
        reader,
        doors.visit(request),
        frozenset(form or ()),
        care.pleas,
        reader.user.zone if reader.user else "",
        None if accounts is None or reader.id or accounts.captcha == "never" else accounts,
    )


def _page(request: AnyRequest, answer: Answer | Ready, asked: Asked) -> Response[bytes]:
    answer = ready(answer, asked) if isinstance(answer, Answer) else answer
    body, tag = answer.body, headers.etag(answer.body)
    carried = {**headers.PAGE, "ETag": tag, "Content-Language": asked.tongue.code}
    if answer.wait:
        carried["Retry-After"] = str(answer.wait)
    if answer.status == 200 and headers.fresh(request.headers.get("if-none-match"), tag):
        response = Response(b"", status_code=304, headers=carried, media_type=HTML)
    else:
        response = Response(body, status_code=answer.status, headers=carried, media_type=HTML)
    wishes = ((COOKIE, tongues.match(asked.params.get("lang", "")), asked.tongue.code), (THEME, asked.params.get("theme"), asked.theme))
    for name, wish, value in wishes:
        if wish == value:
            _remember(response, request, name, value)
    return response


def _remember(response: Response[bytes], request: AnyRequest, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, path="/", httponly=True, samesite="lax", secure=doors.secure(request))


def _respond(request: AnyRequest, reply: Reply | Ready, asked: Asked) -> Response[bytes]:
    if isinstance(reply, Moved):
        moved = Response(b"", status_code=reply.status, headers={"Location": reply.path}, media_type=HTML)
        for name, value in ((COOKIE, reply.language), (THEME, reply.theme)):
            if value:
                _remember(moved, request, name, value)
        if reply.session is not None:
            doors.keep(moved, request, reply.session)
        if reply.away is not None:
            doors.send_away(moved, request, reply.away)
        return moved
    if isinstance(reply, Raw):
        carried = {"Cache-Control": "private, no-cache", **reply.headers}
        if reply.filename:
            carried["Content-Disposition"] = f'attachment; filename="{reply.filename}"'
        return Response(reply.body, headers=carried, media_type=reply.media_type.partition(";")[0])
    return _page(request, reply, asked)


def _failed(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Errors as pages: what cannot be found, what was asked wrongly, what the desk cannot do; nothing of our insides."""
    if request.url.path.startswith(f"{ROOT}/"):
        return _api_failed(request, error)
    asked = _asked(request)
    status, detail = 500, ""
    if isinstance(error, NotFoundError):
        stone = request.app.state.desk.tombstone(asked.part) if asked.part else None
        if stone is not None:
            return _page(request, Answer("removed.html", {"stone": stone}, 410), asked)
        status = 404
    elif isinstance(error, WrongAddressError):
        status, detail = 400, str(error)
    elif isinstance(error, HTTPException):
        status = error.status_code
    elif isinstance(error, DragomanError):
        status, detail = 503, str(error)
    if status >= 500:
        LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    answer = _page(request, Answer("error.html", {"status": status, "detail": detail}, status), asked)
    for name, value in ((error.headers or {}) if isinstance(error, HTTPException) else {}).items():
        answer.headers[name] = value
    return answer


def _api_failed(request: AnyRequest, error: Exception) -> Response[bytes]:
    answer = api.failed(error)
    if answer.status_code is None or answer.status_code >= 500:
        LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return answer


def _handler(route: Route, pages: Pages) -> HTTPRouteHandler:
    def answer(request: AnyRequest) -> Response[bytes]:
        asked = _asked(request)
        if route.editors and not asked.editor:
            raise NotFoundError(route.path)
        return _respond(request, pages.reply(route, asked), asked)

    told = {doors.OPEN: route.open, doors.LEAST: "editor" if route.editors else route.least}
    decorate = HTTPRouteHandler(route.path, http_method=GET, name=route.name, sync_to_thread=True, opt=told)
    return decorate(answer)


def _form_handler(form: Form, desk: ReadingDesk) -> HTTPRouteHandler:
    hourly = Limiter(form.hourly, window=3600)

    def reply_of(accounts: Accounts | None, asked: Asked) -> Reply:
        reply = form.page(desk, asked)
        if accounts is not None and form.noted:
            accounts.gate.note(asked.reader.id, form.name, "", form.said(asked), asked.visit.address)
        return reply

    async def answer(request: AnyRequest) -> Response[bytes]:
        asked = _asked(request, await request.form())
        verdict = None if riddles.another(asked) else hourly.take(household(asked.visit.address))
        if verdict is not None and not verdict.taken:
            raise TooManyRequestsException(headers=verdict.headers())
        return _respond(request, await to_thread.run_sync(reply_of, request.app.state.accounts, asked), asked)

    return HTTPRouteHandler(form.path, http_method=[HttpMethod.POST], name=form.name, opt={doors.OPEN: form.open, doors.LEAST: form.least})(
        answer
    )


def _door_handler(door: Door, accounts: Accounts) -> HTTPRouteHandler:
    # asynchronous, because Litestar wraps a synchronous handler twice where its path has another one too
    async def answer(request: AnyRequest) -> Response[bytes]:
        asked = _asked(request, await request.form() if door.form else None)
        return await to_thread.run_sync(lambda: _respond(request, door.page(accounts, asked), asked))

    told = {doors.OPEN: door.least is None, doors.LEAST: door.least}
    return HTTPRouteHandler(door.path, http_method=[HttpMethod.POST] if door.form else GET, name=door.name, opt=told)(answer)


def _few_threads() -> None:
    to_thread.current_default_thread_limiter().total_tokens = THREADS


def _protection(secret: str, https: bool) -> CSRFConfig:
    """Forms carry a token that only our own pages can know (double submit cookie). The cookie is named after the secret, so that one of
    another desk, or of an earlier run that kept none, is not mistaken for ours."""
    name = f"dragoman_form_{digest(secret, size=4)}"
    return CSRFConfig(secret=secret, cookie_name=name, cookie_httponly=True, cookie_samesite="strict", cookie_secure=https)


async def _guard(message: Message, scope: Scope) -> None:
    if message["type"] == "http.response.start":
        carried = MutableScopeHeaders.from_message(message)
        for name, value in headers.SAFETY.items():
            carried.setdefault(name, value)
        care: Care = scope["litestar_app"].state.care
        if care.https:
            carried.setdefault(*headers.HTTPS_ONLY)


def taken(form: Form, care: Care, judging: ChangingDesk | None) -> bool:
    """Whether this portal takes a form at all."""
    if form.least == "reader":
        return True
    return care.pleas if form.open else judging is not None


def create_app(
    desk: ReadingDesk,
    *,
    loopback: bool = False,
    judging: ChangingDesk | None = None,
    gate: api.Gate | None = None,
    care: Care | None = None,
    accounts: Accounts | None = None,
) -> Litestar:
    """The portal over a desk. With `loopback`, requests under any host name but this machine's are refused (421), so that no web page
    can read the desk by pointing its own name at 127.0.0.1. `judging` is the desk once more where the portal takes people's words. With
    `accounts` it asks who is there, and takes those of editors only. `gate` tells who asks the API. `care` bounds what is taken; the
    application's state has it with the `limits` and the browsers' `reports`."""
    care = care or Care()
    limits, told = Limits(care), reports.Reports()
    static = create_static_files_router(
        path=STATIC,
        directories=[Path(__file__).parent / "static"],
        cache_control=CacheControlHeader(max_age=3600),
        include_in_schema=False,
    )
    if accounts is not None:
        accounts.wording = letters.wording
    csrf = _protection(accounts.book.secret("forms", token()) if accounts else token(), care.https)
    gate = gate or (doors.AccountGate(accounts) if accounts else api.Ajar())
    wire = rolling.Wire(desk)
    forms = [_form_handler(form, judging or desk) for form in FORMS if taken(form, care, judging)]
    forms += [_door_handler(door, accounts) for door in DOORS] if accounts is not None else []
    kept_pages = Pages(desk)
    pages = [*(_handler(route, kept_pages) for route in ROUTES), rolling.handler(wire, _asked), reports.handler(told)]
    kept = {"desk": desk, "judging": judging, "care": care, "limits": limits, "reports": told, "wire": wire}
    app = Litestar(
        route_handlers=[*pages, *forms, *api.handlers(desk, judging, gate), static],
        state=State({**kept, "accounts": accounts, "forms": csrf.cookie_name}),
        request_max_body_size=care.max_form,
        csrf_config=csrf if forms else None,
        exception_handlers={Exception: _failed},
        before_request=doors.Doorman(accounts, limits, loopback=loopback, judging=judging is not None).ask,
        before_send=[_guard],
        on_startup=[_few_threads],
        on_shutdown=[wire.end],
        compression_config=CompressionConfig(backend="gzip", minimum_size=1024, gzip_compress_level=5, exclude=[f"^{rolling.PATH}"]),
        openapi_config=None,
        logging_config=None,
    )
    # before everything else: what is refused costs nothing
    app.asgi_handler = Limiting(app.asgi_handler, limits, partial(refusals.refusal, cookie=COOKIE))
    return app
