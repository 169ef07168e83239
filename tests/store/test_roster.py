"""Casts, unions and judgements in the desk's file."""

from __future__ import annotations

import pytest

from dragoman.errors import NotFoundError, StoreError
from dragoman.model.identity import Cast, Judgement, Merge, Pair, Profile
from dragoman.model.spans import Why
from dragoman.store.memory import Memory

MERGE = Merge("person:a", "person:b", 0.95, 2.0, "s1", "merging@1", (Why("sound", 2.0, "a = b"),), ("RU",))


def cast(story: str, seal: str = "x") -> Cast:
    profile = Profile("person:a", "person", "en", True, ("A",), ("mayor",), ("mayor",), ("RU",), ("a1",), ("2023-05-11",), ("А",))
    return Cast(story, ("en", "zh"), (profile,), (Pair("person:a", "person:b", ("en", "zh"), (Why("sound", 2.0),)),), seal)


def said(n: int) -> Judgement:
    return Judgement(n, "same", "person:a", "person:b", "2023-05-12T00:00:00+00:00", "ann")


def test_casts_come_back_the_same_and_are_replaced() -> None:
    store = Memory()
    store.recast([cast("s2"), cast("s1")], ())
    assert list(store.casts()) == [cast("s1"), cast("s2")]
    store.recast([cast("s1", "y")], ["s2"])
    assert store.seals() == {"s1": "y"}


def test_unions_that_did_not_change_are_left_as_they_are() -> None:
    store = Memory()
    assert store.united() == (0, 0)
    store.unite([MERGE])
    stamp = store.united()
    store.unite([MERGE])
    assert (store.merges(), store.united()) == ((MERGE,), stamp)
    store.unite([])
    store.unite([MERGE])
    assert store.united() != stamp


def test_judgements_are_kept_in_order_and_never_forgotten() -> None:
    store = Memory()
    store.judge(said(1), [MERGE])
    store.judge(said(2), [])
    assert store.merges() == ()
    store.unjudge(1, "2023-05-13T00:00:00+00:00", [MERGE])
    assert [(one.n, one.undone) for one in store.judgements()] == [(1, "2023-05-13T00:00:00+00:00"), (2, None)]
    with pytest.raises(NotFoundError):
        store.unjudge(1, "2023-05-14T00:00:00+00:00", [])
    assert store.merges() == (MERGE,)
    with pytest.raises(StoreError):
        store.judge(said(2), [])


def test_words_on_stories_keep_all_their_articles() -> None:
    store = Memory()
    said = Judgement(1, "split", "a1", "a3", "2023-05-12T00:00:00+00:00", "ann", None, ("a1", "a2"), ("a3",))
    store.judge(said, [])
    assert store.judgements() == (said,)
