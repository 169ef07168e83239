"""The OpenAPI document (3.1) of the API, made of its table and of the model's own types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import metadata
from typing import Any, Final

import msgspec
from msgspec import Struct

from dragoman.accounts.keys import SCOPES
from dragoman.web.api.endpoints import ACTS, ENDPOINTS, ROOT, TYPES, Endpoint
from dragoman.web.api.writing import WRITING, Writing
from dragoman.web.asked import LONGEST, MOST, PAGE

REFS: Final = "#/components/schemas/{name}"


class Refusal(Struct, frozen=True):
    """Why something was not answered (RFC 9457, `application/problem+json`)."""

    title: str
    status: int
    detail: str = ""
    type: str = "about:blank"


REFUSED: Final[Mapping[int, str]] = {
    400: "asked wrongly",
    401: "no token, or one that opens nothing",
    403: "the token has not the scope, or its user not the role",
    404: "not held",
    410: "removed: somebody had it taken down",
    413: "the body is too long",
    429: "too often; `Retry-After` says when again",
    503: "the desk cannot be read",
}

FILTERS: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "q": ('words; for search also "phrases", -not, OR, prefix*', {"type": "string", "maxLength": LONGEST}),
    "language": ("only this language (BCP 47)", {"type": "string", "maxLength": LONGEST}),
    "speaker": ("only speakers of this name or entity id", {"type": "string", "maxLength": LONGEST}),
    "party": ("only this party (RU, US, NATO, ...)", {"type": "string", "maxLength": LONGEST}),
    "act": ("only this act", {"type": "string", "enum": list(ACTS)}),
    "type": ("only this type", {"type": "string", "enum": list(TYPES)}),
    "story": ("only this story", {"type": "string", "maxLength": LONGEST}),
    "source": ("only this source", {"type": "string", "maxLength": LONGEST}),
    "since": ("from this day", {"type": "string", "format": "date"}),
    "until": ("up to this day", {"type": "string", "format": "date"}),
    "limit": ("how many at most", {"type": "integer", "minimum": 1, "maximum": MOST, "default": PAGE}),
    "after": ("go on after this: the `next` of the page before", {"type": "string", "maxLength": LONGEST}),
}


def document() -> Mapping[str, Any]:
    """The whole document, the same for the same code."""
    kinds = [endpoint.kind for endpoint in ENDPOINTS] + [kind for one in WRITING for kind in (one.takes, one.kind) if kind] + [Refusal]
    _, shapes = msgspec.json.schema_components(kinds, ref_template=REFS)
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(ROOT + endpoint.path, {})["get"] = _reads(endpoint)
    for one in WRITING:
        paths.setdefault(ROOT + one.path, {})[one.method.lower()] = _writes(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dragoman",
            "version": metadata.version("dragoman"),
            "description": "A multilingual news desk: articles, stories, who said what, what is scheduled. "
            "Every line points to the words that it comes from; offsets count code points of an article's text.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "security": [{"token": []}, {"session": []}],
        "paths": paths,
        "components": {
            "schemas": shapes,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": f"made by `dragoman token add`; scopes: {', '.join(SCOPES)}"},
                "session": {"type": "apiKey", "in": "cookie", "name": "dragoman_session", "description": "a browser that is logged in"},
            },
        },
    }


def _reads(endpoint: Endpoint) -> Mapping[str, Any]:
    names = (*endpoint.filters, "limit", "after") if not endpoint.part and endpoint.paged else ()
    missing = (404,) if endpoint.part or "story" in endpoint.filters else ()
    removed = (410,) if endpoint.gone else ()
    return {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "x-scope": endpoint.scope,
        "parameters": [*_part(endpoint.part), *(_filter(name) for name in names)],
        "responses": _answers(200, "found", endpoint.kind, (400, 401, 403, *missing, *removed, 429, 503)),
    }


def _writes(one: Writing) -> Mapping[str, Any]:
    body = {"requestBody": {"required": True, "content": _json(one.takes)}} if one.takes else {}
    refused = (400, 401, 403, 404, *((413,) if one.takes else ()), 429, 503)
    return {
        "operationId": one.name,
        "summary": one.summary,
        "x-scope": one.scope,
        "security": [{"token": []}],
        "parameters": _part(one.part),
        **body,
        "responses": _answers(200, "done", one.kind, refused),
    }


def _part(what: str) -> list[Mapping[str, Any]]:
    return [{"name": "part", "in": "path", "required": True, "description": what, "schema": {"type": "string"}}] if what else []


def _filter(name: str) -> Mapping[str, Any]:
    told, schema = FILTERS[name]
    return {"name": name, "in": "query", "required": False, "description": told, "schema": dict(schema)}


def _answers(status: int, told: str, kind: Any, refused: Iterable[int]) -> Mapping[str, Any]:
    good: dict[str, Any] = {str(status): {"description": told, "content": _json(kind)}}
    problem = {"application/problem+json": {"schema": _schema(Refusal)}}
    return good | {str(code): {"description": REFUSED[code], "content": problem} for code in refused}


def _json(kind: Any) -> Mapping[str, Any]:
    return {"application/json": {"schema": _schema(kind)}}


def _schema(kind: Any) -> Mapping[str, Any]:
    (found,), _ = msgspec.json.schema_components([kind], ref_template=REFS)
    return found
