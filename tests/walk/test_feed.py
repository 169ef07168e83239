"""From a feed on the web to stories on the desk, through the guarded fetcher."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app

PAGES = ("visa/01-en-harbour.html", "visa/02-fr-courrier.txt", "kazakhstan/01-ru-nevsky.html")
LIGHT = {"DRAGOMAN_ANNOTATORS": "sentences,times", "DRAGOMAN_EMBEDDER": "hashing"}
"""What is understood of a page matters nothing here, and models take long to load."""


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


@pytest.fixture
def collect(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command, as a shell would run it, with settings of the environment."""
    monkeypatch.chdir(tmp_path)

    def go(**settings: str) -> Result:
        for name, value in {**LIGHT, "DRAGOMAN_PACE": "0", **settings}.items():
            monkeypatch.setenv(name, value)
        return CliRunner().invoke(app, ["collect", f"{site}/feed.xml", "--desk", "desk", "--json"])

    return go


def test_a_feed_is_collected_and_what_is_gone_is_listed(collect: Callable[..., Result]) -> None:
    first = collect(DRAGOMAN_PRIVATE_ADDRESSES="yes")
    assert first.exit_code == 1, first.stderr
    done = json.loads(first.stdout)
    assert (done["new"], done["failed"]) == (3, 1)
    (problem,) = done["problems"]
    assert (problem["stage"], problem["reason"]) == ("fetch", "status")
    assert problem["url"].endswith("/gone.html")
    again = json.loads(collect(DRAGOMAN_PRIVATE_ADDRESSES="yes").stdout)
    assert (again["new"], again["known"]) == (0, 3)


def test_an_address_inside_the_house_is_refused_by_default(collect: Callable[..., Result]) -> None:
    told = collect()
    assert told.exit_code == 1
    assert [problem["reason"] for problem in json.loads(told.stdout)["problems"]] == ["private address"]
