"""Copies of stories in the desk's file."""

from cluster.conftest import make_reading
from dragoman.model.story import Breadth, Comparison, Copy, Member, Passage, Sources, Story
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


def test_how_broad_stories_were_is_kept_until_one_of_their_articles_is_read_anew() -> None:
    store = Memory()
    reading = make_reading("a1", "T", "Ministers met.")
    breadth = Breadth("members", Sources(3, 2, 1))
    store.save("u", "d", reading, [Story("s1", (Member("a1", 1.0),), "T", {}, (), None, None)])
    store.recopy("s1", "x", [], [], breadth)
    store.recopy("s2", "x", [], [])
    assert store.breadths(["s1", "s2", "s3"]) == {"s1": breadth}
    store.save("u", "d", reading, ())
    assert (store.breadths(["s1"]), store.copy_seals()) == ({}, {"s1": "x", "s2": "x"})
