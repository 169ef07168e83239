"""What browsers report that the content security policy stopped: a few lines in the log, never more than that."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from threading import Lock
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler

from dragoman.web.headers import REPORTS

MOST_BYTES = 16_384
KEPT = 100
"""Reports that are kept in memory, and log lines that one process writes of them."""

LONGEST = 200
FIELDS = ("effective-directive", "violated-directive", "blocked-uri", "document-uri", "source-file", "script-sample")
_CAMEL = {"effectiveDirective": "effective-directive", "blockedURL": "blocked-uri", "documentURL": "document-uri"}

LOG = logging.getLogger(__name__)


class Reports:
    """The latest reports; whoever can reach the portal can send some, so nothing in them is believed and little of them is kept."""

    def __init__(self) -> None:
        self.latest: deque[Mapping[str, str]] = deque(maxlen=KEPT)
        self._told = 0
        self._lock = Lock()

    def take(self, body: bytes) -> bool:
        """Keeps and logs a report, in either form that browsers send (CSP 3, 5.3 and 5.5); False where it is none."""
        found = parsed(body)
        if not found:
            return False
        with self._lock:
            for report in found:
                self.latest.append(report)
                self._told += 1
                if self._told <= KEPT:
                    LOG.warning("content security policy: %s", " ".join(f"{name}={value!r}" for name, value in report.items()))
        return True


def handler(reports: Reports) -> HTTPRouteHandler:
    """The address that browsers send reports to. They carry no token of ours: nothing hangs on them."""

    async def answer(request: Request[Any, Any, Any]) -> Response[None]:
        return Response(None, status_code=204 if reports.take(await request.body()) else 400)

    return HTTPRouteHandler(REPORTS, http_method=[HttpMethod.POST], name="csp", exclude_from_csrf=True)(answer)


def parsed(body: bytes) -> list[dict[str, str]]:
    """The fields that are told of each report in a body, cut short and printable; none where the body is something else."""
    if len(body) > MOST_BYTES:
        return []
    try:
        whole = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return []
    listed = whole if isinstance(whole, list) else [whole]
    reports = [_fields(one.get("csp-report", one.get("body"))) for one in listed[:20] if isinstance(one, dict)]
    return [report for report in reports if report]


def _fields(report: Any) -> dict[str, str]:
    if not isinstance(report, dict):
        return {}
    named = {_CAMEL.get(name, name): value for name, value in report.items() if isinstance(name, str)}
    return {name: _plain(named[name]) for name in FIELDS if isinstance(named.get(name), str)}


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text[:LONGEST])
