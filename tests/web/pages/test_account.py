from __future__ import annotations

import pytest

from web.entry import GOOD, Portal

BETTER = "another long password"


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        made.log_in("Reader")
        yield made


def test_the_page_is_for_who_is_logged_in(desk):
    with Portal(desk).client as client:
        assert client.get("/account", follow_redirects=False).headers["location"].startswith("/login?next=")


def test_language_zone_and_theme_are_kept(portal):
    sent = portal.fields("/account") | {"do": "ways", "language": "fr", "zone": "Asia/Shanghai", "look": "dark"}
    answer = portal.post("/account", sent)
    assert answer.status_code == 303
    user = portal.accounts.people.find("Reader")
    assert (user.language, user.zone, user.theme) == ("fr", "Asia/Shanghai", "dark")
    assert "dragoman_lang=fr" in str(answer.headers.multi_items())
    for wrong in ({"language": "xx"}, {"zone": "../../etc/passwd"}, {"look": "<b>"}, {"do": "sing"}):
        assert portal.post("/account", sent | wrong).status_code == 400, wrong


def test_a_new_password_asks_for_the_old_one_and_ends_other_sessions(portal):
    user = portal.accounts.people.find("Reader")
    other = portal.accounts.gate.admit(user)
    form = portal.fields("/account") | {"do": "password", "old": GOOD, "password": BETTER, "again": BETTER}
    assert portal.post("/account", form | {"old": "wrong"}).status_code == 403
    assert portal.post("/account", form | {"again": "other"}).status_code == 403
    assert portal.post("/account", form | {"password": "short", "again": "short"}).status_code == 403
    assert portal.accounts.gate.session(other) is not None
    assert portal.post("/account", form).status_code == 303
    assert portal.accounts.gate.session(other) is None
    assert portal.get("/account").status_code == 200
    assert portal.accounts.gate.log_in("Reader", BETTER).what == "in"


def test_an_address_is_asked_for_only_where_letters_can_be_sent(portal):
    assert portal.get("/account").text.count('name="email"') == 0
    form = portal.fields("/account") | {"do": "address", "email": "new@paper.example"}
    assert portal.post("/account", form).status_code == 403


def test_without_the_token_of_the_form_nothing_changes(portal):
    assert portal.post("/account", {"do": "ways", "language": "fr"}).status_code == 403
    assert portal.accounts.people.find("Reader").language == ""
