"""The HTTP fetcher against a real server on loopback: redirects, limits, robots, guards."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import FetchError
from dragoman.fetch.http import HttpFetcher
from dragoman.model.source import Lead


class Site(BaseHTTPRequestHandler):
    """A small site with every way to misbehave."""

    def do_GET(self) -> None:
        answers = {
            "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /forbidden"),
            "/page": (200, {"Content-Type": "text/html; charset=gb2312"}, "<p>北约与俄罗斯</p>".encode("gb18030")),
            "/moved": (302, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/inward": (302, {"Location": "file:///etc/passwd"}, b""),
            "/missing": (404, {}, b"gone"),
            "/empty": (200, {}, b""),
            "/big": (200, {}, b"x" * 300_000),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"y" * 5_000_000)),
            "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"words of a page " * 20)),
            "/deflated": (200, {"Content-Encoding": "deflate"}, zlib.compress(b"words of a page " * 20)),
            "/raw": (200, {"Content-Encoding": "deflate"}, zlib.compress(b"words of a page " * 20, wbits=-15)),
            "/twice": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"y" * 5_000_000))),
            "/brotli": (200, {"Content-Encoding": "br"}, b"not asked for"),
            "/torn": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b\x08 torn"),
            "/paper": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4 and more"),
            "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        }
        status, headers, body = answers.get(self.path, (200, {}, b"a page of plain text, long enough to be one"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> HttpFetcher:
    return HttpFetcher(private=True, gap=0.0, timeout=5.0, max_bytes=200_000)


def test_a_page_comes_with_its_encoding_and_headers(site: str, fetcher: HttpFetcher) -> None:
    page = fetcher.fetch(Lead(site + "/page", "s"))
    assert page.body.decode(page.encoding) == "<p>北约与俄罗斯</p>"
    assert (page.status, page.source, page.headers["content-type"]) == (200, "s", "text/html; charset=gb2312")
    assert page.fetched is not None


def test_a_redirect_is_followed_and_both_addresses_are_kept(site: str, fetcher: HttpFetcher) -> None:
    page = fetcher.fetch(Lead(site + "/moved"))
    assert (page.url, page.asked) == (site + "/page", site + "/moved")


@pytest.mark.parametrize(("path", "reason"), [
    ("/missing", "status"), ("/empty", "empty"), ("/big", "too large"), ("/bomb", "too large"), ("/twice", "binary"), ("/brotli", "binary"), ("/torn", "network"), ("/loop", "too many redirects"),
    ("/inward", "bad address"), ("/picture", "binary"), ("/forbidden", "robots"),
])  # fmt: skip
def test_what_cannot_be_had_says_why(site: str, fetcher: HttpFetcher, path: str, reason: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Lead(site + path))
    assert caught.value.reason == reason


def test_loopback_is_refused_unless_allowed(site: str) -> None:
    with pytest.raises(FetchError) as caught:
        HttpFetcher(gap=0.0).fetch(Lead(site + "/page"))
    assert caught.value.reason == "private address"


def test_a_closed_port_is_a_network_error() -> None:
    with pytest.raises(FetchError) as caught:
        HttpFetcher(private=True, gap=0.0, robots=False).fetch(Lead("http://127.0.0.1:9/"))
    assert caught.value.reason == "network"


def test_robots_can_be_switched_off(site: str) -> None:
    page = HttpFetcher(private=True, gap=0.0, robots=False).fetch(Lead(site + "/forbidden"))
    assert page.status == 200


@pytest.mark.parametrize("path", ["/packed", "/deflated", "/raw"])
def test_a_packed_page_is_unpacked_in_every_way_that_servers_pack(site: str, fetcher: HttpFetcher, path: str) -> None:
    assert fetcher.fetch(Lead(url=site + path)).body == b"words of a page " * 20


def test_a_body_that_unpacks_to_a_hundredfold_is_stopped_long_before_the_limit(site: str) -> None:
    fetcher = HttpFetcher(private=True, gap=0.0, timeout=5.0, max_bytes=50_000_000)
    with pytest.raises(FetchError, match="times its size"):
        fetcher.fetch(Lead(url=site + "/bomb"))


def test_a_pdf_is_taken_as_it_is(site: str, fetcher: HttpFetcher) -> None:
    page = fetcher.fetch(Lead(url=site + "/paper"))
    assert (page.body, page.headers["content-type"]) == (b"%PDF-1.4 and more", "application/pdf")
