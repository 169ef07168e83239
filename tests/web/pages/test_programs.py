from __future__ import annotations

import re

import pytest

from web.entry import Portal


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        yield made


def made(portal: Portal, **more: str) -> str:
    form = {"_csrf_token": portal.fields("/account/tokens")["_csrf_token"], "do": "make", "name": "nightly", "days": "30"}
    answer = portal.post("/account/tokens", form | more)
    found = re.search(r"dragoman_[\w-]{40}", answer.text)
    return found[0] if found else ""


def test_a_token_is_shown_once_opens_the_api_and_is_revoked(portal):
    portal.log_in("Editor")
    secret = made(portal, **{"scope-read": "1", "scope-judge": "1"})
    assert secret
    assert secret not in portal.get("/account/tokens").text
    cookies = dict(portal.client.cookies)
    portal.client.cookies.clear()
    bearer = {"Authorization": f"Bearer {secret}"}
    assert portal.get("/api/stories").status_code == 401
    assert portal.get("/api/stories", headers=bearer).status_code == 200
    said = {"kind": "different", "things": ["person:mara-quell", "person:jon-abel"]}
    assert portal.client.post("/api/judgements", json=said, headers=bearer).json()["by"] == "Editor"
    portal.client.cookies.update(cookies)
    kept = portal.accounts.programs.of()[0]
    form = {"_csrf_token": portal.fields("/account/tokens")["_csrf_token"], "do": "revoke", "which": kept.id}
    assert portal.post("/account/tokens", form).status_code == 303
    assert portal.get("/api/stories", headers=bearer).status_code == 401


def test_nobody_gives_more_than_they_may(portal):
    portal.log_in("Reader")
    assert made(portal, **{"scope-admin": "1"}) == ""
    assert made(portal, **{"scope-read": "1", "name": ""}) == ""
    assert made(portal) == ""
    assert portal.accounts.programs.of() == ()
    assert portal.get("/account/tokens?whose=all").status_code == 403


def test_tokens_of_others_are_not_revoked_but_by_an_admin(portal):
    portal.log_in("Editor")
    made(portal, **{"scope-read": "1"})
    kept = portal.accounts.programs.of()[0]
    for name, status in (("Reader", 404), ("Admin", 303)):
        portal.client.cookies.clear()
        portal.log_in(name)
        form = {"_csrf_token": portal.fields("/account/tokens")["_csrf_token"], "do": "revoke", "which": kept.id}
        assert portal.post("/account/tokens", form).status_code == status
    assert portal.accounts.programs.of()[0].revoked


def test_a_cookie_changes_nothing_through_the_api(portal):
    portal.log_in("Editor")
    said = {"kind": "different", "things": ["person:mara-quell", "person:jon-abel"]}
    assert portal.get("/api/stories").status_code == 200
    assert portal.client.post("/api/judgements", json=said).status_code == 401
