"""Sessions, links and tokens in the desk's file."""

import pytest
from msgspec.structs import replace

from dragoman.model.account import ApiToken, Link, Session, User
from dragoman.store.memory import Memory

EARLY, NOON, LATE = (f"2031-03-10T{hour}:00:00+00:00" for hour in ("10", "12", "14"))
ANA = User("u1", "ana", created=EARLY)
OPEN = Session("t1", "u1", EARLY, EARLY, LATE, "10.0.0.1", "Browser", False)
LINK = Link("l1", "reset", "u1", "ana@x.example", EARLY, NOON)
TOKEN = ApiToken("k1", "script", "h1", "drg_ab", ("read", "write"), "u1", EARLY)


@pytest.fixture
def store():
    made = Memory()
    made.add_user(ANA)
    return made


def test_a_session_comes_back_with_its_user(store):
    store.open_session(OPEN)
    assert store.session("t1") == (OPEN, ANA)
    assert store.session("t2") is None


def test_sessions_are_touched_and_closed(store):
    for name in ("t1", "t2", "t3"):
        store.open_session(replace(OPEN, token=name))
    store.touch_session("t2", NOON, "2031-04-10T10:00:00+00:00")
    assert [one.token for one in store.sessions("u1")] == ["t2", "t1", "t3"]
    assert store.sessions("u1")[0].seen == NOON
    store.close_session("t1")
    assert store.close_sessions("u1", but="t2") == 1
    assert [one.token for one in store.sessions("u1")] == ["t2"]


def test_expired_sessions_are_forgotten_when_one_is_opened(store):
    store.open_session(replace(OPEN, expires=NOON))
    store.open_session(replace(OPEN, token="t2", created=LATE))
    assert store.session("t1") is None


def test_a_link_works_once_and_in_its_time(store):
    store.add_link(LINK)
    assert store.link("l1") == LINK
    assert [store.spend_link("l1", EARLY), store.spend_link("l1", EARLY)] == [True, False]
    assert store.link("l1").used == EARLY
    store.add_link(replace(LINK, token="l2"))
    assert not store.spend_link("l2", NOON)
    assert not store.spend_link("l3", EARLY)


def test_a_new_link_takes_the_place_of_the_unused_one_but_invitations_stand_side_by_side(store):
    store.add_link(LINK)
    store.add_link(replace(LINK, token="l2"))
    assert store.link("l1") is None
    for name in ("i1", "i2"):
        store.add_link(Link(name, "invite", "", "", EARLY, LATE, "editor"))
    assert [one.token for one in store.links("invite")] == ["i1", "i2"]
    store.drop_link("i1")
    assert [one.role for one in store.links("invite")] == ["editor"]


def test_tokens_come_back_with_their_scopes_and_user_until_revoked(store):
    store.add_token(TOKEN)
    assert store.token("h1") == (TOKEN, ANA)
    store.touch_token("h1", NOON)
    assert (store.tokens("u1"), store.tokens("u2")) == ((replace(TOKEN, seen=NOON),), ())
    assert [store.revoke_token("k1", LATE), store.revoke_token("k1", LATE)] == [True, False]
    assert store.tokens()[0].revoked == LATE
