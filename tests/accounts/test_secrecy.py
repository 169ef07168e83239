"""Tokens, their hashes, and times as text."""

import re

from dragoman.accounts.secrecy import after, hashed, seconds, token


def test_tokens_are_long_unlike_and_fit_into_addresses() -> None:
    made = {token() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(r"[\w-]{43}", one) for one in made)


def test_a_hash_is_of_the_token_and_does_not_show_it() -> None:
    assert hashed("a") == hashed("a") != hashed("b")
    assert len(hashed("\ud800")) == 64


def test_times_compare_as_text() -> None:
    now = "2031-12-31T23:59:59+00:00"
    assert after(now, seconds=1) == "2032-01-01T00:00:00+00:00"
    assert seconds(now, after(now, days=1)) == 86400
    assert seconds(after(now, minutes=1), now) == -60
