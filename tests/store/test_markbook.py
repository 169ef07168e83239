"""Marks of readers in the desk's file."""

from dragoman.model.account import Mark
from dragoman.store.memory import Memory

EARLY, LATE = "2031-03-10T10:00:00+00:00", "2031-03-10T14:00:00+00:00"


def test_marks_are_each_readers_own():
    store = Memory()
    assert store.mark("u1", "a1", "star", True, EARLY) == Mark("u1", "a1", star=True, at=EARLY)
    store.mark("", "a1", "read", True, EARLY)
    assert store.mark("u1", "a1", "later", True, LATE) == Mark("u1", "a1", star=True, later=True, at=LATE)
    assert store.marks("u1", ["a1", "a2"]) == {"a1": Mark("u1", "a1", star=True, later=True, at=LATE)}
    assert store.marks("", ["a1"])["a1"].read
    assert store.marks("u2", ["a1"]) == {}


def test_a_mark_that_is_taken_away_leaves_nothing():
    store = Memory()
    store.mark("u1", "a1", "star", True, EARLY)
    assert not store.mark("u1", "a1", "star", False, LATE).star
    assert store.marks("u1", ["a1"]) == {}


def test_many_are_read_at_once_and_keep_their_other_marks():
    store = Memory()
    store.mark("u1", "a1", "star", True, EARLY)
    store.mark_read("u1", ["a1", "a2", "a2"], LATE)
    store.mark_read("u1", [], LATE)
    assert store.marks("u1", ["a1", "a2"]) == {
        "a1": Mark("u1", "a1", read=True, star=True, at=EARLY),
        "a2": Mark("u1", "a2", read=True, at=LATE),
    }
    assert len(store.marks("u1", [f"a{number}" for number in range(2000)])) == 2


def test_what_has_a_mark_is_listed_last_changed_first():
    store = Memory()
    for number, at in enumerate((EARLY, LATE, EARLY)):
        store.mark("u1", f"a{number}", "star", True, at)
    assert [one.article for one in store.marked("u1", "star", 10)] == ["a1", "a0", "a2"]
    assert [one.article for one in store.marked("u1", "star", 1, 1)] == ["a0"]
    assert store.marked("u1", "later", 10) == ()
