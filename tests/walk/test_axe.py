"""axe-core on every page of the portal: no serious or critical finding, in three languages, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

import portal_beside as beside

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: all that a theme can change."""

RUN = """options => axe.run(document, options).then(done => done.violations
  .filter(found => ['serious', 'critical'].includes(found.impact))
  .flatMap(found => found.nodes.map(node => `${found.id} ${node.target.join(' ')}: ${node.html.slice(0, 160)}`)))"""


def findings(tab: Any, rules: dict[str, Any]) -> list[str]:
    """What axe finds that is serious or critical, in the page as it stands."""
    return list(tab.evaluate(RUN, {"runOnly": rules, "resultTypes": ["violations"]}))


@pytest.mark.parametrize("code", ["en", "zh-Hans", "ar"])
def test_axe_finds_nothing_serious_on_any_page(opened, code):
    """All rules in the light; in the dark those that look at colours, since nothing else differs."""
    tab = opened(locale=code, color_scheme="light", bypass_csp=True)
    tab.context.add_init_script(axe.Axe().axe_script)
    found = []
    for address in beside.addresses():
        tab.emulate_media(color_scheme="light")
        tab.goto(address)
        assert tab.locator("html").get_attribute("lang") == code
        found += [f"{address}: {line}" for line in findings(tab, {"type": "tag", "values": TAGS})]
        tab.emulate_media(color_scheme="dark")
        found += [f"{address} in the dark: {line}" for line in findings(tab, {"type": "rule", "values": COLOURS})]
    assert not found, "\n".join(found)
