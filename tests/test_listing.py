"""Lists come in pages, and filters keep what was asked for."""

from __future__ import annotations

import pytest

from dragoman.listing import fits, page, within
from dragoman.model.annotations import Event, Speaker, Statement
from dragoman.model.query import Query
from dragoman.model.spans import Evidence


def statement(party: str | None = "RU", act: str = "deny", name: str = "Dmitry Peskov") -> Statement:
    speaker = Speaker("person:dmitry-peskov", name, None, 0, 1)
    return Statement(speaker, party, act, "direct", None, "x", 0, 1, None, Evidence("a", 0, 1, "x"))


def event(start: str, end: str | None = None, parties: tuple[str, ...] = ("RU",)) -> Event:
    return Event("e", "consult", "talks", start, end, "day", "announced", None, parties, (), None, ())


@pytest.mark.parametrize(("query", "kept"), [
    (Query(), True), (Query(party="RU"), True), (Query(party="US"), False), (Query(act="deny"), True), (Query(act="warn"), False),
    (Query(speaker="peskov"), True), (Query(speaker="person:dmitry-peskov"), True), (Query(speaker="Lavrov"), False),
])  # fmt: skip
def test_statements_are_kept_by_speaker_party_and_act(query: Query, kept: bool) -> None:
    assert fits(statement(), query) is kept


def test_a_statement_without_a_speaker_fits_no_speaker() -> None:
    nobody = Statement(None, None, "state", "indirect", None, "x", 0, 1, None, Evidence("a", 0, 1, "x"))
    assert fits(nobody, Query())
    assert not fits(nobody, Query(speaker="a"))


@pytest.mark.parametrize(("query", "kept"), [
    (Query(since="2022-01-10"), True), (Query(since="2022-01-11"), False), (Query(until="2022-01-09"), True), (Query(until="2022-01-08"), False),
    (Query(party="US"), False),
])  # fmt: skip
def test_events_are_kept_by_the_days_they_cover(query: Query, kept: bool) -> None:
    assert within(event("2022-01-09", "2022-01-10"), query) is kept


def test_pages_follow_each_other_without_gap_or_overlap() -> None:
    items, after, seen = list(range(7)), None, []
    for _ in range(4):
        found = page(items, Query(limit=3, after=after))
        seen += found.items
        after = found.next
        if after is None:
            break
    assert seen == items


def test_a_strange_after_starts_from_the_beginning() -> None:
    assert page([1, 2], Query(after="x")).items == (1, 2)
