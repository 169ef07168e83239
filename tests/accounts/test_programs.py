from __future__ import annotations

import pytest
from msgspec.structs import replace

import accounts_beside as beside
from dragoman.accounts.programs import Programs
from dragoman.errors import DragomanError, NotFoundError


@pytest.fixture
def clock() -> beside.Clock:
    return beside.Clock()


@pytest.fixture
def book():
    return beside.book()


@pytest.fixture
def programs(book, clock) -> Programs:
    return Programs(book, clock)


def test_a_token_stands_for_its_user_and_is_kept_as_a_hash(book, programs):
    ada = beside.user(book, role="editor")
    secret, kept = programs.add(ada, "  nightly   job ", ("read", "judge"))
    assert (kept.name, kept.user) == ("nightly job", ada.id)
    assert secret.startswith(kept.prefix)
    assert secret not in repr(book.tokens())
    found = programs.stands_for(secret)
    assert found is not None
    assert (found.name, found.role, found.scopes) == ("ada", "editor", ("read", "judge"))


@pytest.mark.parametrize("given", ["", "dragoman_", "dragoman_wrong", "Bearer", "\ud800"])
def test_what_is_no_token_opens_nothing(programs, given):
    assert programs.stands_for(given) is None


def test_what_was_revoked_is_over_or_is_of_somebody_shut_out_opens_nothing(book, programs, clock):
    ada = beside.user(book)
    one, kept = programs.add(ada, "one", ("read",))
    two, _ = programs.add(ada, "two", ("read",), days=2)
    three, _ = programs.add(ada, "three", ("read",))
    programs.revoke(kept.id)
    assert programs.stands_for(one) is None
    assert programs.stands_for(two) is not None
    clock.on(days=2)
    assert programs.stands_for(two) is None
    book.change_user(replace(ada, disabled=clock.now()))
    assert programs.stands_for(three) is None


def test_nobody_gives_what_they_may_not_do_themselves(book, programs):
    ada = beside.user(book, role="analyst")
    for scopes in (("read", "judge"), ("admin",), ()):
        with pytest.raises(DragomanError, match="cannot give"):
            programs.add(ada, "x", scopes)
    for name in ("", "  ", "x" * 61):
        with pytest.raises(DragomanError, match="name"):
            programs.add(ada, name, ("read",))


def test_who_lost_the_role_has_tokens_that_do_less(book, programs):
    ada = beside.user(book, role="editor")
    secret, _ = programs.add(ada, "x", ("judge",))
    book.change_user(replace(ada, role="reader"))
    found = programs.stands_for(secret)
    assert found is not None
    assert found.role == "reader"


def test_only_ones_own_tokens_are_revoked_and_only_once(book, programs):
    ada, eve = beside.user(book), beside.user(book, "eve")
    _, kept = programs.add(ada, "x", ("read",))
    with pytest.raises(NotFoundError):
        programs.revoke(kept.id, eve.id)
    assert programs.revoke(kept.id, ada.id).name == "x"
    with pytest.raises(NotFoundError):
        programs.revoke(kept.id)
    assert [one.revoked is not None for one in programs.of(ada.id)] == [True]
    assert programs.of(eve.id) == ()
    assert beside.told(book) == ["token made", "token revoked"]


def test_use_is_noted_but_not_each_time(book, programs, clock, monkeypatch):
    secret, _ = programs.add(beside.user(book), "x", ("read",))
    touched = []
    monkeypatch.setattr(book, "touch_token", lambda token, seen, kept=book.touch_token: (touched.append(seen), kept(token, seen)))
    for _ in range(5):
        programs.stands_for(secret)
        clock.on(minutes=2)
    assert len(touched) == 2
