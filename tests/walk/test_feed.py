"""From a feed on the web to stories on the desk, through the guarded fetcher."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

PAGES = ("visa/01-en-harbour.html", "visa/02-fr-courrier.txt", "kazakhstan/01-ru-nevsky.html")


class Quiet(SimpleHTTPRequestHandler):
    """A file server that does not talk."""

    def log_message(self, *args: object) -> None:
        """Silent."""


@pytest.fixture
def site(tmp_path: Path, samples: Path) -> Iterator[str]:
    folder = tmp_path / "site"
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((samples / name).read_bytes())
    items = "".join(f"<item><title>{name}</title><link>/{name}</link></item>" for name in (*PAGES, "gone.html"))
    (folder / "feed.xml").write_text(f"<rss version='2.0'><channel><title>Site</title>{items}</channel></rss>", "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def collect(site: str, desk: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DRAGOMAN_PACE": "0", **settings}
    words = [sys.executable, "-m", "dragoman", "collect", f"{site}/feed.xml", "--desk", str(desk), "--json"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


def test_a_feed_is_collected_and_what_is_gone_is_listed(site: str, tmp_path: Path) -> None:
    first = collect(site, tmp_path / "desk", DRAGOMAN_PRIVATE_ADDRESSES="yes")
    assert first.returncode == 1, first.stderr
    done = json.loads(first.stdout)
    assert (done["new"], done["failed"]) == (3, 1)
    (problem,) = done["problems"]
    assert (problem["stage"], problem["reason"]) == ("fetch", "status")
    assert problem["url"].endswith("/gone.html")
    again = json.loads(collect(site, tmp_path / "desk", DRAGOMAN_PRIVATE_ADDRESSES="yes").stdout)
    assert (again["new"], again["known"]) == (0, 3)


def test_an_address_inside_the_house_is_refused_by_default(site: str, tmp_path: Path) -> None:
    told = collect(site, tmp_path / "desk")
    assert told.returncode == 1
    assert [problem["reason"] for problem in json.loads(told.stdout)["problems"]] == ["private address"]
