from __future__ import annotations

import re
from typing import Any

import pytest

from dragoman.accounts.mailing import Mailing
from web.entry import GOOD, Portal, fault


class Kept:
    open = True

    def __init__(self) -> None:
        self.letters: list[Any] = []

    def send(self, letter: Any, now: object) -> None:
        self.letters.append(letter)


@pytest.fixture
def portal(desk):
    made = Portal(desk)
    with made.client:
        yield made


def send(portal: Portal, **form: str) -> Any:
    return portal.post("/users", {"_csrf_token": portal.fields("/users")["_csrf_token"], **form})


def link_of(page: Any) -> str:
    found = re.search(r'<code class="token" dir="ltr">http://127.0.0.1:8000([^<]+)</code>', page.text)
    return found[1].replace("&amp;", "&") if found else ""


def told(portal: Portal) -> list[str]:
    return [entry.what for entry in portal.accounts.book.audited(50)]


def test_users_are_for_admins(portal):
    assert portal.get("/users").headers["location"].startswith("/login")
    for name, status in (("Reader", 403), ("Editor", 403), ("Admin", 200)):
        portal.client.cookies.clear()
        portal.log_in(name)
        answer = portal.get("/users")
        assert answer.status_code == status, name
    portal.client.cookies.clear()
    portal.log_in("Editor")
    token = portal.fields("/account")["_csrf_token"]
    assert portal.post("/users", {"_csrf_token": token, "do": "add", "name": "Eve", "role": "admin"}).status_code == 403
    assert portal.accounts.book.called("Eve") is None


def test_all_are_listed_with_how_they_stand_and_filtered(portal):
    portal.log_in("Admin")
    portal.accounts.people.add("Newcomer")
    portal.accounts.people.disable(portal.accounts.people.find("Reader"))
    page = portal.get("/users").text
    assert all(word in page for word in ("editor@desk.example", "no password yet", ">shut<", "5 users"))
    assert "argon2" not in page
    assert "1 user<" in portal.get("/users?q=EDIT").text
    assert "Newcomer" not in portal.get("/users?role=admin").text
    assert 'rel="next"' in portal.get("/users?limit=2").text
    assert portal.get("/users?limit=2&after=4").text.count("/users/u") == 1
    assert portal.get("/users?after=x").status_code == 400


def test_a_user_is_made_with_a_role_by_a_link_that_is_shown_once(portal):
    portal.log_in("Admin")
    made = send(portal, do="add", name="Eve", email="eve@desk.example", role="editor")
    link = link_of(made)
    assert link.startswith("/password/")
    assert link not in portal.get("/users").text
    eve = portal.accounts.people.find("eve@desk.example")
    assert (eve.role, eve.confirmed) == ("editor", True)
    portal.client.cookies.clear()
    assert portal.post(link, portal.fields(link) | {"password": GOOD, "again": GOOD}).status_code == 303
    assert told(portal)[:1] == ["login"] or "password" in told(portal)
    entry = next(one for one in portal.accounts.book.audited(50) if one.what == "user made" and one.on == eve.id)
    assert (entry.who, entry.address) == (portal.accounts.people.find("Admin").id, "testclient")


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"do": "add", "name": "Editor", "role": "reader"}, 409, "somebody's already"),
        ({"do": "add", "name": "x", "role": "reader"}, 400, "cannot be a name"),
        ({"do": "add", "name": "Eve", "role": "reader", "email": "eve"}, 400, "no e-mail address"),
        ({"do": "withdraw", "which": "none"}, 400, "is over"),
    ],
)
def test_what_cannot_be_is_told(portal, form, status, words):
    portal.log_in("Admin")
    answer = send(portal, **form)
    assert answer.status_code == status
    assert words in fault(answer).replace("’", "'")


@pytest.mark.parametrize("form", [{}, {"do": "add", "name": "Eve"}, {"do": "add", "name": "Eve", "role": "king"}, {"do": "forget"}])
def test_a_form_that_nobody_fills_in_so_is_refused(portal, form):
    portal.log_in("Admin")
    assert send(portal, **form).status_code == 400


def test_an_invitation_is_shown_once_without_a_mail_server_and_can_be_withdrawn(portal):
    portal.log_in("Admin")
    link = link_of(send(portal, do="invite", role="analyst"))
    assert link.startswith("/register?invitation=")
    page = portal.get("/users").text
    assert link.rpartition("=")[2] not in page
    assert "whoever has the link" in page
    (kept,) = portal.accounts.book.links("invite")
    assert send(portal, do="withdraw", which=kept.token).status_code == 303
    assert portal.accounts.book.links("invite") == ()
    assert {"invited", "invitation withdrawn"} <= set(told(portal))


def test_an_invitation_is_mailed_where_it_can_be(portal):
    kept: Any = Kept()
    portal.accounts.mailing = Mailing(portal.accounts.book, portal.clock, kept, portal.accounts.home)
    portal.log_in("Admin")
    answer = send(portal, do="invite", role="analyst", email="eve@paper.example")
    assert "mailed to eve@paper.example" in answer.text
    assert link_of(answer) == ""
    (letter,) = kept.letters
    assert letter.to == "eve@paper.example"
    assert "/register?invitation=" in letter.body
