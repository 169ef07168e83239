from __future__ import annotations

import pyotp
import pytest

import accounts_beside as beside
from dragoman.accounts.second import SecondFactor


@pytest.fixture
def clock() -> beside.Clock:
    return beside.Clock()


@pytest.fixture
def book():
    return beside.book()


@pytest.fixture
def second(book, clock) -> SecondFactor:
    return SecondFactor(book, clock)


def code(secret: str, clock: beside.Clock) -> str:
    return pyotp.TOTP(secret).at(clock.time)


def enrolled(book, second, clock):
    ada = beside.user(book)
    secret = second.offer(ada).secret
    codes = second.enrol(ada, secret, code(secret, clock))
    assert codes is not None
    clock.on(minutes=1)
    return book.user(ada.id), secret, codes


def test_nothing_changes_until_a_code_proves_that_the_app_has_the_secret(book, second, clock):
    ada = beside.user(book)
    offer = second.offer(ada)
    assert second.enrol(ada, offer.secret, "000000") is None
    assert second.enrol(ada, "short", code(offer.secret, clock)) is None
    assert book.user(ada.id).secret is None
    assert second.offer(ada, offer.secret).secret == offer.secret
    assert second.offer(ada, "<b>").secret != "<b>"


def test_a_code_opens_once_and_that_of_enrolling_was_one(book, second, clock):
    ada, secret, _ = enrolled(book, second, clock)
    now = code(secret, clock)
    assert second.show(ada, now).right
    assert not second.show(book.user(ada.id), now).right
    assert not second.show(ada, now).right  # with what was known of the user before, too


def test_a_recovery_code_opens_once_and_is_kept_as_a_hash(book, second, clock):
    ada, _, codes = enrolled(book, second, clock)
    assert second.show(ada, codes[3].upper().replace("-", " ")).left == 9
    assert not second.show(ada, codes[3]).right
    assert second.left(ada) == 9
    assert "recovery code used" in beside.told(book)


def test_codes_of_another_user_open_nothing(book, second, clock):
    _, secret, codes = enrolled(book, second, clock)
    eve = beside.user(book, "eve")
    assert not second.show(eve, codes[0]).right
    assert not second.show(eve, code(secret, clock)).right


def test_tries_are_slowed_down_and_even_a_right_code_waits(book, second, clock):
    ada, secret, _ = enrolled(book, second, clock)
    waits = [second.show(ada, "000000").wait for _ in range(200)]
    assert sum(wait == 0 for wait in waits) <= 7
    assert second.show(ada, code(secret, clock)).wait > 0
    clock.on(minutes=20)
    assert second.show(ada, code(secret, clock)).right
    assert beside.told(book).count("second refused") <= 7


def test_fresh_codes_put_an_end_to_the_old_ones(book, second, clock):
    ada, _, codes = enrolled(book, second, clock)
    fresh = second.renew(ada)
    assert not second.show(ada, codes[0]).right
    assert second.show(ada, fresh[0]).right


def test_it_is_taken_off_with_all_that_belongs_to_it(book, second, clock):
    ada, secret, codes = enrolled(book, second, clock)
    second.drop(ada)
    left = book.user(ada.id)
    assert left.secret is None
    assert not second.show(left, codes[0]).right
    assert not second.show(left, code(secret, clock)).right
    assert beside.told(book)[:1] == ["second on"]
