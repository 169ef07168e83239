"""What walks in a browser share: one browser, a portal over the hand-made desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import portal_beside as beside
from dragoman.web.app import create_app
from walk.serving import CHROMIUM, FLAGS, served


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
