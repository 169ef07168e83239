"""Refiling: the stories of a desk become a function of the articles that it holds. Only days around what changed are filed again: from the
first day that is due to where a replay comes to what was written down before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dragoman.cluster import STAGES as FILING
from dragoman.cluster.changes import gone, homes, log
from dragoman.cluster.windows import ACTIVE, MONTH, RUNNING, UNDATED, until
from dragoman.errors import StoreError
from dragoman.model.filing import Chained, Placed, Refiled, Written
from dragoman.model.story import Rulings, Story
from dragoman.ports import Store
from dragoman.ports_filing import Cabinet

if TYPE_CHECKING:  # what it needs is loaded when something is filed
    from dragoman.cluster.replay import Record

PART = 200
"""Readings that are held at a time."""

END = 10**9


class Span(Struct):
    """Days that were replayed: what that wrote down, and the articles for which it is not what stood there, or that are new."""

    first: int
    last: int
    placed: list[Placed]
    chained: list[Chained]
    touched: set[str]


class Refiling:
    """Files a desk again as far as it is due."""

    def __init__(self, store: Store) -> None:
        if not isinstance(store, Cabinet):
            raise StoreError("this store does not keep what filing remembers")
        self._store, self._cabinet = store, store
        self._filing = FILING.make("filing")
        self._unpack = FILING.load("unpack")

    def run(self, rulings: Rulings, spoken: Iterable[str], at: str) -> tuple[tuple[Story, ...], tuple[tuple[str, str], ...]]:
        """Files what is due, and lays what people said over it; `spoken` are the articles of all words, taken back or not. The stories that
        were looked at, and (old id, new id) of those that are no more; `at` is the time for the log."""
        fresh = self._slip()
        spans = list(self._spans())
        written = Written(tuple(one for span in spans for one in span.placed), tuple(one for span in spans for one in span.chained))
        touched = {*fresh, *spoken}.union(*(span.touched for span in spans))
        lost = touched - {slip.article for slip in self._cabinet.slips_of(sorted(touched))}
        self._cabinet.refiled(Refiled(tuple((span.first, span.last) for span in spans), written, tuple(sorted(lost))))
        return self._tell(touched, rulings, at)

    def _slip(self) -> list[str]:
        """Slips of articles that have none of today's; these articles."""
        made_by, card, pack = self._filing.made_by, FILING.load("card"), FILING.load("pack")
        missing = list(self._cabinet.unslipped(made_by))
        for place in range(0, len(missing), PART):
            readings = self._store.readings(ids=missing[place : place + PART])
            self._cabinet.slip([pack(card(reading), made_by) for reading in readings])
        return missing

    # Replay

    def _spans(self) -> Iterator[Span]:
        days, due = self._cabinet.days()
        while due:
            span = self._replay(days, due)
            yield span
            due = tuple(day for day in due if day > span.last)

    def _replay(self, held: Sequence[int], due: Sequence[int]) -> Span:
        """Files from the first due day on, until nothing more is due and everything is as it was written down."""
        start = due[0]
        now = start if start != UNDATED else max((day for day in held if day != UNDATED), default=start)
        before = self._cabinet.held(start, now - RUNNING - MONTH)
        cards = self._cards(one.article for one in before.placed)
        counted = [self._unpack(slip) for slip in self._cabinet.slips(now - ACTIVE, start - 1)]
        state = self._filing.restore(before, cards, counted, now)
        run, record = FILING.load("replay"), FILING.load("record")
        new, old = record(before.placed, before.chained), record(before.placed, before.chained)
        span = Span(start, END, [], [], set())
        differs: set[str] = set()
        for day in sorted({*(day for day in held if day >= start), *(day for day in due if day >= start)}):
            today = [self._unpack(slip) for slip in self._cabinet.slips(day, day)]
            cards.update((card.article, card) for card in today)
            placed, chained = new.changes(state, day, run(state, day, today, self._filing.by))
            was = self._cabinet.written(day)
            old.take(was.placed, was.chained)
            span.placed += placed
            span.chained += chained
            span.touched.update(card.article for card in today if day in due)
            differs = _differing(differs, new, old, (*placed, *was.placed), (*chained, *was.chained))
            span.touched |= differs
            last = max(one for one in due if one <= day)
            if day >= last + ACTIVE and day != UNDATED and not _open(differs, new, old, cards, day):
                span.last = day
                break
        return span

    def _cards(self, articles: Iterable[str]) -> dict[str, Any]:
        return {slip.article: self._unpack(slip) for slip in self._cabinet.slips_of(sorted(set(articles)))}

    # Telling

    def _tell(self, touched: set[str], rulings: Rulings, at: str) -> tuple[tuple[Story, ...], tuple[tuple[str, str], ...]]:
        """Stores the stories of these articles, and those that are shown with them now."""
        articles, asked, shown = set(touched), set[str](), dict[str, Story]()
        written = Written()
        while articles != asked:
            asked = set(articles)
            written = self._cabinet.now(sorted(articles))
            for story in written.shown:
                if story not in shown:
                    shown[story] = self._store.story(story)
            articles |= {one.article for one in written.placed if one.event}
            articles |= {member.article for story in shown.values() for member in story.members if not member.roundup}
        record = FILING.load("record")(written.placed, written.chained)
        stories: tuple[Story, ...] = FILING.load("tell")(record, self._cards(record.placed), rulings)
        before, after = homes(shown.values()), homes(stories)
        left = gone(before, after)
        by = {member.article: member.by for story in stories for member in story.members}
        changed = tuple(story for story in stories if shown.get(story.id) != story)
        self._cabinet.refiled(Refiled(stories=changed, gone=left, log=tuple(log(before, after, by, at)), settled=True))
        return stories, left


def _differing(known: set[str], new: Record, old: Record, placed: Iterable[Placed], chained: Iterable[Chained]) -> set[str]:
    """Articles that are not where they were written down, given those known before and what was written since."""
    moved = {one.event for one in chained if _story(new, one.event) != _story(old, one.event)}
    looked = known | {one.article for one in placed}
    looked |= {name for name, one in (*new.placed.items(), *old.placed.items()) if one.event in moved} if moved else set()
    return {name for name in looked if _where(new, name) != _where(old, name)}


def _where(record: Record, article: str) -> tuple[object, ...]:
    one = record.placed.get(article)
    return (one.event, one.member, _story(record, one.event)) if one else ()


def _story(record: Record, event: str) -> str:
    return record.chained[event].story if event in record.chained else ""


def _open(differs: set[str], new: Record, old: Record, cards: Mapping[str, Any], day: int) -> bool:
    """Whether a difference may still matter: whether an event of which it is, on either side, is of the last weeks."""
    for record in (new, old):
        events = {record.placed[name].event for name in differs if name in record.placed}
        for name, one in record.placed.items() if events else ():
            if one.event in events and (until(cards[name]) if name in cards else one.day + MONTH) >= day - RUNNING:
                return True
    return False
