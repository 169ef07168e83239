"""axe-core on every page of the portal: no serious or critical finding, in three languages, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import portal_beside as beside
from dragoman.store.sqlite import Sqlite
from walk.serving import served
from web.entry import Portal

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: all that a theme can change."""
LANGUAGES = ("en", "zh-Hans", "ar")

RUN = """options => axe.run(document, options).then(done => done.violations
  .filter(found => ['serious', 'critical'].includes(found.impact))
  .flatMap(found => found.nodes.map(node => `${found.id} ${node.target.join(' ')}: ${node.html.slice(0, 160)}`)))"""


@pytest.fixture(scope="module")
def entry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Portal, str]]:
    """A desk with accounts that asks newcomers for digits, sends letters and knows a provider; its admin has noted articles and made a
    token."""
    desk = beside.fakes().FakeDesk()
    store = Sqlite(str(tmp_path_factory.mktemp("entry")))
    portal = Portal(
        desk, store=store, captcha="always", smtp_host="127.0.0.1", mail_from="desk@paper.example", oidc_issuer="https://id.example"
    )
    admin = portal.accounts.people.find("Admin")
    desk.mark(admin.id, "a0000000000000001", "star", True)
    desk.mark(admin.id, "a0000000000000002", "later", True)
    portal.accounts.programs.add(admin, "archive", ("read",), 30)
    with served(portal.app) as address:
        yield portal, address


def findings(tab: Any, rules: dict[str, Any]) -> list[str]:
    """What axe finds that is serious or critical, in the page as it stands."""
    return list(tab.evaluate(RUN, {"runOnly": rules, "resultTypes": ["violations"]}))


def found_on(tab: Any, address: str, code: str, status: int = 200) -> list[str]:
    """All rules in the light; in the dark those that look at colours, since nothing else differs."""
    tab.emulate_media(color_scheme="light")
    answer = tab.goto(address)
    assert answer.status == status, address
    assert tab.locator("html").get_attribute("lang") == code
    found = [f"{address}: {line}" for line in findings(tab, {"type": "tag", "values": TAGS})]
    tab.emulate_media(color_scheme="dark")
    return found + [f"{address} in the dark: {line}" for line in findings(tab, {"type": "rule", "values": COLOURS})]


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_serious_on_any_page(opened, code):
    tab = opened(locale=code, bypass_csp=True)
    tab.context.add_init_script(axe.Axe().axe_script)
    found = [line for address in beside.addresses() for line in found_on(tab, address, code)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_serious_on_the_pages_of_accounts(opened, entry, code):
    portal, base = entry
    tab = opened(base_url=base, locale=code, bypass_csp=True)
    tab.context.add_init_script(axe.Axe().axe_script)
    found = []
    for who, address, status in [*beside.doors(*portal.links("Reader")), *READ_LOGGED_IN]:
        tab.context.clear_cookies()
        tab.context.add_cookies([{"name": name, "value": value, "url": base} for name, value in portal.cookie(who).items()])
        found += found_on(tab, address, code, status)
    assert not found, "\n".join(found)


READ_LOGGED_IN = [("whole", path, 200) for path in ("/", beside.EN, beside.STORY)]
"""Pages that show more to who is logged in."""
