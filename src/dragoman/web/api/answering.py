"""The API on the wire: who asks, what they get, and every error as JSON (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Protocol

import msgspec
from anyio import to_thread
from litestar import Request, Response
from litestar.enums import HttpMethod
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from dragoman.accounts.keys import NEEDS, Scope, allows
from dragoman.accounts.listed import Listed
from dragoman.errors import ContradictionError, DragomanError, NotFoundError, StoreError
from dragoman.model.account import Role, may
from dragoman.model.codec import to_json
from dragoman.web import headers, tongues
from dragoman.web.api.endpoints import ENDPOINTS, ROOT, Endpoint
from dragoman.web.api.openapi import Refusal, document
from dragoman.web.api.writing import WRITING, Writing
from dragoman.web.asked import Asked, WrongAddressError
from dragoman.web.desk import ChangingDesk, ReadingDesk

JSON, PROBLEM = "application/json", "application/problem+json"

AnyRequest = Request[Any, Any, Any]


class RefusedError(Exception):
    """The caller may not do this: 401 where nobody is known, 403 where somebody is."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


class Caller(Struct, frozen=True):
    """Who asks. `scopes` are those of a token, None for a browser; `by` is the name that a word is kept under, `user` the id."""

    by: str
    role: Role
    scopes: tuple[str, ...] | None = None
    user: str = ""


class Gate(Protocol):
    """Tells who asks. All of it may be called from several threads."""

    def by_token(self, token: str, address: str) -> Caller | None:
        """Whom a bearer token stands for; None where it opens nothing."""
        ...

    def by_browser(self, cookies: Mapping[str, str]) -> Caller | None:
        """Who is logged in."""
        ...

    @property
    def open_reading(self) -> bool:
        """Whether reading needs no name."""
        ...

    def note(self, caller: Caller, what: str, on: str, address: str) -> None:
        """Writes into the audit log what a program changed."""
        ...

    def users(self) -> tuple[Listed, ...]:
        """Who has an account."""
        ...


class Ajar:
    """The gate of a desk without accounts: whoever reaches it reads, nobody changes anything."""

    open_reading = True

    def by_token(self, token: str, address: str) -> Caller | None:
        return None

    def by_browser(self, cookies: Mapping[str, str]) -> Caller | None:
        return None

    def note(self, caller: Caller, what: str, on: str, address: str) -> None:
        return

    def users(self) -> tuple[Listed, ...]:
        return ()


def handlers(desk: ReadingDesk, judging: ChangingDesk | None, gate: Gate) -> list[HTTPRouteHandler]:
    """All addresses of the API. Without `judging` nothing is changed."""
    told = to_json(document())

    def openapi(request: AnyRequest) -> Response[bytes]:
        return _json(request, told)

    made = [_reading(endpoint, desk, gate) for endpoint in ENDPOINTS]
    made += [_writing(one, judging, gate) for one in WRITING] if judging is not None else []
    return [*made, HTTPRouteHandler(f"{ROOT}/openapi.json", http_method=HttpMethod.GET, name="openapi", sync_to_thread=False)(openapi)]


def _reading(endpoint: Endpoint, desk: ReadingDesk, gate: Gate) -> HTTPRouteHandler:
    def answer(request: AnyRequest) -> Response[bytes]:
        _admit(request, gate, endpoint.scope, gate.open_reading and endpoint.scope == "read")
        asked = _asked(request)
        try:
            return _json(request, to_json(endpoint.answer(gate if endpoint.of == "gate" else desk, asked)))
        except NotFoundError:
            stone = desk.tombstone(asked.part) if asked.part else None
            if stone is None:
                raise
            raise RefusedError(410, f"removed {stone.at[:10]}: {stone.reason}".rstrip(": ")) from None

    made = HTTPRouteHandler(
        _path(endpoint.path), http_method=[HttpMethod.GET, HttpMethod.HEAD], name=f"api-{endpoint.name}", sync_to_thread=True
    )
    return made(answer)


