"""What must hold of the cabinet beyond what `tests/test_refiling.py` shows from outside."""

from __future__ import annotations

from dragoman.model.filing import Chained, Placed, Refiled, Slip, Written
from dragoman.model.story import Filed, Member
from dragoman.ports_filing import Cabinet
from dragoman.store.memory import Memory

ONE, TWO = "0000005 a x", "0000006 b x"


def placed(article: str, day: int, event: str) -> Placed:
    return Placed(article, day, event, Member(article, 0.5))


def filled() -> Memory:
    store = Memory()
    first = Written((placed("a", 5, ONE), placed("b", 6, TWO)), (Chained(ONE, 5, ONE), Chained(TWO, 6, TWO)))
    later = Written((placed("b", 9, ONE),), (Chained(TWO, 9, ""), Chained(ONE, 9, ONE)))
    store.refiled(Refiled(((0, 99),), Written(first.placed + later.placed, first.chained + later.chained)))
    return store


def test_every_store_is_a_cabinet() -> None:
    assert isinstance(Memory(), Cabinet)


def test_what_was_written_is_told_as_of_any_day() -> None:
    store = filled()
    assert [one.event for one in store.now(["b"]).placed] == [ONE, ONE]
    assert store.written(9).placed == (placed("b", 9, ONE),)
    store.refiled(Refiled(((9, 99),)))
    assert [(one.article, one.event) for one in store.now(["b"]).placed] == [("b", TWO)]
    assert store.now(["nobody"]) == Written()


def test_articles_that_are_lost_leave_nothing() -> None:
    store = filled()
    store.refiled(Refiled(lost=("b",)))
    assert {one.article for one in store.now(["a", "b"]).placed} == {"a"}


def test_the_log_only_grows_and_is_numbered() -> None:
    store = Memory()
    for kind in ("assign", "merge"):
        store.refiled(Refiled(log=(Filed(0, "now", kind, "s1", "a", "s2", "me"),)))  # type: ignore[arg-type]
    assert [(line.n, line.kind) for line in store.filed("s2")] == [(1, "assign"), (2, "merge")]
    assert store.filed("a") == store.filed("s1") == store.filed("s2")


def test_nothing_is_due_on_a_new_desk() -> None:
    store = Memory()
    assert store.days() == ((), ())
    assert store.unslipped("me") == ()
    assert store.slips_of(["a"]) == ()
    assert list(store.slips(0, 99)) == []
    assert Slip("a", 5, "me", b"x").day == 5
