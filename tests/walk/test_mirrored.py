"""The portal from right to left: no page is wider than its window."""

from __future__ import annotations

import pytest

import portal_beside as beside


@pytest.mark.parametrize(("code", "width"), [("ar", 1280)])
def test_no_page_is_wider_than_its_window(opened, code, width):
    tab = opened(locale=code, viewport={"width": width, "height": 800}, java_script_enabled=False)
    wide = []
    for path in beside.addresses():
        tab.goto(path, wait_until="domcontentloaded")
        if not tab.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wide.append(path)
    assert wide == []
