"""Copies of stories in the desk's file."""

from dragoman.model.story import Comparison, Copy, Passage
from dragoman.store.memory import Memory

COPY = Copy("a2", "a1", "abridged", 0.98, "Daily", probability=0.99, cuts=(Passage(3, 9),))
VERDICT = Comparison("a1", "a2", "same", 0.99, 0.5, 0.98)


def test_copies_come_back_the_same_and_are_replaced() -> None:
    store = Memory()
    assert (store.copies("s1"), store.verdicts("s1")) == (None, ())
    store.recopy("s1", "x", [COPY], [VERDICT])
    assert (store.copies("s1"), store.verdicts("s1"), store.copy_seals()) == ((COPY,), (VERDICT,), {"s1": "x"})
    store.recopy("s1", "y", [], [])
    assert (store.copies("s1"), store.copy_seals()) == ((), {"s1": "y"})


def test_stories_that_are_no_more_are_forgotten() -> None:
    store = Memory()
    store.recopy("s1", "x", [COPY], [])
    store.uncopy(["s1", "s2"])
    assert store.copies("s1") is None
