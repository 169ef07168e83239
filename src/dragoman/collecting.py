"""Collecting: pages are read, and each article is stored in one transaction with the story that it joined. The desk's longest use case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from dragoman import assembly, pipeline
from dragoman.cluster import STAGES as FILING
from dragoman.cluster.windows import UNDATED
from dragoman.model.furniture import Kept
from dragoman.model.ids import digest
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.story import Filed, Story
from dragoman.ports import Runner, Shelf, Store
from dragoman.ports_filing import Cabinet
from dragoman.ports_takedown import Graveyard

Progress = Callable[[int, int | None], None]


AROUND = 7
"""Days before the latest ones held whose articles newcomers are compared with as they come."""


class Collecting:
    """One collection into a store; `batch` articles are read before they are filed and stored; `at` is the time for the log."""

    def __init__(self, store: Store, shelf: Shelf, job: assembly.Work, batch: int, at: str) -> None:
        self._store, self._shelf, self._job, self._batch, self._at = store, shelf, job, batch, at
        self._filing, self._card = FILING.make("filing"), FILING.load("card")
        self._state: Any = None  # built when the first new page comes: a folder of known pages need not wait for it
        self._count = {"new": 0, "known": 0, "changed": 0, "removed": 0}

    def run(
        self, pages: Iterable[Page | Problem], total: int, runner: Runner, progress: Progress | None = None
    ) -> tuple[dict[str, int], list[Problem]]:
        """Counts of new, known, changed and removed articles (the last are not stored: somebody had them taken down), and the problems."""
        problems, done = [], 0
        for arrivals, failed in pipeline.batches(runner.map(self._job, self._fresh(pages)), self._batch):
            problems += failed
            if arrivals and self._state is None:
                self._state = self._resumed()
            arrivals = [arrival for arrival in arrivals if not self._removed(arrival.reading.article.url, arrival.reading.article.id)]
            self._shelf.keep([Kept(arrival.asked, arrival.digest, arrival.page) for arrival in arrivals])
            for arrival in arrivals:
                self._file(arrival)
            done += len(arrivals) + len(failed)
            if progress:
                progress(done + self._count["known"] + self._count["removed"], total)
        return self._count, problems

    def _resumed(self) -> Any:
        """Filing as it stands: the latest stories with the articles of their last days. What comes for older ones finds its place at the
        end, when what is due is filed again."""
        if not isinstance(self._store, Cabinet):
            return self._filing.start()
        unpack, (days, _) = FILING.load("unpack"), self._store.days()
        dated = [day for day in days if day != UNDATED]
        slips = list(self._store.slips(dated[-1] - AROUND, dated[-1])) if dated else []
        slips += list(self._store.slips(UNDATED, UNDATED)) if UNDATED in days else []
        made_by = self._filing.made_by
        cards = [unpack(slip) for slip in slips if slip.made_by == made_by]
        names = self._store.now([card.article for card in cards]).shown
        return self._filing.resume(cards, [self._store.story(name) for name in names])

    def _fresh(self, pages: Iterable[Page | Problem]) -> Iterator[Page | Problem]:
        """Pages whose bytes are not known yet."""
        for got in pages:
            if isinstance(got, Page) and self._store.known(got.asked, digest(got.body, size=16)):
                self._count["known"] += 1
            elif not isinstance(got, Page) or not self._removed(got.asked, got.url):
                yield got

    def _removed(self, *things: str) -> bool:
        """Whether a takedown stands against an address or an article, which is counted."""
        store = self._store
        found = isinstance(store, Graveyard) and any(store.tombstone(thing) for thing in things)
        self._count["removed"] += found
        return found

    def _file(self, arrival: pipeline.Arrival) -> None:
        article = arrival.reading.article.id
        changed: Sequence[Story] = ()
        log: list[Filed] = []
        if self._shelf.kept(article) is None:
            self._state, changed = self._filing.place(self._card(arrival.reading), self._state)
            log = [Filed(0, self._at, "assign", story.id, article, "", self._filing.by) for story in changed]
        self._count[self._store.save(arrival.asked, arrival.digest, arrival.reading, changed, log)] += 1
