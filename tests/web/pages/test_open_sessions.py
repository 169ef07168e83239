from __future__ import annotations

import pytest

from web.entry import Portal


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        yield made


def test_ones_own_sessions_are_listed_and_ended(portal):
    portal.log_in("Reader")
    user = portal.accounts.people.find("Reader")
    other = portal.accounts.gate.admit(user, "192.0.2.7", "<b>Browser</b>")
    page = portal.get("/account/sessions")
    assert "&lt;b&gt;Browser" in page.text
    token = next(one.token for one in portal.accounts.book.sessions(user.id) if one.address == "192.0.2.7")
    form = portal.fields("/account/sessions")
    assert portal.post("/account/sessions", form | {"which": token}).status_code == 303
    assert portal.accounts.gate.session(other) is None
    assert portal.post("/account/sessions", form | {"which": token}).status_code == 400
    portal.accounts.gate.admit(user)
    assert portal.post("/account/sessions", form | {"which": "others"}).status_code == 303
    assert len(portal.accounts.book.sessions(user.id)) == 1
    assert portal.get("/account").status_code == 200


def test_those_of_others_are_an_admins_matter(portal):
    admin = portal.accounts.people.find("Admin")
    portal.accounts.gate.admit(admin)
    portal.log_in("Reader")
    token = portal.accounts.book.sessions(admin.id)[0].token
    form = portal.fields("/account/sessions")
    assert portal.get("/account/sessions?whose=all").status_code == 403
    assert portal.post("/account/sessions", form | {"which": token}).status_code == 403
    portal.client.cookies.clear()
    portal.log_in("Admin")
    reader = portal.accounts.people.find("Reader")
    assert "Reader" in portal.get("/account/sessions?whose=all").text
    form = portal.fields("/account/sessions?whose=all")
    held = portal.accounts.book.sessions(reader.id)[0].token
    assert portal.post("/account/sessions", form | {"which": held}).status_code == 303
    assert portal.accounts.book.sessions(reader.id) == ()
    assert portal.accounts.book.audited(1)[0].what == "session ended"


def test_ending_this_one_is_logging_out(portal):
    portal.log_in("Reader")
    form = portal.fields("/account/sessions")
    portal.post("/account/sessions", form)
    assert portal.get("/account").status_code == 303
