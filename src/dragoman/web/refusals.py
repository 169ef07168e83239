"""What somebody is told who asks too often: a page for readers, JSON for programs (RFC 9457), a line for all others. It costs next to
nothing: a page is rendered once for each language."""

from __future__ import annotations

from functools import lru_cache
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from litestar.datastructures import Headers
from litestar.types import Scope

from dragoman.model.codec import to_json
from dragoman.web import render, tongues
from dragoman.web.api.endpoints import ROOT
from dragoman.web.api.openapi import Refusal
from dragoman.web.asked import Answer, Asked

STATUS = HTTPStatus.TOO_MANY_REQUESTS


def refusal(scope: Scope, wait: int, cookie: str) -> tuple[str, bytes]:
    """Media type and body for who has `wait` seconds to wait. `cookie` is the name of the one that holds the reader's language."""
    path, asked = scope["path"], Headers.from_scope(scope)
    if path.startswith(f"{ROOT}/"):
        return "application/problem+json", to_json(Refusal(STATUS.phrase, STATUS.value, f"too many requests; try again in {wait} s"))
    if "text/html" in asked.get("accept", ""):
        chosen = tongues.choose(None, _cookie(asked.get("cookie", ""), cookie), asked.get("accept-language"))
        return "text/html; charset=utf-8", _page(chosen)
    return "text/plain; charset=utf-8", f"Too many requests; try again in {wait} s.\n".encode()


@lru_cache(maxsize=64)
def _page(code: str) -> bytes:
    asked = Asked("/", tongues.get(code), {})
    return render.html(Answer("error.html", {"status": STATUS.value, "detail": ""}), asked).encode()


def _cookie(header: str, name: str) -> str | None:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None
