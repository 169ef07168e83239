from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import accounts_beside as beside
from dragoman.accounts.elsewhere import LONGEST, Elsewhere, name_of
from dragoman.accounts.visitors import Knock, OidcError, Visitor

ISSUER = "https://id.example"


@pytest.fixture
def clock() -> beside.Clock:
    return beside.Clock()


@pytest.fixture
def book():
    return beside.book()


def knock(clock: beside.Clock) -> Knock:
    return Knock("s" * 32, "n", "v", "/stories", int(clock.time.timestamp()))


def test_what_the_browser_keeps_comes_back_once(book, clock):
    gate = Elsewhere(book, clock)
    sealed = gate.sealed(knock(clock))
    assert gate.opened(sealed) == knock(clock)
    with pytest.raises(OidcError, match="used"):
        gate.opened(sealed)


def test_what_is_forged_or_late_is_refused(book, clock):
    gate = Elsewhere(book, clock)
    sealed = gate.sealed(knock(clock))
    body, _, signature = sealed.partition(".")
    for wrong in (
        "",
        ".",
        body,
        f"{body}x.{signature}",
        f"{body}.{signature[:-1]}",
        "é.é",
        Elsewhere(beside.book(), clock).sealed(knock(clock)),
    ):
        with pytest.raises(OidcError):
            gate.opened(wrong)
    clock.on(minutes=11)
    with pytest.raises(OidcError, match="long"):
        gate.opened(sealed)


def test_an_account_is_found_by_its_confirmed_address_and_then_by_its_subject(book, clock):
    ada = beside.user(book, email="ada@paper.example", confirmed=True)
    gate = Elsewhere(book, clock)
    assert gate.account(Visitor(ISSUER, "p-1", "ADA@paper.example", "x")).id == ada.id
    assert gate.account(Visitor(ISSUER, "p-1")).id == ada.id
    assert [one.subject for one in book.identities_of(ada.id)] == ["p-1"]


def test_an_address_that_was_not_shown_on_both_sides_opens_nothing(book, clock):
    beside.user(book, email="ada@paper.example", confirmed=False)
    for how in ("link", "make"):
        for visitor in (Visitor(ISSUER, "p-1", "ada@paper.example"), *([Visitor(ISSUER, "p-1")] if how == "link" else [])):
            with pytest.raises(OidcError):
                Elsewhere(book, clock, how).account(visitor)
    assert len(book.users()) == 1


def test_the_subject_of_another_provider_is_another_one(book, clock):
    beside.user(book, email="ada@paper.example", confirmed=True)
    gate = Elsewhere(book, clock)
    gate.account(Visitor(ISSUER, "p-1", "ada@paper.example"))
    with pytest.raises(OidcError):
        gate.account(Visitor("https://evil.example", "p-1"))


def test_somebody_shut_out_stays_so(book, clock):
    ada = beside.user(book, email="ada@paper.example", confirmed=True)
    gate = Elsewhere(book, clock)
    gate.account(Visitor(ISSUER, "p-1", "ada@paper.example"))
    book.change_user(replace(ada, disabled=clock.now()))
    with pytest.raises(OidcError):
        gate.account(Visitor(ISSUER, "p-1"))
    with pytest.raises(OidcError):
        Elsewhere(book, clock, "make").account(Visitor(ISSUER, "p-2", "ada@paper.example"))


def test_accounts_are_made_where_the_setting_says_so_and_names_that_are_taken_get_a_number(book, clock):
    gate = Elsewhere(book, clock, "make")
    one = gate.account(Visitor(ISSUER, "p-1", "ada@paper.example", "Ada Finch"))
    two = gate.account(Visitor(ISSUER, "p-2", "", "Ada Finch"))
    assert (one.name, one.role, one.confirmed, one.password) == ("Ada-Finch", "reader", True, None)
    assert (two.name, two.email) == ("Ada-Finch-2", "")
    assert gate.account(Visitor(ISSUER, "p-3")).name == "reader"
    assert beside.told(book)[:2] == ["registered", "linked elsewhere"]


@given(st.text(max_size=100))
def test_a_name_is_short_and_never_an_address(text):
    made = name_of(text)
    assert len(made) <= LONGEST
    assert "@" not in made
    assert all(letter.isalnum() or letter in "._-" for letter in made)
