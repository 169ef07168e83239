from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

import accounts_beside as beside
from dragoman.accounts.letters import Letter, MailError
from dragoman.accounts.mailing import Mailing, Wording
from dragoman.accounts.secrecy import hashed
from dragoman.errors import DragomanError, NotFoundError

RESET = Wording("A new password", "Hello %(name)s,\n%(link)s\n")


class Kept:
    """A post that keeps letters."""

    open = True

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.broken = False

    def send(self, letter: Letter, now: datetime) -> None:
        if self.broken:
            raise MailError("no server")
        self.letters.append(letter)

    def secret(self) -> str:
        return self.letters[-1].body.rpartition("/")[2].strip()


@pytest.fixture
def clock() -> beside.Clock:
    return beside.Clock()


@pytest.fixture
def book():
    return beside.book()


@pytest.fixture
def post() -> Kept:
    return Kept()


@pytest.fixture
def mailing(book, clock, post) -> Mailing:
    unlike: Any = post
    return Mailing(book, clock, unlike, "https://desk.example/", lambda work: work())


def test_whoever_forgot_the_password_gets_a_link_to_the_confirmed_address(book, mailing, post):
    beside.user(book, email="ada@paper.example", confirmed=True)
    mailing.forgotten("ADA", "/reset", RESET)
    (letter,) = post.letters
    assert letter.to == "ada@paper.example"
    assert letter.body.startswith("Hello ada,\nhttps://desk.example/reset/")
    kept = book.link(hashed(post.secret()))
    assert (kept.purpose, kept.user) == ("reset", "u-ada")


def test_nothing_is_sent_to_others_and_nothing_tells_so(book, mailing, post, clock):
    beside.user(book, email="ada@paper.example")
    beside.user(book, "eve", email="eve@paper.example", confirmed=True, disabled=clock.now())
    beside.user(book, "bob")
    for name in ("ada", "ada@paper.example", "eve", "bob", "nobody", ""):
        mailing.forgotten(name, "/reset", RESET)
    assert post.letters == []


def test_an_address_counts_from_when_its_link_is_opened(book, mailing, post):
    ada = beside.user(book)
    mailing.confirm(ada, " Ada@Paper.example", "/confirm", RESET)
    assert not book.user(ada.id).confirmed
    assert mailing.confirmed(post.secret()).email == "Ada@paper.example"
    assert book.user(ada.id).confirmed
    with pytest.raises(NotFoundError):
        mailing.confirmed(post.secret())


def test_a_link_that_is_over_or_for_something_else_confirms_nothing(book, mailing, post, clock):
    ada = beside.user(book, email="ada@paper.example", confirmed=True)
    mailing.forgotten("ada", "/reset", RESET)
    with pytest.raises(NotFoundError):
        mailing.confirmed(post.secret())
    clock.on(minutes=5)
    mailing.confirm(ada, "new@paper.example", "/confirm", RESET)
    clock.on(hours=49)
    for secret in (post.secret(), "", "wrong"):
        with pytest.raises(NotFoundError):
            mailing.confirmed(secret)
    assert book.user(ada.id).email == "ada@paper.example"


def test_an_address_that_became_anothers_is_not_taken(book, mailing, post):
    ada = beside.user(book)
    mailing.confirm(ada, "same@paper.example", "/confirm", RESET)
    beside.user(book, "eve", email="same@paper.example", confirmed=True)
    with pytest.raises(NotFoundError):
        mailing.confirmed(post.secret())
    assert book.user(ada.id).email == ""


def test_nobodys_box_is_filled(book, mailing, post, clock):
    beside.user(book, email="ada@paper.example", confirmed=True)
    for _ in range(20):
        mailing.forgotten("ada", "/reset", RESET)
    assert len(post.letters) == 1
    clock.on(minutes=2)
    mailing.forgotten("ada", "/reset", RESET)
    assert len(post.letters) == 2


def test_names_bring_no_line_and_no_link_of_their_own(book, mailing, post):
    ada = beside.user(book, "a %(link)s b")
    mailing.confirm(ada, "ada@paper.example", "/confirm", RESET)
    assert post.letters[0].body.count("/confirm/") == 1
    with pytest.raises(DragomanError, match="no mail address"):
        mailing.confirm(ada, "x\r\nBcc: y@z.example", "/confirm", RESET)


def test_a_server_that_is_not_there_is_told_to_the_admin_only(book, mailing, post):
    beside.user(book, email="ada@paper.example", confirmed=True)
    post.broken = True
    mailing.forgotten("ada", "/reset", RESET)
    assert beside.told(book) == ["password forgotten", "mail failed"]
    with pytest.raises(MailError):
        mailing.invited("eve@paper.example", "https://desk.example/register?invitation=secret", RESET)
