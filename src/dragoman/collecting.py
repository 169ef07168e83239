"""Collecting: pages are read, and each article is stored in one transaction with the story that it joined. The desk's longest use case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from dragoman import assembly, pipeline
from dragoman.cluster import STAGES as FILING
from dragoman.model.furniture import Kept
from dragoman.model.ids import digest
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.story import Story
from dragoman.ports import Runner, Shelf, Store

Progress = Callable[[int, int | None], None]


class Collecting:
    """One collection into a store; `batch` articles are read before they are filed and stored."""

    def __init__(self, store: Store, shelf: Shelf, job: assembly.Work, batch: int) -> None:
        self._store, self._shelf, self._job, self._batch = store, shelf, job, batch
        self._filing, self._card = FILING.make("filing"), FILING.load("card")
        self._cards: dict[str, Any] = {}
        self._state: Any = None  # built when the first new page comes: a folder of known pages need not wait for it
        self._count = {"new": 0, "known": 0, "changed": 0}

    def run(
        self, pages: Iterable[Page | Problem], total: int, runner: Runner, progress: Progress | None = None
    ) -> tuple[dict[str, int], list[Problem]]:
        """Counts of new, known and changed articles, and the problems."""
        problems, done = [], 0
        for arrivals, failed in pipeline.batches(runner.map(self._job, self._fresh(pages)), self._batch):
            problems += failed
            if arrivals and self._state is None:
                self._cards = {reading.article.id: self._card(reading) for reading in self._store.readings()}
                self._state = self._filing.resume(self._cards.values(), self._store.stories(Query(limit=10**9)).items)
            self._shelf.keep([Kept(arrival.asked, arrival.digest, arrival.page) for arrival in arrivals])
            for arrival in arrivals:
                self._file(arrival)
            done += len(arrivals) + len(failed)
            if progress:
                progress(done + self._count["known"], total)
        return self._count, problems

    def _fresh(self, pages: Iterable[Page | Problem]) -> Iterator[Page | Problem]:
        """Pages whose bytes are not known yet."""
        for got in pages:
            if isinstance(got, Page) and self._store.known(got.asked, digest(got.body, size=16)):
                self._count["known"] += 1
            else:
                yield got

    def _file(self, arrival: pipeline.Arrival) -> None:
        article = arrival.reading.article.id
        changed: Sequence[Story] = ()
        if article not in self._cards:
            self._cards[article] = self._card(arrival.reading)
            self._state, changed = self._filing.place(self._cards[article], self._state)
        self._count[self._store.save(arrival.asked, arrival.digest, arrival.reading, changed)] += 1
