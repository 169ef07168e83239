"""The desk: the one composition root. The command line, the API, the portal and a Python user call only this."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec.structs import replace

from dragoman import assembly, config, copying, pipeline, rereading
from dragoman.accounts.front import Accounts
from dragoman.annotate import PARTS as ANNOTATORS
from dragoman.browsing import Browsing
from dragoman.cluster import STAGES as FILING
from dragoman.collecting import Collecting, Progress
from dragoman.comparing import Comparing
from dragoman.errors import DragomanError, NotFoundError, StoreError
from dragoman.evaluation import TASKS, Score
from dragoman.explaining import Explaining
from dragoman.export import EXPORTS
from dragoman.fetch import FETCHERS
from dragoman.keeping import Kept
from dragoman.link import PARTS as LINKERS
from dragoman.listing import fits, page, within
from dragoman.model.annotations import Event, Statement
from dragoman.model.furniture import Corrected, Furniture, Reread, SiteSeen, Verdict
from dragoman.model.identity import Identities
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Collected, Found, Hit, Query
from dragoman.model.reading import Reading
from dragoman.model.report import Health, StoryItem
from dragoman.model.story import Brief, Dossier, NamedEntity, Story
from dragoman.newsdesk import Newsdesk
from dragoman.picturing import Picturing
from dragoman.ports import Roster, Runner, Shelf, Store
from dragoman.ports_accounts import AccountStore
from dragoman.providers.embed import EMBEDDERS
from dragoman.receiving import Receiving
from dragoman.refiling import Refiling
from dragoman.run import RUNNERS
from dragoman.run.local import SystemClock
from dragoman.sources import KINDS
from dragoman.store import STORES
from dragoman.takedowns import Takedowns
from dragoman.whois import WhoIs

ROOMS = (KINDS, FETCHERS, ANNOTATORS, LINKERS, EMBEDDERS, STORES, EXPORTS, RUNNERS, TASKS)

BRIEFS = 150
"""Briefs that are kept: those of large stories take megabytes."""


class Desk(Newsdesk, Comparing, Takedowns, Picturing, Explaining, Browsing, Receiving):
    """Everything the desk can do. `Desk.open(desk="folder")` reads `dragoman.toml` and `DRAGOMAN_*`; use it in a `with` block."""

    def __init__(self, settings: config.Config) -> None:
        super().__init__()
        self.config = settings
        self._store: Store | None = None
        self._whois: WhoIs | None = None
        self._accounts: Accounts | None = None
        self._briefs = Kept(BRIEFS)

    @classmethod
    def open(cls, **given: Any) -> Self:
        """A desk with the settings of the file, the environment and the call. Nothing is created or loaded yet."""
        file = Path("dragoman.toml")
        return cls(config.load(file.read_text("utf-8") if file.is_file() else "", dict(os.environ), given))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        close = getattr(self._store, "close", None)
        if close:
            close()
        self._store = self._whois = self._accounts = None

    def store(self, write: bool = False) -> Store:
        """The desk's store. Raises `StoreError` where there is no desk and none is to be made."""
        if self._store is None:
            folder = Path(self.config["desk"])
            if not write and self.config["store"] != "memory" and not folder.is_dir():
                raise StoreError(f"there is no desk in {folder}; `dragoman collect` makes one")
            self._store = STORES.make(self.config["store"], path=str(folder))
        return self._store

    def shelf(self, write: bool = False) -> Shelf:
        """The same store, as the shelf of pages and lines."""
        store = self.store(write)
        if not isinstance(store, Shelf):
            raise StoreError(f"the store {self.config['store']!r} keeps no pages and counts no lines")
        return store

    def whois(self) -> WhoIs:
        """Who is who on this desk."""
        if self._whois is None:
            self._whois = WhoIs(self.store())
        return self._whois

    def accounts(self, write: bool = False) -> Accounts:
        """Who may use this desk. Raises `StoreError` where there is none (unless to `write`), `ConfigError`."""
        if self._accounts is None:
            store = self.store(write)
            if not isinstance(store, AccountStore):
                raise StoreError(f"the store {self.config['store']!r} keeps no accounts")
            self._accounts = Accounts(store, SystemClock(), self.config)
            self._accounts.wording = assembly.wording
        return self._accounts

    # Reading and filing

    def read(self, what: Sequence[str], watch: pipeline.Watch | None = None, learned: bool = False) -> Iterator[Reading | Problem]:
        """Readings of files, folders, addresses or "-", in the order given; nothing is stored. `learned`: without the furniture that the
        desk learned (raises `StoreError` where there is none)."""
        machine = assembly.machine(assembly.work(self.config, self.shelf().learned() if learned else None))
        for got in self.pages(what):
            yield got if isinstance(got, Problem) else pipeline.read(got, machine, watch)

    def collect(self, what: Sequence[str], progress: Progress | None = None) -> Collected:
        """Reads and files what is not known yet. Each article is stored in one transaction with the story it joined; at the end all are
        filed once more in canonical order, so that the stories do not hang on the order of arrival."""
        fetcher = assembly.fetcher(self.config)
        leads = list(self._leads(what, fetcher))
        return self.take(self._fetched(leads, fetcher), len(leads), progress)

    def take(self, pages: Iterable[Page | Problem], total: int, progress: Progress | None = None) -> Collected:
        """The same with pages that are there already, `total` of them."""
        store, shelf = self.store(write=True), self.shelf()
        job = assembly.work(self.config, shelf.learned(), self.config["keep_pages"])
        collecting = Collecting(store, shelf, job, self.config["batch"], SystemClock().now())
        count, problems = collecting.run(pages, total, self._runner(), progress)
        store.report(problems)
        again = rereading.settle(store, shelf, self.config, self._runner())
        if count["new"] or count["changed"] or again.changed:
            self._refile(store)
        return Collected(**count, failed=len(problems), problems=tuple(problems))

    def reread(self, sites: Sequence[str] = (), everything: bool = False, progress: Progress | None = None) -> Reread:
        """Reads pages again: those of `sites`, or all, or those that wait for it because of what was learned or said, or were made by other
        versions of extraction and annotation. Raises `NotFoundError`: a site is not known."""
        store, shelf = self.store(), self.shelf()
        wanted = rereading.wanted(store, shelf, assembly.work(self.config), sites, everything)
        done = rereading.settle(store, shelf, self.config, self._runner(), wanted, progress)
        if done.changed:
            self._refile(store)
        return done

    def furniture(self, site: str, everything: bool = False) -> Furniture:
        """What was learned of a site; `everything`: also lines that recur and are no furniture, or not yet. Raises `NotFoundError`."""
        return rereading.furniture(self.shelf(), site, everything)

    def sites(self) -> tuple[SiteSeen, ...]:
        """The sites whose lines are counted."""
        return self.shelf().sites()

    def correct(self, site: str, line: str, verdict: Verdict | None) -> Corrected:
        """Keeps a person's word on a line of a site (None: takes the last one back). It counts from the next `reread` or `collect` on.
        Raises `NotFoundError`."""
        return rereading.correct(self.shelf(), site, line, verdict, SystemClock().now())

    def _refile(self, store: Store, also: Sequence[str] = ()) -> None:
        """The stories become a function of the articles held, and of what people said of them; those of `also` are told anew."""
        said = self.whois().judgements() if isinstance(store, Roster) else ()
        spoken = sorted({article for one in said for article in (*one.ones, *one.others)})
        versions = self.whois().roster.versions(spoken) if spoken else {}
        current = [versions.get(article, article) for article in spoken]
        stories, gone = Refiling(store).run(self.rulings(), [*current, *also], SystemClock().now())
        left = [old for old, _ in gone]
        members = sorted({member.article for story in stories for member in story.members})
        made = {reading.article.id: reading.made_by for reading in store.readings(ids=members)}
        self.whois().settle(stories, left, made)
        copying.settle(store, made, assembly.sentences(self.config["embedder"]), stories, left)

    def _forget(self, stories: Sequence[str], pictures: Sequence[str]) -> None:
        self._briefs.clear()
        self._forget_pictures(pictures)

    def _runner(self) -> Runner:
        workers = self.config["workers"]
        made: Runner = RUNNERS.make("processes" if workers > 1 else "serial", workers=workers)
        return made

    # What the desk holds

    def story_items(self, query: Query) -> Found[StoryItem]:
        """The stories, latest first, as a list shows them."""
        found = self.stories(query)
        items = (
            StoryItem(story.id, story.title, story.languages, story.first, story.last, tuple(member.article for member in story.members))
            for story in found.items
        )
        return Found(tuple(items), found.next)

    def stories(self, query: Query) -> Found[Story]:
        """The stories, latest first."""
        return self.store().stories(query)

    def brief(self, story: str) -> Brief:
        """A story's brief. Raises `NotFoundError`."""
        return self._briefs.get(story, self.version(), lambda: (self.store().story(story), self.whois().known()), self._laid_out)

    def _laid_out(self, seen: tuple[Story, Identities]) -> Brief:
        held, who = seen
        readings = list(self.whois().shown(self.store().readings(ids=[member.article for member in held.members])))
        copies = copying.of_story(self.store(), held, readings)
        made: Brief = assembly.STAGES.load("brief")(held, readings, copies, FILING.load("independent")(readings, copies), who)
        return made

    def reading(self, article: str) -> Reading:
        """A reading by its article's id, under the ids of united entities. Raises `NotFoundError`."""
        for reading in self.whois().shown(self.store().readings(ids=[article])):
            return reading
        raise NotFoundError(f"there is no article {article!r} on this desk")

    def statements(self, query: Query) -> Found[Statement]:
        """Who said what, newest articles first, in order of the text."""
        surfaces = self.whois().surfaces()
        said = (one for reading in self._newest(query) for one in reading.statements if fits(one, query, surfaces))
        return page(list(islice(said, query.offset + query.limit + 1)), query)

    def _newest(self, query: Query) -> Iterator[Reading]:
        """The readings that fit, newest first, read a batch at a time: whoever has seen enough reads no further."""
        for names in self.newest_names(query):
            found = {reading.article.id: reading for reading in self.whois().shown(self.store().readings(ids=names))}
            yield from (found[name] for name in names if name in found)

    def agenda(self, query: Query) -> Found[Event]:
        """What was announced for a date, in order of the dates, merged within each story."""
        stories = [self.store().story(query.story)] if query.story else list(self.stories(Query(limit=10**9)).items)
        events = [event for story in stories for event in self.brief(story.id).agenda if within(event, query)]
        return page(sorted(events, key=lambda event: (event.start or "9999", event.id)), query)

    def entities(self, query: Query) -> Found[NamedEntity]:
        """Who is named, most often named first; `text` are letters of a name in any language."""
        return self.whois().entities(query, self._asked(replace(query, text="")))

    def entity(self, name: str) -> Dossier:
        """One entity, by id or name, with all that the desk holds of it. Raises `NotFoundError`; `DragomanError` where a name fits
        several."""
        return self.whois().dossier(name)

    def search(self, query: Query) -> Found[Hit]:
        """Articles that hold the words."""
        return self.store().search(query)

    def problems(self) -> tuple[Problem, ...]:
        """Pages that could not be read."""
        return self.store().problems()

    def _asked(self, query: Query) -> Iterator[Reading]:
        if not query.story:
            return self.store().readings(query)
        return self.store().readings(query, ids=[member.article for member in self.store().story(query.story).members])

    # Ways out, and care

    def export(self, form: str, story: str) -> bytes:
        """A story's brief in one of the export formats."""
        brief = self.brief(story)
        articles = self.articles(member.article for member in brief.members)
        exported: bytes = EXPORTS.make(form).export(brief, [articles[member.article] for member in brief.members])
        return exported

    def serve(self) -> None:
        """Serves the portal until it is stopped."""
        self.store()
        assembly.STAGES.load("web")(self, self.config)

    def evaluate(self, task: str, folder: str, fit: float | None = None) -> Score:
        """Scores the desk on a labelled set; with `fit` what is fitted on a part of it is scored on another (see `docs/evaluation.md`).
        Raises `DragomanError` where the set is not as the task reads it, or the task fits nothing."""
        made, parts = TASKS.make(task), assembly.parts(assembly.work(self.config))
        if fit is not None and not hasattr(made, "fitted"):
            raise DragomanError(f"{task} fits nothing; clusters and pairs do")
        score: Score = made.score(folder, parts) if fit is None else made.fitted(folder, parts, fit)
        return score

    def doctor(self) -> Health:
        """Settings, parts, and whether the desk is sound."""
        held = Path(self.config["desk"]).is_dir()
        return assembly.health(self.config, {room.room: tuple(room) for room in ROOMS}, self.store() if held else None)

    def samples(self) -> Path:
        """The sample corpus: in the package where it was built into one, else beside the source."""
        return assembly.samples()

    def largest_story(self) -> str:
        """The story with most articles."""
        stories = self.stories(Query(limit=10**9)).items
        if not stories:
            raise NotFoundError("the desk holds no story")
        return max(stories, key=lambda story: (len(story.members), story.id)).id
