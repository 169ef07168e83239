"""Logging in: the same for known and unknown names, bounded however often it is tried."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accounts.conftest import GOOD
from dragoman.accounts.gate import Gate
from dragoman.accounts.passwords import Passwords
from dragoman.accounts.secrecy import after
from dragoman.store.accounttables import ATTEMPTS, AUDIT


def rows(accounts, table) -> int:
    with accounts.book._reading() as connection:
        return len(connection.execute(table.select()).all())


@pytest.mark.parametrize("name", ["Ana", " ANA ", "ana@paper.example"])
def test_a_name_or_an_address_with_the_password_opens_a_session(accounts, name) -> None:
    came = accounts.gate.log_in(name, GOOD, "10.0.0.1", "Browser")
    assert came.what == "in"
    session, user = accounts.gate.session(came.token)
    assert (user.name, session.address, session.agent, session.second) == ("Ana", "10.0.0.1", "Browser", True)
    assert came.token not in session.token
    assert accounts.book.audited(1)[0].what == "login"


def test_every_log_in_has_a_token_of_its_own(accounts) -> None:
    assert len({accounts.gate.log_in("Ana", GOOD).token for _ in range(3)}) == 3


@pytest.mark.parametrize("name", ["Ana", "nobody", "nobody@paper.example", "", "shut", "unset", "loose@paper.example"])
def test_known_and_unknown_names_get_the_same_answer_for_the_same_work(accounts, passwords, name) -> None:
    accounts.people.disable(accounts.people.add("shut", password=GOOD).user)
    accounts.people.add("unset")
    loose = accounts.people.add("loose", "loose@paper.example", password=GOOD).user
    accounts.book.change_user(replace(loose, confirmed=False))
    passwords.work = 0
    came = accounts.gate.log_in(name, "a wrong long password" if name == "Ana" else GOOD)
    assert (came.what, came.token, came.user) == ("refused", "", "")
    assert passwords.work == 1


def test_10_000_wrong_passwords_stay_bounded(accounts, passwords, clock) -> None:
    answers = [accounts.gate.log_in("Ana", f"wrong {number}", "10.0.0.1", solved=True).what for number in range(10_000)]
    assert answers.count("refused") == passwords.work <= 6
    assert set(answers[10:]) == {"wait"}
    assert rows(accounts, ATTEMPTS) == 3
    assert rows(accounts, AUDIT) <= 5


def test_10_000_wrong_passwords_each_as_soon_as_it_may_be_take_weeks(accounts, passwords, clock) -> None:
    start = clock.at
    for number in range(200):
        came = accounts.gate.log_in("Ana", f"wrong {number}", "10.0.0.1", solved=True)
        clock.wait(seconds=accounts.gate.log_in("Ana", "wrong", "10.0.0.1", solved=True).wait if came.what == "refused" else came.wait)
    assert clock.at > after(start, hours=20)
    assert rows(accounts, ATTEMPTS) == 3


def test_many_names_from_one_address_stay_bounded_too(accounts, passwords) -> None:
    for number in range(2_000):
        accounts.gate.log_in(f"name {number}", "wrong", "10.0.0.1", solved=True)
    assert passwords.work <= 31
    assert rows(accounts, ATTEMPTS) <= 70


def test_an_attacker_does_not_shut_the_owner_out_who_comes_from_elsewhere(accounts) -> None:
    for _ in range(100):
        accounts.gate.log_in("Ana", "wrong", "10.0.0.1", solved=True)
    assert accounts.gate.log_in("Ana", GOOD, "10.0.0.1", solved=True).what == "wait"
    assert accounts.gate.log_in("Ana", GOOD, "10.9.9.9").what == "in"


@pytest.mark.parametrize("name", ["Ana", "nobody"])
def test_after_some_failures_a_riddle_is_asked_whether_the_name_is_known_or_not(accounts, passwords, name) -> None:
    assert not accounts.gate.puzzled("10.0.0.1", name)
    for _ in range(3):
        assert accounts.gate.log_in(name, "wrong", "10.0.0.1").what == "refused"
    passwords.work = 0
    assert accounts.gate.puzzled("10.0.0.1", name)
    assert accounts.gate.puzzled("10.0.0.1")
    assert accounts.gate.log_in(name, GOOD, "10.0.0.1").what == "riddle"
    assert passwords.work == 0
    assert accounts.gate.log_in(name, GOOD, "10.0.0.1", solved=True).what == ("in" if name == "Ana" else "refused")


@pytest.mark.parametrize(("setting", "first", "later"), [("never", "refused", "refused"), ("always", "riddle", "riddle")])
def test_the_setting_captcha(accounts, clock, setting, first, later) -> None:
    gate = Gate(accounts.book, clock, Passwords(1, 8), setting)
    assert [gate.log_in("Ana", "wrong", "10.0.0.1").what for _ in range(4)] == [first, first, first, later]
    assert gate.puzzled("10.0.0.1") is (setting == "always")


def test_success_takes_the_try_back_but_keeps_what_failed_from_that_address(accounts) -> None:
    for _ in range(2):
        accounts.gate.log_in("Ana", "wrong", "10.0.0.1")
    accounts.gate.log_in("nobody", "wrong", "10.0.0.1")
    accounts.gate.log_in("Ana", GOOD, "10.0.0.1", solved=True)
    assert accounts.gate.puzzled("10.0.0.1")
    for _ in range(200):
        assert accounts.gate.log_in("Ana", GOOD, "10.0.0.2").what == "in"
    assert not accounts.gate.puzzled("10.0.0.2")


def test_a_hash_of_other_parameters_is_made_again_at_the_next_log_in(accounts, clock) -> None:
    gate = Gate(accounts.book, clock, Passwords(2, 16))
    assert gate.log_in("Ana", GOOD).what == "in"
    assert "m=16,t=2,p=1" in accounts.book.called("Ana").password
    assert gate.log_in("Ana", GOOD).what == "in"


def test_a_session_ends_when_it_is_not_used_and_after_ninety_days(accounts, clock) -> None:
    token = accounts.gate.log_in("Ana", GOOD).token
    for _ in range(9):
        clock.wait(days=9)
        assert accounts.gate.session(token)
    clock.wait(days=10)
    assert accounts.gate.session(token) is None
    other = accounts.gate.log_in("Ana", GOOD).token
    clock.wait(days=14)
    assert accounts.gate.session(other) is None
    assert accounts.book.sessions(accounts.people.find("Ana").id) == ()


def test_a_session_ends_by_log_out_and_when_its_user_is_shut_out(accounts) -> None:
    token, other = (accounts.gate.log_in("Ana", GOOD).token for _ in range(2))
    accounts.gate.log_out(token)
    assert accounts.gate.session(token) is None
    user = accounts.people.find("Ana")
    accounts.book.change_user(replace(user, disabled="2031-03-10T10:00:00+00:00"))
    assert accounts.gate.session(other) is None


@pytest.mark.parametrize("token", ["", "x", "\ud800", "a" * 10_000])
def test_what_is_no_token_opens_nothing(accounts, token) -> None:
    assert accounts.gate.session(token) is None
    assert accounts.gate.complete(token) is None


def test_a_second_factor_comes_between_and_changes_the_token(accounts, clock) -> None:
    accounts.book.change_user(replace(accounts.people.find("Ana"), secret="ABC"))
    came = accounts.gate.log_in("Ana", GOOD)
    assert came.what == "second"
    assert not accounts.gate.session(came.token)[0].second
    whole = accounts.gate.complete(came.token)
    assert accounts.gate.session(whole)[0].second
    assert accounts.gate.session(came.token) is None
    half = accounts.gate.log_in("Ana", GOOD).token
    clock.wait(minutes=16)
    assert accounts.gate.complete(half) is None


def test_failures_are_in_the_log_once_an_hour_for_each_account_and_network_with_a_count(accounts, clock) -> None:
    ana = accounts.people.find("Ana")
    tries = [("Ana", "10.0.0.1"), ("ana@paper.example", "10.0.0.1"), ("Ana", "10.0.0.2"), ("hunter2 my password", "10.0.0.1")]
    for name, address in (*tries, ("another word", "10.0.0.1"), ("x", "2001:db8::1"), ("x", "2001:db8::2")):
        accounts.gate.log_in(name, "secret typed", address, solved=True)
    told = {(one.who, one.on, one.address): one.detail for one in accounts.book.audited(20, what="login failed")}
    assert told == {("", ana.id, "10.0.0.1"): "2", ("", ana.id, "10.0.0.2"): "1", ("", "", "10.0.0.1"): "2", ("", "", "2001:db8::"): "2"}
    assert not any("hunter2" in str(one) or "typed" in str(one) for one in accounts.book.audited(100))
    clock.wait(hours=1)
    accounts.gate.log_in("Ana", "wrong", "10.0.0.1", solved=True)
    assert [one.detail for one in accounts.book.audited(20, what="login failed", on=ana.id)] == ["1", "1", "2"]
