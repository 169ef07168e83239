"""Registering, over HTTP."""

from __future__ import annotations

import pytest

from web.entry import GOOD, Portal, fault, fields

FILLED = {"name": "Newcomer", "password": GOOD, "again": GOOD}


@pytest.fixture
def portal(desk):
    return Portal(desk)


def register(portal, path="/register", **more):
    return portal.post("/register", portal.answered(portal.fields(path)) | FILLED | more)


def test_a_newcomer_is_in_and_may_read(portal) -> None:
    answer = register(portal)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert portal.get("/").status_code == 200
    assert portal.accounts.people.find("newcomer").role == "reader"


def test_the_digits_are_asked(portal) -> None:
    answer = portal.post("/register", portal.fields("/register") | FILLED | {"answer": "1"})
    assert fault(answer) == "Those were not the digits. Here are others."
    assert portal.accounts.book.called("Newcomer") is None


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"again": "another long password"}, "not the same"),
        ({"password": "short", "again": "short"}, "too short"),
        ({"name": "x"}, "cannot be a name"),
        ({"name": "a@b.example"}, "cannot be a name"),
        ({"name": "Reader"}, "somebody's already"),
        ({"email": "no address"}, "no e-mail address"),
    ],
)
def test_what_is_wrong_is_told_and_the_name_stays(portal, more, told) -> None:
    answer = register(portal, **more)
    assert answer.status_code == 403
    assert told in fault(answer)
    assert fields(answer.content)["name"] == (FILLED | more)["name"]
    assert GOOD not in answer.text


def test_whether_an_address_is_another_users_is_told_to_nobody(portal) -> None:
    one = register(portal, email="free@desk.example")
    portal.client.cookies.clear()
    other = register(portal, name="Other", email="reader@desk.example")
    assert (one.status_code, one.headers["location"]) == (other.status_code, other.headers["location"])
    assert portal.accounts.people.find("reader@desk.example").name == "Reader"
    assert portal.accounts.people.find("Other").email == ""


@pytest.mark.parametrize("setting", ["closed", "invitation"])
def test_where_it_is_not_open_nobody_registers(desk, setting) -> None:
    portal = Portal(desk, registration=setting)
    assert portal.get("/register").status_code == 403
    token = portal.fields("/login")["_csrf_token"]
    assert portal.post("/register", FILLED | {"_csrf_token": token}).status_code == 403
    assert portal.accounts.book.called("Newcomer") is None


def test_an_invitation_opens_it_once(desk) -> None:
    portal = Portal(desk, registration="invitation")
    link = portal.accounts.people.invite("new@desk.example", "editor").link
    answer = register(portal, f"/register?invitation={link}")
    assert answer.status_code == 303
    made = portal.accounts.people.find("new@desk.example")
    assert (made.name, made.role, made.confirmed) == ("Newcomer", "editor", True)
    portal.client.cookies.clear()
    assert portal.get(f"/register?invitation={link}").status_code == 403


def test_an_invitation_does_not_open_a_closed_desk(desk) -> None:
    portal = Portal(desk, registration="closed")
    link = portal.accounts.people.invite().link
    assert portal.get(f"/register?invitation={link}").status_code == 403
