"""Every page of the portal in every language that it speaks. Held by `make check`."""

from __future__ import annotations

import re

import pytest
from litestar.testing import TestClient

import portal_beside as beside
from dragoman.web import tongues
from dragoman.web.app import create_app
from web.entry import Portal


@pytest.fixture(scope="module")
def portal():
    desk = beside.fakes().FakeDesk()
    with TestClient(create_app(desk, judging=desk)) as made:
        yield made


@pytest.fixture(scope="module")
def entry():
    """A desk with accounts, letters, and a provider to log in by."""
    return Portal(beside.fakes().FakeDesk(), smtp_host="127.0.0.1", mail_from="desk@paper.example", oidc_issuer="https://id.example")


def assert_page_in(client, address, code, status=200):
    """The page answers in that language, says so, and has one title."""
    answer = client.get(address, headers={"Accept-Language": code})
    assert answer.status_code == status, address
    assert answer.headers["content-language"] == code, address
    (root,) = re.findall(r"<html ([^>]*)>", answer.text)
    assert f'lang="{code}"' in root, address
    assert f'dir="{"rtl" if code == "ar" else "ltr"}"' in root, address
    assert re.search(r"<title>[^<]+ · Dragoman</title>", answer.text), address
    assert answer.text.count("<h1") == 1, address


def test_every_route_has_an_address_here_or_a_reason_why_not():
    """A new page is entered in tests/portal_beside.py, and is walked from then on: in every language, with axe, on a phone."""
    assert beside.names() == beside.walked() | set(beside.NO_PAGES)


@pytest.mark.parametrize("code", sorted(tongues.codes()))
def test_every_page_answers_with_its_language_and_direction(portal, code):
    for address in beside.addresses():
        assert_page_in(portal, address, code)


@pytest.mark.parametrize("code", sorted(tongues.codes()))
def test_the_pages_of_accounts_do_too(entry, code):
    for who, address, status in beside.doors(*entry.links("Reader")):
        entry.client.cookies.clear()
        entry.client.cookies.update(entry.cookie(who))
        assert_page_in(entry.client, address, code, status)
