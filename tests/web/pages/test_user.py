from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.accounts import onetime
from web.entry import GOOD, Portal, fault


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        yield made


def place(portal: Portal, name: str) -> str:
    return f"/users/{portal.accounts.people.find(name).id}"


def send(portal: Portal, name: str, **form: str) -> Any:
    where = place(portal, name)
    return portal.post(where, {"_csrf_token": portal.fields(where)["_csrf_token"], **form})


def test_a_user_s_page_is_for_admins(portal):
    where = place(portal, "Reader")
    assert portal.get(where).status_code == 303
    portal.log_in("Editor")
    assert portal.get(where).status_code == 403
    token = portal.fields("/account")["_csrf_token"]
    assert portal.post(where, {"_csrf_token": token, "do": "role", "role": "admin"}).status_code == 403
    portal.client.cookies.clear()
    portal.log_in("Admin")
    page = portal.get(where).text
    assert "reader@desk.example" in page
    assert "argon2" not in page
    assert portal.get("/users/nobody").status_code == 404


def test_role_and_state_are_changed_and_each_is_in_the_audit_log(portal):
    portal.log_in("Admin")
    reader = portal.accounts.people.find("Reader")
    for form in ({"do": "role", "role": "analyst"}, {"do": "disable"}, {"do": "enable"}):
        assert send(portal, "Reader", **form).headers["location"] == place(portal, "Reader")
    told = [(entry.what, entry.who, entry.detail, entry.address) for entry in portal.accounts.book.audited(3, on=reader.id)]
    admin = portal.accounts.people.find("Admin").id
    assert told == [
        ("enabled", admin, "", "testclient"), ("disabled", admin, "", "testclient"), ("role", admin, "reader to analyst", "testclient"),
    ]  # fmt: skip
    assert "reader to analyst" in portal.get(place(portal, "Reader")).text
    assert "reader to analyst" in portal.get("/audit?on=Reader").text


@pytest.mark.parametrize("form", [{"do": "disable"}, {"do": "role", "role": "reader"}])
def test_the_last_admin_stays(portal, form):
    portal.log_in("Admin")
    answer = send(portal, "Admin", **form)
    assert answer.status_code == 409
    assert "Nobody would be left" in fault(answer)
    assert portal.accounts.people.find("Admin").role == "admin"
    assert portal.get("/users").status_code == 200


def test_an_admin_may_step_back_where_another_one_is_left(portal):
    portal.log_in("Admin")
    send(portal, "Editor", do="role", role="admin")
    assert send(portal, "Admin", do="role", role="reader").headers["location"] == "/account"
    assert portal.get("/users").status_code == 403


def test_a_link_for_a_new_password_is_shown_once(portal):
    portal.log_in("Admin")
    answer = send(portal, "Reader", do="reset")
    link = re.search(r"http://127.0.0.1:8000(/password/[\w-]+)", answer.text)[1]
    assert link not in portal.get(place(portal, "Reader")).text
    portal.client.cookies.clear()
    assert portal.post(link, portal.fields(link) | {"password": GOOD[::-1], "again": GOOD[::-1]}).status_code == 303
    assert portal.accounts.gate.log_in("Reader", GOOD[::-1]).what == "in"


def test_sessions_end_and_a_lost_second_factor_is_taken_off(portal):
    reader = portal.accounts.people.find("Reader")
    token = portal.accounts.gate.log_in("Reader", GOOD).token
    portal.accounts.book.change_user(replace(reader, secret=onetime.new_secret()))
    portal.log_in("Admin")
    send(portal, "Reader", do="sessions")
    assert portal.accounts.gate.session(token) is None
    send(portal, "Reader", do="second")
    assert portal.accounts.people.find("Reader").secret is None
    admin = portal.accounts.people.find("Admin").id
    assert [(one.what, one.who) for one in portal.accounts.book.audited(2, on=reader.id)] == [
        ("second off", admin),
        ("sessions ended", admin),
    ]


@pytest.mark.parametrize("form", [{}, {"do": "forget"}, {"do": "role"}, {"do": "role", "role": "king"}])
def test_a_form_that_nobody_fills_in_so_is_refused(portal, form):
    portal.log_in("Admin")
    assert send(portal, "Reader", **form).status_code == 400
