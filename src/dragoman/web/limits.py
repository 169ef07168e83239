"""Rate limits: so many requests a minute from one address or account. A bucket of tokens for each, refilled evenly, that holds a minute's
worth; a bounded number of buckets, the ones not used for longest forgotten first."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from msgspec import Struct

from dragoman.web.care import Care
from dragoman.web.headers import SAFETY

WINDOW = 60.0
"""Seconds that a rate is told for."""

MOST = 20_000
"""Buckets that are remembered: some 4 MB."""

WRITING = ("POST", "PUT", "PATCH", "DELETE")
UNCOUNTED = ("/static/",)
NETWORK = 64
"""Bits of an IPv6 address that stand for one household: whoever has one address there has all of them."""


class Verdict(Struct, frozen=True):
    """Whether a request is taken, how many more are, and in how many seconds (rounded up) the bucket is full, or the next one is taken."""

    taken: bool
    limit: int
    left: int
    full: int
    wait: int

    def headers(self) -> dict[str, str]:
        """RateLimit fields (draft-ietf-httpapi-ratelimit-headers-07) and, where refused, Retry-After (RFC 9110, 10.2.3)."""
        told = {"RateLimit-Limit": str(self.limit), "RateLimit-Remaining": str(self.left), "RateLimit-Reset": str(self.full)}
        told["RateLimit-Policy"] = f"{self.limit};w={WINDOW:.0f}"
        return told if self.taken else {**told, "Retry-After": str(self.wait)}


class Limiter:
    """Buckets of `limit` tokens a minute, by any key; `limit` 0 takes everything. Safe to call from several threads."""

    def __init__(self, limit: int, clock: Callable[[], float] = time.monotonic, most: int = MOST, window: float = WINDOW) -> None:
        self._limit, self._clock, self._most, self._speed = limit, clock, most, limit / window
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> Verdict:
        """Takes one token from the key's bucket, if there is one."""
        if not self._limit:
            return Verdict(True, 0, 0, 0, 0)
        with self._lock:
            now = self._clock()
            held, at = self._buckets.pop(key, (float(self._limit), now))
            held = min(float(self._limit), held + max(0.0, now - at) * self._speed)
            taken = held >= 1
            held -= taken
            self._buckets[key] = (held, now)
            while len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        wait = 0 if taken else _up((1 - held) / self._speed)
        return Verdict(taken, self._limit, int(held), _up((self._limit - held) / self._speed), wait)

    def __len__(self) -> int:
        return len(self._buckets)


class Limits:
    """The portal's limiters: of requests, and of forms, which count for both."""

    def __init__(self, care: Care, clock: Callable[[], float] = time.monotonic) -> None:
        self._requests, self._forms = Limiter(care.rate, clock), Limiter(care.form_rate, clock)
        self._alone = care.alone

    def address(self, address: str, writing: bool) -> Verdict | None:
        """The verdict on a request from an address; None where it is not counted."""
        return None if self._alone and own(address) else self._take("from " + household(address), writing)

    def account(self, account: str, writing: bool) -> Verdict | None:
        """The verdict on a request of an account, wherever it comes from."""
        return self._take("by " + account, writing)

    def _take(self, key: str, writing: bool) -> Verdict | None:
        verdict = self._requests.take(key)
        if writing and verdict.taken:
            form = self._forms.take(key)
            verdict = form if form.limit else verdict
        return verdict if verdict.limit else None


class Limiting:
    """The middleware: refuses with 429 before anything else is done, and tells every reader what is left."""

    def __init__(self, app: ASGIApp, limits: Limits, refusal: Callable[[Scope, int], tuple[str, bytes]] | None = None) -> None:
        """`refusal` gives media type and body of an answer to who has so many seconds to wait."""
        self._app, self._limits, self._refusal = app, limits, refusal or _plain

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts HTTP requests but those for our own static files."""
        if scope["type"] != ScopeType.HTTP or scope["path"].startswith(UNCOUNTED):
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        verdict = self._limits.address(client[0] if client else "", scope["method"] in WRITING)
        if verdict is None:
            await self._app(scope, receive, send)
        elif verdict.taken:
            await self._app(scope, receive, _telling(send, verdict))
        else:
            await _refuse(send, verdict, *self._refusal(scope, verdict.wait))


def _telling(send: Send, verdict: Verdict) -> Send:
    async def telling(message: Message) -> None:
        if message["type"] == "http.response.start":
            carried = MutableScopeHeaders.from_message(message)
            for name, value in verdict.headers().items():
                carried.setdefault(name, value)
        await send(message)

    return telling


def _plain(scope: Scope, wait: int) -> tuple[str, bytes]:
    return "text/plain; charset=utf-8", f"Too many requests; try again in {wait} s.\n".encode()


async def _refuse(send: Send, verdict: Verdict, media_type: str, body: bytes) -> None:
    told = {**SAFETY, **verdict.headers(), "Content-Type": media_type, "Content-Length": str(len(body)), "Cache-Control": "no-store"}
    head = [(name.lower().encode(), value.encode()) for name, value in told.items()]
    await send({"type": "http.response.start", "status": 429, "headers": head})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def household(address: str) -> str:
    """What an address is counted as: itself, or its network where it is IPv6 (an IPv4 address carried in it counts as that)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((int(ip), NETWORK), strict=False))
    return str(ip)


def own(address: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return ip.is_loopback or bool(isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped and ip.ipv4_mapped.is_loopback)


def _up(seconds: float) -> int:
    return -int(-seconds // 1)
