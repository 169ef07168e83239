from __future__ import annotations

from datetime import datetime

import pyotp
import pytest
from lxml import html

from web.entry import Portal


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        made.log_in("Reader")
        yield made


def code(portal: Portal, secret: str) -> str:
    return pyotp.TOTP(secret).at(datetime.fromisoformat(portal.clock.now()))


def enrolled(portal: Portal) -> tuple[str, list[str]]:
    form = portal.fields("/account/second")
    answer = portal.post("/account/second", form | {"code": code(portal, form["secret"])})
    codes = html.fromstring(answer.content.decode()).xpath("//ol[@class='codes']//code/text()")
    portal.clock.wait(minutes=1)
    return form["secret"], codes


def test_it_is_turned_on_with_a_picture_and_the_secret_as_text(portal):
    page = html.fromstring(portal.get("/account/second").content.decode())
    form = portal.fields("/account/second")
    assert page.xpath("//*[@role='img']//*[local-name()='svg']")
    assert not page.xpath("//main//@style")
    again = portal.post("/account/second", form | {"code": "000000"})
    assert again.status_code == 400
    assert form["secret"] in again.text
    secret, codes = enrolled(portal)
    assert len(codes) == 10
    assert portal.accounts.people.find("Reader").secret == secret


def test_the_log_in_asks_for_the_code_and_nothing_is_open_before(portal):
    secret, _ = enrolled(portal)
    portal.client.cookies.clear()
    came = portal.log_in("Reader", next="/stories")
    half = portal.client.cookies.get("dragoman_session")
    assert came.headers["location"].startswith("/login/second")
    assert portal.get("/stories").status_code == 303
    assert portal.get("/account").status_code == 303
    assert portal.get("/api/stories").status_code == 401
    form = portal.fields(came.headers["location"])
    assert portal.post("/login/second", form | {"code": "123456"}).status_code == 400
    done = portal.post("/login/second", form | {"code": code(portal, secret)})
    assert (done.status_code, done.headers["location"]) == (303, "/stories")
    assert portal.client.cookies.get("dragoman_session") != half
    assert portal.get("/stories").status_code == 200
    assert portal.accounts.gate.session(half or "") is None


def test_a_recovery_code_opens_and_leads_nowhere_else(portal):
    _, codes = enrolled(portal)
    portal.client.cookies.clear()
    portal.log_in("Reader")
    form = portal.fields("/login/second")
    done = portal.post("/login/second", form | {"code": codes[0], "next": "https://evil.example/"})
    assert done.headers["location"] == "/"
    assert "9" in portal.get("/account/second").text


def test_many_wrong_codes_have_to_wait(portal):
    enrolled(portal)
    portal.client.cookies.clear()
    portal.log_in("Reader")
    form = portal.fields("/login/second")
    answers = [portal.post("/login/second", form | {"code": "000000"}) for _ in range(12)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0


def test_it_is_turned_off_by_a_code_only(portal):
    secret, codes = enrolled(portal)
    form = portal.fields("/account/second")
    assert portal.post("/account/second", form | {"do": "drop", "code": "000000"}).status_code == 400
    assert "secret" not in form
    assert portal.post("/account/second", form | {"do": "renew", "code": code(portal, secret)}).status_code == 200
    portal.clock.wait(minutes=1)
    assert portal.post("/account/second", form | {"do": "drop", "code": codes[0]}).status_code == 400
    assert portal.post("/account/second", form | {"do": "drop", "code": code(portal, secret)}).status_code == 303
    assert portal.accounts.people.find("Reader").secret is None
    assert portal.post("/account/second", form | {"do": "drop", "code": "1"}).status_code == 400
