"""Accounts are made, changed and shut; links work once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.conftest import GOOD, SETTINGS
from dragoman.accounts.front import Accounts
from dragoman.accounts.people import WeakPasswordError, name_fault
from dragoman.errors import DragomanError, NotFoundError, TakenError
from dragoman.store.memory import Memory


@pytest.fixture
def bare(clock, passwords) -> Accounts:
    return Accounts(Memory(), clock, SETTINGS, passwords)


def test_the_first_admin_is_made_once_and_gets_links_until_a_password_is_set(bare) -> None:
    first = bare.people.first()
    assert (first.user.name, first.user.role, first.user.password) == ("admin", "admin", None)
    again = bare.people.first()
    assert len(bare.book.users()) == 1
    with pytest.raises(NotFoundError):
        bare.people.set_password(first.link, GOOD)
    bare.people.set_password(again.link, GOOD)
    assert bare.people.first() is None
    assert bare.gate.log_in("admin", GOOD).what == "in"


def test_a_link_sets_a_password_once_and_ends_sessions(accounts, clock) -> None:
    user = accounts.people.find("ana@paper.example")
    token = accounts.gate.log_in("Ana", GOOD).token
    link = accounts.people.link(user, "reset")
    with pytest.raises(WeakPasswordError):
        accounts.people.set_password(link, "short")
    accounts.people.set_password(link, "another good password")
    assert accounts.gate.session(token) is None
    assert accounts.gate.log_in("Ana", "another good password").what == "in"
    with pytest.raises(NotFoundError):
        accounts.people.set_password(link, GOOD)
    late = accounts.people.link(user, "reset")
    clock.wait(hours=3)
    assert accounts.people.opened(late, "reset") is None


def test_a_link_opens_only_what_it_is_for(accounts) -> None:
    invitation = accounts.people.invite().link
    assert accounts.people.opened(invitation, "first", "reset") is None
    assert accounts.people.opened(invitation, "invite")
    with pytest.raises(NotFoundError):
        accounts.people.set_password(invitation, GOOD)


def test_an_account_by_registration_reads_and_its_address_waits_for_a_link(accounts) -> None:
    made = accounts.people.register("Bo", GOOD, email="bo@paper.example")
    assert (made.user.role, made.user.email) == ("reader", "")
    link = accounts.people.opened(made.link, "confirm")
    assert (link.user, link.email) == (made.user.id, "bo@paper.example")
    assert accounts.gate.log_in("bo@paper.example", GOOD).what == "refused"


def test_registering_with_another_users_address_looks_the_same(accounts, passwords) -> None:
    works = []
    for name, email in (("Bo", "bo@paper.example"), ("Cy", "ana@paper.example")):
        passwords.work = 0
        made = accounts.people.register(name, GOOD, email=email)
        works.append((passwords.work, made.user.email, made.link is not None))
    assert works[0] == works[1]


def test_a_name_is_one_persons(accounts) -> None:
    with pytest.raises(TakenError):
        accounts.people.register("ANA", GOOD)


def test_an_invitation_gives_its_role_and_address_once(accounts) -> None:
    invitation = accounts.people.invite("dee@paper.example", "editor", "u1").link
    made = accounts.people.register("Dee", GOOD, invitation)
    assert (made.user.role, made.user.email, made.user.confirmed, made.link) == ("editor", "dee@paper.example", True, None)
    for secret in (invitation, "none"):
        with pytest.raises(NotFoundError):
            accounts.people.register("Eve", GOOD, secret)
    assert accounts.book.called("Eve") is None


def test_an_invitation_to_an_address_that_is_taken_since_gives_an_account_without_it(accounts) -> None:
    invitation = accounts.people.invite("ana@paper.example").link
    assert accounts.people.register("Ana Two", GOOD, invitation).user.email == ""


def test_changing_a_password_needs_the_old_one(accounts) -> None:
    user = accounts.people.find("Ana")
    assert not accounts.people.change_password(user, "wrong", "another good password")
    with pytest.raises(WeakPasswordError):
        accounts.people.change_password(user, GOOD, "ana")
    assert accounts.people.change_password(user, GOOD, "another good password")
    assert accounts.gate.log_in("Ana", "another good password").what == "in"


def test_roles_change_and_accounts_are_shut_and_opened(accounts) -> None:
    user = accounts.people.find("Ana")
    token = accounts.gate.log_in("Ana", GOOD).token
    assert accounts.people.change_role(user, "editor", "u9").role == "editor"
    assert accounts.book.audited(1)[0].detail == "reader to editor"
    accounts.people.disable(accounts.people.find("Ana"))
    assert accounts.gate.session(token) is None
    assert accounts.gate.log_in("Ana", GOOD).what == "refused"
    accounts.people.enable(accounts.people.find("Ana"))
    assert accounts.gate.log_in("Ana", GOOD).what == "in"


def test_somebody_is_left_to_keep_the_accounts(bare) -> None:
    admin = bare.people.first().user
    for change in (lambda: bare.people.change_role(admin, "reader"), lambda: bare.people.disable(admin)):
        with pytest.raises(DragomanError):
            change()
    bare.people.add("Other", role="admin", password=GOOD)
    assert bare.people.disable(admin).disabled


def test_a_shut_account_is_not_opened_by_a_link(accounts) -> None:
    user = accounts.people.find("Ana")
    link = accounts.people.link(user, "reset")
    accounts.people.disable(user)
    with pytest.raises(NotFoundError):
        accounts.people.set_password(link, "another good password")


def test_ways_of_a_user_are_kept(accounts) -> None:
    accounts.people.change_ways(accounts.people.find("Ana"), "ar", "Asia/Beirut")
    assert (accounts.people.find("Ana").language, accounts.people.find("Ana").zone) == ("ar", "Asia/Beirut")


@pytest.mark.parametrize(
    "name", ["a", "", "a@b", "x" * 41, "a\nb", "a\u202eb", "\u200b\u200b\u200b", "a\x00b", "  \u3000 ", "\u0301\u0301"]
)
def test_what_cannot_be_a_name(name: str) -> None:
    assert name_fault(name)


@pytest.mark.parametrize("name", ["Bo", "王小明", "José Ruiz", "О'Хара", "نور", "user_1"])
def test_what_can_be_a_name(name: str) -> None:
    assert not name_fault(name)


@given(st.text(max_size=60))
def test_no_name_breaks_a_line_or_a_header(name: str) -> None:
    if not name_fault(name):
        assert not set(name.strip()) & set("\r\n\0\u2028\u2029\x85")


@pytest.mark.parametrize("email", ["x", "@x", "x@", "a b@x.example", "a@x.example\r\nBcc: b@x.example"])
def test_what_is_no_address(accounts, email: str) -> None:
    with pytest.raises(DragomanError):
        accounts.people.add("Bo", email)


def test_an_admin_who_never_came_in_cannot_keep_the_accounts_alone(accounts) -> None:
    boss = accounts.people.add("Boss", role="admin", password=GOOD).user
    second = accounts.people.add("Second", role="admin")
    for change in (accounts.people.disable, lambda user: accounts.people.change_role(user, "reader")):
        with pytest.raises(TakenError):
            change(boss)
    accounts.people.set_password(second.link, GOOD)
    assert accounts.people.change_role(boss, "reader", "x", "10.0.0.1").role == "reader"
    assert accounts.book.audited(1)[0].address == "10.0.0.1"


def test_an_invitation_is_withdrawn_once(accounts) -> None:
    secret = accounts.people.invite("eve@paper.example", "editor").link
    (kept,) = accounts.book.links("invite")
    accounts.people.withdraw(kept.token, "boss")
    assert accounts.people.opened(secret, "invite") is None
    for token in (kept.token, "none"):
        with pytest.raises(NotFoundError):
            accounts.people.withdraw(token)


def test_a_user_is_logged_out_everywhere(accounts) -> None:
    tokens = [accounts.gate.log_in("Ana", GOOD).token for _ in range(2)]
    assert accounts.people.end_sessions(accounts.people.find("Ana"), "boss") == 2
    assert [accounts.gate.session(token) for token in tokens] == [None, None]
