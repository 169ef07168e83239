from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

import identity_provider as provider
from dragoman.accounts import onetime
from web.entry import Portal


@pytest.fixture
def there() -> Iterator[provider.Provider]:
    with provider.running() as made:
        yield made


@pytest.fixture
def portal(desk, there):
    made = Portal(
        desk, oidc_issuer=there.issuer, oidc_client=provider.CLIENT, oidc_secret=provider.SECRET, oidc_accounts="make",
        public_address="http://testserver.local",
    )  # fmt: skip
    made.clock.at = datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="seconds")
    with made.client:
        yield made


def walk(portal: Portal, there: provider.Provider, leads: str = "/stories"):
    left = portal.get(f"/login/openid?next={leads}")
    assert left.status_code == 303
    back = there.agree(left.headers["location"])
    return back, portal.get(f"{urlsplit(back).path}?{urlsplit(back).query}")


def test_somebody_new_comes_in_and_is_led_on(portal, there):
    _, came = walk(portal, there)
    assert (came.status_code, came.headers["location"]) == (303, "/stories")
    assert portal.get("/stories").status_code == 200
    assert portal.accounts.people.find("ada").email == "ada@paper.example"


def test_the_log_in_page_names_the_provider(portal):
    assert "/login/openid?next=" in portal.get("/login").text


def test_an_account_is_linked_by_its_confirmed_address(portal, there):
    there.person["email"] = "Reader@desk.example"
    walk(portal, there)
    assert [one.subject for one in portal.accounts.book.identities_of(portal.accounts.people.find("Reader").id)] == ["p-1"]


def test_who_has_a_second_factor_here_is_asked_for_it(portal, there):
    reader = portal.accounts.people.find("Reader")
    portal.accounts.book.change_user(
        type(reader)(**{name: getattr(reader, name) for name in reader.__struct_fields__} | {"secret": onetime.new_secret()})
    )
    there.person["email"] = "reader@desk.example"
    _, came = walk(portal, there)
    assert came.headers["location"] == "/login/second"
    assert portal.get("/stories").status_code == 303


def test_an_answer_is_taken_once_and_from_the_browser_that_asked_only(portal, there):
    back, _ = walk(portal, there)
    address = f"{urlsplit(back).path}?{urlsplit(back).query}"
    assert portal.get(address).status_code == 403
    portal.client.cookies.clear()
    left = portal.get("/login/openid")
    stolen = there.agree(left.headers["location"])
    portal.client.cookies.clear()
    assert portal.get(f"{urlsplit(stolen).path}?{urlsplit(stolen).query}").status_code == 403
    assert portal.get("/account").status_code == 303
    assert "openid refused" in {entry.what for entry in portal.accounts.book.audited(5)}


@pytest.mark.parametrize("leads", ["//evil.example", "https://evil.example", "/%5Cevil.example"])
def test_nobody_is_led_elsewhere(portal, there, leads):
    assert walk(portal, there, leads)[1].headers["location"] == "/"


@pytest.mark.parametrize("bad", ["nonce", "unsigned", "key"])
def test_a_forged_token_opens_nothing(portal, there, bad):
    there.bad = bad
    assert walk(portal, there)[1].status_code == 403
    assert portal.get("/account").status_code == 303


def test_without_a_provider_there_is_no_such_page(desk):
    with Portal(desk).client as client:
        assert client.get("/login/openid").status_code == 404
