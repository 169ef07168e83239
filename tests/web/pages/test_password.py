"""Choosing a password by a link, over HTTP."""

from __future__ import annotations

import pytest

from web.entry import GOOD, Portal, fault


@pytest.fixture
def portal(desk):
    return Portal(desk)


def test_a_link_sets_a_password_once_and_logs_in(portal) -> None:
    made = portal.accounts.people.add("Newcomer")
    path = f"/password/{made.link}"
    filled = portal.fields(path)
    portal.get(path)
    assert "Newcomer" in portal.get(path).text
    answer = portal.post(path, filled | {"password": GOOD, "again": "another"})
    assert fault(answer) == "The two passwords are not the same."
    answer = portal.post(path, filled | {"password": "newcomer", "again": "newcomer"})
    assert "too short" in fault(answer)
    answer = portal.post(path, filled | {"password": GOOD, "again": GOOD})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert portal.get("/").status_code == 200
    assert portal.get(path).status_code == 403


def test_what_is_no_link_opens_nothing(portal) -> None:
    for part in ("none", "x" * 300, portal.accounts.people.invite().link):
        assert portal.get(f"/password/{part}").status_code == 403
        token = portal.fields("/login")["_csrf_token"]
        answer = portal.post(f"/password/{part}", {"_csrf_token": token, "password": GOOD, "again": GOOD})
        assert answer.status_code == 403


def test_who_has_a_second_factor_is_not_let_in_by_the_link_alone(portal) -> None:
    user = portal.accounts.people.find("Reader")
    values = {name: getattr(user, name) for name in user.__struct_fields__}
    portal.accounts.book.change_user(type(user)(**values | {"secret": "JBSWY3DPEHPK3PXP"}))
    path = f"/password/{portal.accounts.people.link(user, 'reset')}"
    answer = portal.post(path, portal.fields(path) | {"password": GOOD, "again": GOOD})
    assert answer.headers["location"] == "/login"
    assert portal.get("/").status_code == 303
