"""What walks in a browser share: one browser, a portal over the hand-made desk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

import portal_beside as beside
from dragoman.web.app import create_app

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The address of an application on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    app.state.wire.end()
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, started once a module: one that stayed open would leave its event loop running in the tests that follow."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is not installed")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def portal() -> Iterator[str]:
    """The portal over the hand-made desk."""
    desk = beside.fakes().FakeDesk()
    with served(create_app(desk, loopback=True, judging=desk)) as address:
        yield address


@pytest.fixture
def opened(browser: Any, portal: str) -> Iterator[Callable[..., Any]]:
    """Opens tabs on the hand-made portal, each with its own cookies; closes them."""
    contexts: list[Any] = []

    def tab(**how: Any) -> Any:
        contexts.append(browser.new_context(**{"base_url": portal, "viewport": {"width": 1280, "height": 900}, **how}))
        return contexts[-1].new_page()

    yield tab
    for context in contexts:
        context.close()
