from __future__ import annotations

from typing import Any

import pytest

from dragoman.accounts.letters import Letter
from dragoman.accounts.mailing import Mailing
from web.entry import Portal


class Kept:
    open = True

    def __init__(self) -> None:
        self.letters: list[Letter] = []

    def send(self, letter: Letter, now: object) -> None:
        self.letters.append(letter)


@pytest.fixture
def post() -> Kept:
    return Kept()


@pytest.fixture
def portal(desk, post):
    made = Portal(desk, public_address="https://desk.example")
    kept: Any = post
    made.accounts.mailing = Mailing(made.accounts.book, made.clock, kept, made.accounts.home, lambda work: work())
    with made.client:
        yield made


def test_a_link_comes_by_mail_and_never_follows_the_name_that_the_request_gives(portal, post):
    form = portal.fields("/forgotten") | {"name": "reader@desk.example"}
    answer = portal.post("/forgotten", form, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert answer.status_code == 200
    (letter,) = post.letters
    assert letter.to == "reader@desk.example"
    assert "https://desk.example/password/" in letter.body
    assert "evil" not in letter.body
    link = letter.body.partition("https://desk.example")[2].split()[0]
    new = portal.fields(link) | {"password": "another long password", "again": "another long password"}
    assert portal.post(link, new).status_code == 303
    portal.client.cookies.clear()
    assert portal.log_in("Reader", "another long password").status_code == 303


def test_the_answer_is_the_same_for_who_is_not_there(portal, post):
    form = portal.fields("/forgotten")
    bodies = {portal.post("/forgotten", form | {"name": name}).content for name in ("Reader", "nobody", "reader@desk.example", "<b>")}
    assert len(bodies) == 1
    assert portal.post("/forgotten", form | {"name": ""}).status_code == 400


def test_an_address_is_confirmed_by_a_button_and_not_by_opening_the_link(portal, post):
    portal.log_in("Reader")
    form = portal.fields("/account") | {"do": "address", "email": "new@paper.example"}
    assert portal.post("/account", form).status_code == 200
    link = post.letters[-1].body.partition("https://desk.example")[2].split()[0]
    filled = portal.fields(link)
    assert portal.accounts.people.find("Reader").email == "reader@desk.example"
    assert portal.post(link, filled).status_code == 200
    assert portal.accounts.people.find("Reader").email == "new@paper.example"
    assert portal.post(link, filled).status_code == 400


def test_without_a_server_the_page_says_whom_to_ask(desk):
    with Portal(desk).client as client:
        page = client.get("/forgotten", headers={"accept-language": "en"}).text
    assert "dragoman user reset" in page
    assert 'name="name"' not in page