def _writing(one: Writing, desk: ChangingDesk, gate: Gate) -> HTTPRouteHandler:
    async def answer(request: AnyRequest) -> Response[bytes]:
        await to_thread.run_sync(_admit, request, gate, one.scope, False)  # before a large body is read
        raw = await request.body() if one.takes else b""
        return await to_thread.run_sync(change, request, raw)

    def change(request: AnyRequest, raw: bytes) -> Response[bytes]:
        caller = _admit(request, gate, one.scope, False)
        body = msgspec.json.decode(raw, type=one.takes) if one.takes else None
        part = str(request.path_params.get("part", ""))
        done = to_json(one.change(desk, body, part, caller.by if caller else ""))
        if caller is not None:
            said = one.told(body) if one.told else raw.decode("utf-8", "replace")
            gate.note(caller, one.name, part or said[:400], request.client.host if request.client else "")
        return _json(request, done)

    # no cookie opens these, so a page of another site has nothing to forge with
    return HTTPRouteHandler(
        _path(one.path),
        http_method=HttpMethod(one.method),
        status_code=200,
        name=f"api-{one.name}",
        exclude_from_csrf=True,
        request_max_body_size=one.most,
    )(answer)


def _path(path: str) -> str:
    return ROOT + path.replace("{part}", "{part:str}")


def _asked(request: AnyRequest) -> Asked:
    params = {name: value for name, value in request.query_params.items() if isinstance(value, str)}
    return Asked(request.url.path, tongues.get(tongues.DEFAULT), params, str(request.path_params.get("part", "")))


def _admit(request: AnyRequest, gate: Gate, scope: Scope, everybody: bool) -> Caller | None:
    """Who asks, if they may; None where everybody may. Raises `RefusedError`. A cookie opens only what changes nothing."""
    given = request.headers.get("authorization", "")
    if given:
        kind, _, token = given.partition(" ")
        caller = gate.by_token(token.strip(), request.client.host if request.client else "") if kind.lower() == "bearer" else None
        if caller is None:
            raise RefusedError(401, "this token opens nothing")
    else:
        caller = gate.by_browser(request.cookies) if request.method in ("GET", "HEAD") else None
    if caller is None and not everybody:
        raise RefusedError(401, "this needs a token: `dragoman token add`")
    if caller is not None and not _able(caller, scope):
        raise RefusedError(403, f"this needs the scope {scope!r} and the role {NEEDS[scope]!r}")
    return caller


def _able(caller: Caller, scope: Scope) -> bool:
    return may(caller.role, NEEDS[scope]) if caller.scopes is None else allows(caller.scopes, caller.role, scope)


def _json(request: AnyRequest, body: bytes) -> Response[bytes]:
    tag = headers.etag(body)
    carried = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie", "ETag": tag}
    if request.method in ("GET", "HEAD") and headers.fresh(request.headers.get("if-none-match"), tag):
        return Response(b"", status_code=304, headers=carried, media_type=JSON)
    return Response(body, status_code=200, headers=carried, media_type=JSON)


def failed(error: Exception) -> Response[bytes]:
    """An error as JSON; nothing of our insides."""
    status, detail = _told(error)
    carried = {"Cache-Control": "no-store"} | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
    if isinstance(error, HTTPException) and error.headers:
        carried |= error.headers
    body = to_json(Refusal(HTTPStatus(status).phrase, status, detail))
    return Response(body, status_code=status, headers=carried, media_type=PROBLEM)


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, RefusedError):
        return error.status, error.detail
    if isinstance(error, NotFoundError):
        return 404, str(error)
    if isinstance(error, (WrongAddressError, msgspec.DecodeError, ContradictionError)):
        return 400, str(error)
    if isinstance(error, HTTPException):
        return error.status_code, "" if error.status_code >= 500 else error.detail
    if isinstance(error, DragomanError):
        return (503 if isinstance(error, StoreError) else 400), str(error)
    return 500, ""
