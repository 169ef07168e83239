"""Passwords: hashed slowly, checked with the same work for everybody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.accounts.passwords import LONGEST, Passwords, weakness

CHEAP = Passwords(1, 8)


def test_a_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    one, other = CHEAP.hash("some password"), CHEAP.hash("some password")
    assert one.startswith("$argon2id$v=19$")
    assert one != other
    assert CHEAP.check(one, "some password")
    assert not CHEAP.check(one, "some passwort")


def test_what_ships_is_no_cheaper_than_what_is_recommended() -> None:
    kept = Passwords().hash("some password")
    assert "m=32768,t=3,p=1" in kept
    assert not Passwords().stale(kept)
    assert Passwords().stale(CHEAP.hash("some password"))


@pytest.mark.parametrize("kept", [None, "", "plain", "$argon2id$v=19$m=8,t=1,p=1$broken"])
def test_the_same_work_is_done_where_there_is_no_hash(passwords, kept: str | None) -> None:
    passwords.work = 0
    assert not passwords.check(kept, "nobody's password")
    assert passwords.work >= 1
    if not kept:
        assert passwords.work == 1


def test_one_form_for_what_keyboards_give_in_several() -> None:
    assert CHEAP.check(CHEAP.hash("e\u0301te\u0301 a la plage"), "\u00e9t\u00e9 a la plage")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=5000))
def test_any_text_can_be_tried(text: str) -> None:
    assert not CHEAP.check(CHEAP.hash("x" * 20), text + "y")


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short", "short"),
        ("a" * 30, "same"),
        ("ababababababab", "same"),
        ("x1y2" * LONGEST, "long"),
        ("Ana Ruiz 1961", "known"),
        ("ANA RUIZ 1961", "known"),
        ("correct horse", None),
        ("我们在港口吃了三条鳕鱼", None),
    ],
)
def test_weak_passwords_are_told_apart(password: str, fault: str | None) -> None:
    assert weakness(password, "ana ruiz 1961", "") == fault
