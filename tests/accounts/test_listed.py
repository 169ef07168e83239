"""What an admin sees of accounts."""

from __future__ import annotations

from accounts.conftest import GOOD
from dragoman.accounts.listed import listed
from dragoman.model.codec import to_json


def shown(accounts):
    return {one.name: one for one in listed(accounts.book, accounts.book.users(), accounts.clock.now())}


def test_it_tells_how_an_account_stands_and_no_hash_and_no_secret(accounts) -> None:
    accounts.people.add("Bo", role="editor")
    before = shown(accounts)
    assert (before["Ana"].seen, before["Ana"].password, before["Bo"].password, before["Bo"].role) == ("", True, False, "editor")
    accounts.gate.log_in("Ana", GOOD)
    after = shown(accounts)
    assert (after["Ana"].seen, after["Bo"].seen) == (accounts.clock.now(), "")
    assert b"argon2" not in to_json(list(after.values()))


def test_an_account_that_is_guessed_at_from_everywhere_is_shown_to_wait(accounts, clock) -> None:
    for number in range(51):
        accounts.gate.log_in("Ana", "wrong", f"10.0.0.{number}", solved=True)
    assert shown(accounts)["Ana"].waits > clock.now()
    clock.wait(minutes=2)
    assert shown(accounts)["Ana"].waits == ""
