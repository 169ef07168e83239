"""The portal as a Litestar application."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
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

from dragoman.errors import DragomanError, NotFoundError
from dragoman.model.ids import digest
from dragoman.web import headers, render, reports, rolling, themes, tongues
from dragoman.web.api import answering as api
from dragoman.web.api.endpoints import ROOT
from dragoman.web.asked import Answer, Asked, Moved, Raw, Reply, WrongAddressError
from dragoman.web.care import Care
from dragoman.web.desk import JudgingDesk, ReadingDesk
from dragoman.web.limits import Limiter, Limiting, Limits, household
from dragoman.web.routes import FORMS, ROUTES, STATIC, Form, Route

COOKIE = "dragoman_lang"
THEME = "dragoman_theme"
YEAR = 365 * 24 * 3600
HTML = "text/html"
TOKEN = "_csrf_token"

LOG = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


def _asked(request: AnyRequest, form: Mapping[str, Any] | None = None) -> Asked:
    given = {**request.query_params, **(form or {})}
    params = {name: value for name, value in given.items() if isinstance(value, str) and name != TOKEN}
    code = tongues.choose(params.get("lang"), request.cookies.get(COOKIE), request.headers.get("accept-language"))
    path = request.path_params
    token = ScopeState.from_scope(request.scope).csrf_token
    token = token if isinstance(token, str) else ""
    state = request.app.state
    return Asked(
        request.url.path,
        tongues.get(code),
        params,
        str(path.get("part", "")),
        str(path.get("format", "")),
        token,
        themes.choose(params.get("theme"), request.cookies.get(THEME)),
        editor=state.judging is not None,
        pleas=state.care.pleas,
        address=request.client.host if request.client else "",
    )


def _page(request: AnyRequest, answer: Answer, asked: Asked) -> Response[bytes]:
    body = render.html(answer, asked).encode("utf-8", "replace")
    tag = headers.etag(body)
    carried = {**headers.PAGE, "ETag": tag, "Content-Language": asked.tongue.code}
    if answer.status == 200 and headers.fresh(request.headers.get("if-none-match"), tag):
        response = Response(b"", status_code=304, headers=carried, media_type=HTML)
    else:
        response = Response(body, status_code=answer.status, headers=carried, media_type=HTML)
    wishes = ((COOKIE, tongues.match(asked.params.get("lang", "")), asked.tongue.code), (THEME, asked.params.get("theme"), asked.theme))
    for name, wish, value in wishes:
        if wish == value:
            response.set_cookie(name, value, max_age=YEAR, path="/", httponly=True, samesite="lax", secure=_secure(request))
    return response


def _secure(request: AnyRequest) -> bool:
    care: Care = request.app.state.care
    return care.https or request.url.scheme == "https"


def _respond(request: AnyRequest, reply: Reply, asked: Asked) -> Response[bytes]:
    if isinstance(reply, Moved):
        return Response(b"", status_code=reply.status, headers={"Location": reply.path}, media_type=HTML)
    if isinstance(reply, Raw):
        carried = {"Cache-Control": "private, no-cache"}
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


def _handler(route: Route, desk: ReadingDesk) -> HTTPRouteHandler:
    def answer(request: AnyRequest) -> Response[bytes]:
        asked = _asked(request)
        if route.editors and not asked.editor:
            raise NotFoundError(route.path)
        return _respond(request, route.page(desk, asked), asked)

    decorate = HTTPRouteHandler(route.path, http_method=[HttpMethod.GET, HttpMethod.HEAD], name=route.name, sync_to_thread=True)
    return decorate(answer)


def _form_handler(form: Form, desk: ReadingDesk) -> HTTPRouteHandler:
    hourly = Limiter(form.hourly, window=3600)

    async def answer(request: AnyRequest) -> Response[bytes]:
        asked = _asked(request, await request.form())
        verdict = hourly.take(household(asked.address))
        if not verdict.taken:
            raise TooManyRequestsException(headers=verdict.headers())
        return _respond(request, await to_thread.run_sync(form.page, desk, asked), asked)

    return HTTPRouteHandler(form.path, http_method=[HttpMethod.POST], name=form.name)(answer)


def _protection() -> CSRFConfig:
    """Forms carry a token that only our own pages can know (double submit cookie). The cookie is named after the secret, which lasts as
    long as the process, so that one of an earlier run is not mistaken for ours."""
    secret = secrets.token_hex(32)
    name = f"dragoman_form_{digest(secret, size=4)}"
    return CSRFConfig(secret=secret, cookie_name=name, cookie_httponly=True, cookie_samesite="strict")


async def _guard(message: Message, scope: Scope) -> None:
    if message["type"] == "http.response.start":
        carried = MutableScopeHeaders.from_message(message)
        for name, value in headers.SAFETY.items():
            carried.setdefault(name, value)
        care: Care = scope["litestar_app"].state.care
        if care.https:
            carried.setdefault(*headers.HTTPS_ONLY)


def _only_loopback(request: AnyRequest) -> Response[bytes] | None:
    if headers.loopback_only(request.headers.get("host")):
        return None
    return Response(b"This desk answers to its own machine only.", status_code=421, media_type="text/plain; charset=utf-8")


def create_app(
    desk: ReadingDesk,
    *,
    loopback: bool = False,
    judging: JudgingDesk | None = None,
    gate: api.Gate | None = None,
    care: Care | None = None,
) -> Litestar:
    """The portal over a desk. With `loopback`, requests under any host name but this machine's are refused (421), so that no web page
    can read the desk by pointing its own name at 127.0.0.1. `judging` is the desk once more where the portal takes people's words. `gate`
    tells who asks the API. `care` bounds what is taken; the application's state has it with the `limits` and the browsers' `reports`."""
    care = care or Care()
    limits, told = Limits(care), reports.Reports()
    static = create_static_files_router(
        path=STATIC,
        directories=[Path(__file__).parent / "static"],
        cache_control=CacheControlHeader(max_age=3600),
        include_in_schema=False,
    )
    before: Callable[[AnyRequest], Response[bytes] | None] | None = _only_loopback if loopback else None
    wire = rolling.Wire(desk)
    forms = [_form_handler(form, judging or desk) for form in FORMS if (care.pleas if form.open else judging is not None)]
    pages = [*(_handler(route, desk) for route in ROUTES), rolling.handler(wire, _asked), reports.handler(told)]
    app = Litestar(
        route_handlers=[*pages, *forms, *api.handlers(desk, judging, gate or api.Ajar()), static],
        state=State({"desk": desk, "judging": judging, "care": care, "limits": limits, "reports": told, "wire": wire}),
        request_max_body_size=care.max_form,
        csrf_config=_protection() if forms else None,
        exception_handlers={Exception: _failed},
        before_request=before,
        before_send=[_guard],
        on_shutdown=[wire.end],
        compression_config=CompressionConfig(backend="gzip", minimum_size=1024, gzip_compress_level=5, exclude=[f"^{rolling.PATH}"]),
        openapi_config=None,
        logging_config=None,
    )
    app.asgi_handler = Limiting(app.asgi_handler, limits)  # before everything else: what is refused costs nothing
    return app
