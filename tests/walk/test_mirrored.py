"""The portal from right to left and on a phone: no page is wider than its window, and Arabic mirrors the desk but not foreign text."""

from __future__ import annotations

import pytest

import portal_beside as beside


@pytest.mark.parametrize(("code", "width"), [("ar", 1280), ("ar", 375), ("ru", 375)])
def test_no_page_is_wider_than_its_window(opened, code, width):
    tab = opened(locale=code, viewport={"width": width, "height": 800}, java_script_enabled=False)
    wide = []
    for path in beside.addresses():
        tab.goto(path, wait_until="domcontentloaded")
        if not tab.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            wide.append(path)
    assert wide == []


def test_in_arabic_the_desk_is_mirrored_and_foreign_text_is_not(opened):
    tab = opened(locale="ar")
    tab.goto("/")
    assert tab.locator("html").get_attribute("dir") == "rtl"
    middle = 1280 / 2
    assert tab.locator(".brand a").bounding_box()["x"] > middle, "the name stands on the right"
    assert tab.locator(".tongues").bounding_box()["x"] < middle, "the languages stand on the left"
    at, what = (tab.locator(f"li.line .{part}").first.bounding_box() for part in ("at", "what"))
    assert at["x"] > what["x"], "the time stands before the title, which is to its right"
    title = tab.locator("li.line h2 a[lang=en]").first
    assert title.evaluate("node => getComputedStyle(node).direction") == "ltr"
    tab.goto("/?lang=en")
    at, what = (tab.locator(f"li.line .{part}").first.bounding_box() for part in ("at", "what"))
    assert at["x"] < what["x"]
