"""Attempts, things used up, secrets and the audit log in the desk's file."""

from msgspec.structs import replace

from dragoman.model.account import Attempts, AuditEntry
from dragoman.store.memory import Memory

EARLY, NOON, LATE = (f"2031-03-10T{hour}:00:00+00:00" for hour in ("10", "12", "14"))


def test_attempts_are_one_row_a_key_and_stale_ones_are_forgotten():
    store = Memory()
    assert store.attempts("name:ana") == Attempts("name:ana")
    first = Attempts("name:ana", 1, EARLY, EARLY)
    store.note_attempts([first, replace(first, key="from:10.0.0.1")], "")
    store.note_attempts([replace(first, failures=2, last=LATE)], NOON)
    assert store.attempts("name:ana").failures == 2
    assert store.attempts("from:10.0.0.1").failures == 0
    store.clear_attempts(["name:ana", "name:bo"])
    assert store.attempts("name:ana").failures == 0


def test_what_works_once_is_used_up_once():
    store = Memory()
    assert [store.spend("k", NOON, EARLY), store.spend("k", NOON, EARLY), store.spend("other", NOON, EARLY)] == [True, False, True]


def test_a_secret_is_the_first_that_was_offered():
    store = Memory()
    assert [store.secret("signing", "a"), store.secret("signing", "b"), store.secret("other", "c")] == ["a", "a", "c"]


def test_the_log_is_read_backwards_by_person_and_deed():
    store = Memory()
    for who, what in (("u1", "login"), ("u2", "login"), ("u1", "logout")):
        store.audit(AuditEntry(EARLY, who, what, "thing", "detail", "10.0.0.1"))
    assert [one.n for one in store.audited(10)] == [3, 2, 1]
    assert [one.n for one in store.audited(1, before=3)] == [2]
    assert [one.n for one in store.audited(10, who="u1")] == [3, 1]
    assert store.audited(10, who="u1", what="login") == (AuditEntry(EARLY, "u1", "login", "thing", "detail", "10.0.0.1", 1),)


def test_what_happens_again_and_again_is_one_entry_with_a_count():
    store = Memory()
    entry = AuditEntry(EARLY, "", "login failed", "u1", "", "10.0.0.1")
    store.audit_again(entry, EARLY)
    store.audit(AuditEntry(EARLY, "u2", "login"))
    for again in (entry, replace(entry, on="u2"), replace(entry, at=LATE)):
        store.audit_again(again, EARLY if again.at == EARLY else NOON)
    assert [(one.on, one.at, one.detail) for one in store.audited(9, what="login failed")] == [
        ("u1", LATE, "1"), ("u2", EARLY, "1"), ("u1", EARLY, "2"),
    ]  # fmt: skip
    assert [one.n for one in store.audited(9, on="u1")] == [4, 1]


def test_the_last_time_that_each_did_something():
    store = Memory()
    for at, who, what in ((EARLY, "u1", "login"), (LATE, "u1", "login"), (NOON, "u2", "login"), (LATE, "u2", "logout")):
        store.audit(AuditEntry(at, who, what))
    assert store.last("login") == {"u1": LATE, "u2": NOON}
