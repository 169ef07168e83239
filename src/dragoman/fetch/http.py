"""The guarded HTTP client: the one place that talks to the network."""

from __future__ import annotations

import socket
import time
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
        headers = {"User-Agent": agent, "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}
        self._client = httpx.Client(headers=headers, timeout=timeout, follow_redirects=False, trust_env=False, transport=transport)

    def fetch(self, lead: Lead) -> Page:
        """The page behind a lead. Raises `FetchError`; its reasons: bad address, unknown host, private address, robots, status,
        too large, too many redirects, timeout, network, binary, undecodable, empty."""
        url = lead.url
        for _ in range(REDIRECTS + 1):
            self._obey(url)
            status, headers, body = self._get(url, self._max_bytes)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                url = urljoin(url, headers["location"])
                continue
            if status >= 400:
                raise FetchError("status", f"{url} answered {status}")
            if not body:
                raise FetchError("empty", url)
            encoding = decide(body, headers.get("content-type"))
            saved = unwrapped(url)
            fetched = saved.saved or datetime.now(UTC).isoformat(timespec="seconds")
            kept: dict[str, str] = {name: headers[name] for name in KEPT if name in headers}
            return Page(saved.url, lead.url, body, encoding, status, kept, fetched, lead.source)
        raise FetchError("too many redirects", lead.url)

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
    """The decompressed body, up to `limit` bytes; counted after decompression, so a bomb stops early too."""
    body = bytearray()
    for chunk in answer.iter_bytes(65_536):
        body += chunk
        if len(body) > limit:
            raise FetchError("too large", f"{answer.url} is over {limit} bytes")
        if time.monotonic() > deadline:
            raise FetchError("timeout", str(answer.url))
    return bytes(body)
