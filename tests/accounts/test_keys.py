from __future__ import annotations

import pytest

from dragoman.accounts import keys
from dragoman.model.account import ROLES


def test_tokens_are_long_new_and_known_by_their_beginning():
    made = [keys.mint() for _ in range(50)]
    assert len(set(made)) == 50
    assert all(token.startswith(keys.MARK) and len(token) >= 49 for token in made)
    assert len({token[: keys.PREFIX] for token in made}) > 40


def test_scopes_are_words_in_order_and_each_once():
    assert keys.scopes_of("judge, read,judge") == ("read", "judge")


@pytest.mark.parametrize("text", ["", " , ", "write", "read,<b>"])
def test_unknown_scopes_are_refused(text):
    with pytest.raises(ValueError, match="scope"):
        keys.scopes_of(text)


def test_a_token_never_goes_beyond_its_user():
    assert keys.allows(("read", "admin"), "admin", "admin")
    assert not keys.allows(("read", "admin"), "editor", "admin")
    assert not keys.allows(("read",), "admin", "judge")
    assert [keys.grantable(role) for role in ROLES] == [keys.SCOPES, ("read", "judge", "collect"), ("read",), ("read",)]
