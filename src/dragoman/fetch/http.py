"""The guarded HTTP client: the one place that talks to the network."""

from __future__ import annotations

import socket
import time
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from dragoman.errors import FetchError
from dragoman.extract.saved import unwrapped
from dragoman.fetch.encoding import decide
from dragoman.fetch.guard import admit
from dragoman.fetch.pace import Pace
from dragoman.fetch.robots import Robots
from dragoman.model.page import Page
from dragoman.model.source import Lead

KEPT: tuple[str, ...] = ("content-type", "etag", "last-modified", "content-language")
REDIRECTS = 5  # browsers stop at 20; news sites need one or two
# What bodies may be packed as (RFC 9110, 8.4.1), with zlib's window; nothing else is asked for.
CODINGS = {"identity": 0, "": 0, "gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
RATIO, FREE = 200, 1_000_000  # pages shrink to a tenth, bombs to a thousandth; small bodies may shrink as they like
ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: parse at least 500 KiB


def resolve(host: str, port: int) -> Sequence[str]:
    """IP addresses of a host, as the system gives them."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class HttpFetcher:
    """Fetches http(s) pages: private addresses refused, every redirect checked again, size and time bounded, robots obeyed, paced
    by host. The connection goes to the very address that was checked."""

    def __init__(
        self,
        *,
        private: bool = False,
        robots: bool = True,
        agent: str = "Dragoman",
        timeout: float = 20.0,
        max_bytes: int = 15_000_000,
        gap: float = 1.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._private, self._max_bytes, self._timeout = private, max_bytes, timeout
        self._pace, self._robots = Pace(gap), Robots(agent) if robots else None
        accepted = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5"
        headers = {"User-Agent": agent, "Accept": accepted, "Accept-Encoding": "gzip, deflate"}
        self._client = httpx.Client(headers=headers, timeout=timeout, follow_redirects=False, trust_env=False, transport=transport)

    def fetch(self, lead: Lead) -> Page:
        """The page behind a lead. Raises `FetchError`; its reasons: bad address, unknown host, private address, robots, status,
        too large, too many redirects, timeout, network, binary, undecodable, empty."""
        url, status, headers, body = self._followed(lead.url, self._max_bytes)
        encoding = decide(body, headers.get("content-type"))
        saved = unwrapped(url)
        fetched = saved.saved or datetime.now(UTC).isoformat(timespec="seconds")
        kept: dict[str, str] = {name: headers[name] for name in KEPT if name in headers}
        return Page(saved.url, lead.url, body, encoding, status, kept, fetched, lead.source)

    def get(self, url: str, limit: int) -> bytes:
        """The bytes behind an address, up to `limit`, whatever they are. Raises `FetchError` as `fetch` does."""
        return self._followed(url, limit)[3]

    def _followed(self, start: str, limit: int) -> tuple[str, int, dict[str, str], bytes]:
        """Where the redirects of an address lead, with status, headers and body there."""
        url = start
        for _ in range(REDIRECTS + 1):
            self._obey(url)
            status, headers, body = self._get(url, limit)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status >= 400:
                raise FetchError("status", f"{url} answered {status}")
            if not body:
                raise FetchError("empty", url)
            return url, status, headers, body
        raise FetchError("too many redirects", start)

    def _obey(self, url: str) -> None:
        """Learns the site's robots.txt once, and refuses what it forbids."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if self._robots is None:
            return
        if not self._robots.knows(site):
            try:
                status, _, body = self._get(site + "/robots.txt", ROBOTS_BYTES)
            except FetchError as error:
                if error.reason in ("bad address", "unknown host", "private address"):
                    raise
                status, body = 503, b""
            self._robots.learn(site, status, body.decode("utf-8", "replace"))
        if not self._robots.allows(site, url):
            raise FetchError("robots", f"{site}/robots.txt forbids {url}")

    def _get(self, url: str, limit: int) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (lower-case names) and body of one request, no redirect followed."""
        address = admit(url, resolve, self._private)
        time.sleep(self._pace.wait(urlsplit(url).netloc, time.monotonic()))
        deadline = time.monotonic() + 3 * self._timeout  # a drip-feeding server must not hold the line
        target = httpx.URL(url)
        pinned: dict[str, Any] = {"sni_hostname": target.host} if target.scheme == "https" else {}
        request = self._client.build_request(
            "GET", target.copy_with(host=address), headers={"Host": target.netloc.decode("ascii")}, extensions=pinned
        )
        try:
            answer = self._client.send(request, stream=True)
            try:
                return answer.status_code, dict(answer.headers), _bounded(answer, limit, deadline)
            finally:
                answer.close()
        except httpx.TimeoutException as error:
            raise FetchError("timeout", url) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise FetchError("network", f"{url}: {error}") from error


def _bounded(answer: httpx.Response, limit: int, deadline: float) -> bytes:
    """The unpacked body, up to `limit` bytes and `RATIO` times what came over the line: a bomb stops early. Only what was asked for is
    unpacked (httpx unpacks whole chunks, and codings within codings)."""
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if coding not in CODINGS:
        raise FetchError("binary", f"{answer.url} is packed as {coding}, which was not asked for")
    unpack = _Unpack(coding)
    body, came = bytearray(), 0
    for chunk in answer.iter_raw(65_536):
        came += len(chunk)
        body += unpack(chunk, limit + 1 - len(body))
        if len(body) > limit or (len(body) > FREE and len(body) > RATIO * came):
            raise FetchError("too large", f"{answer.url} is over {limit} bytes, or unpacks to over {RATIO} times its size")
        if time.monotonic() > deadline:
            raise FetchError("timeout", str(answer.url))
    return bytes(body)


class _Unpack:
    """Unpacks gzip and deflate (zlib or raw, as servers send both), never more than asked for; other bytes pass."""

    def __init__(self, coding: str) -> None:
        self._windows = CODINGS[coding]
        self._inflate: Any = None

    def __call__(self, chunk: bytes, most: int) -> bytes:
        if not self._windows:
            return chunk
        if self._inflate is None:
            raw = self._windows == zlib.MAX_WBITS and chunk[:1] and chunk[0] & 0x0F != 8
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS if raw else self._windows)
        try:
            out: bytes = self._inflate.decompress(chunk, max(1, most))
        except zlib.error as error:
            raise FetchError("network", f"a broken answer: {error}") from error
        return out
