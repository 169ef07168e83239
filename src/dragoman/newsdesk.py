"""What came in: the desk's use cases around lists of news. No reading is looked at: a list costs the same on a large desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman import copying
from dragoman.cluster import STAGES as FILING
from dragoman.errors import NotFoundError, StoreError
from dragoman.keeping import Kept, seal
from dragoman.model.account import Mark, MarkKind
from dragoman.model.article import Article
from dragoman.model.query import Counts, Found, Query
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Outline, Sources, Story
from dragoman.ports import Store
from dragoman.ports_accounts import Markbook
from dragoman.ports_filing import Copybook
from dragoman.ports_news import Newsstand, Versioned
from dragoman.run.local import SystemClock

KEPT = 2000
"""Counts that are kept until the list changes, and stories whose breadth is."""

BATCH = 100
"""Articles whose names are asked for at a time."""

PAGES = 32
"""Pages of lists that are kept until anything changes: the first ones are asked for again and again."""


class Newsdesk:
    """What a desk says of the news it holds. What was counted is kept until the list changes."""

    def __init__(self) -> None:
        super().__init__()
        self._tallied: tuple[int, Counts] = (-1, Counts())
        self._many: tuple[int, dict[Query, int]] = (-1, {})
        self._breadth = Kept(KEPT)
        self._pages, self._beats = Kept(PAGES), Kept(1)

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def version(self) -> tuple[int, int] | None:
        """Another one whenever anything on the desk changed; None where its store cannot tell."""
        store = self.store()
        return store.version() if isinstance(store, Versioned) else None

    def ready(self) -> None:
        """Loads what the first reader would wait for: tables of base forms, counts of the filters."""
        store = self.store()
        if isinstance(store, Versioned):
            store.ready()
        self.tallies()

    def newsstand(self) -> Newsstand:
        """The same store, as the keeper of lists."""
        store = self.store()
        if not isinstance(store, Newsstand):
            raise StoreError("the store keeps no list of news")
        return store

    def latest(self, query: Query) -> Found[tuple[Article, str | None]]:
        """Articles, newest first, each with its story."""
        return self._pages.answer(query, self.version(), lambda: self.newsstand().latest(query))

    def newest_names(self, query: Query) -> Iterator[list[str]]:
        """The ids of the articles that fit, newest first, so many at a time. Raises `NotFoundError` (the story)."""
        story = self.store().story(query.story).id if query.story else None
        asked: Query | None = replace(query, story=story, limit=BATCH, after=None)
        while asked is not None:
            found = self.newsstand().latest(asked)
            yield [article.id for article, _ in found.items]
            asked = replace(asked, after=found.next) if found.next else None

    def many(self, query: Query) -> int:
        """How many articles a list of news has in all its pages."""
        pulse, asked = self.pulse(), replace(query, after=None, limit=0)
        if self._many[0] != pulse or len(self._many[1]) > KEPT:
            self._many = (pulse, {})
        known = self._many[1]
        if asked not in known:
            known[asked] = self.newsstand().many(asked)
        return known[asked]

    def tallies(self) -> Counts:
        """What the articles held are of, most first."""
        pulse = self.pulse()
        if self._tallied[0] != pulse:
            self._tallied = (pulse, self.newsstand().tallies())
        return self._tallied[1]

    def pulse(self) -> int:
        """A number that is another one whenever the list of news changed, whoever changed it."""
        return self._beats.answer("", self.version(), self.newsstand().pulse)

    def marks(self, reader: str, articles: Sequence[str]) -> dict[str, Mark]:
        """What a reader noted of those of the articles that have any mark."""
        return self._markbook().marks(reader, list(articles))

    def mark(self, reader: str, article: str, kind: MarkKind, value: bool) -> Mark:
        """Sets or takes away a mark. Raises `NotFoundError`."""
        if article not in self.articles([article]):
            raise NotFoundError(f"there is no article {article!r} on this desk")
        self._many = (-1, {})
        return self._markbook().mark(reader, article, kind, value, SystemClock().now())

    def mark_read(self, reader: str, query: Query) -> int:
        """Marks all articles that fit and are unread; how many."""
        names = self.newsstand().names(replace(query, unread_by=reader))
        self._many = (-1, {})
        self._markbook().mark_read(reader, names, SystemClock().now())
        return len(names)

    def marked(self, reader: str, kind: MarkKind, query: Query) -> Found[tuple[Article, str | None]]:
        """Articles with a mark, last marked first, each with its story; `after` is the number of those before."""
        first = query.offset
        found = self._markbook().marked(reader, kind, query.limit + 1, first)
        names = [mark.article for mark in found[: query.limit]]
        articles, homes = self.articles(names), self.newsstand().homes(names)
        more = str(first + query.limit) if len(found) > query.limit else None
        return Found(tuple((articles[name], homes.get(name)) for name in names if name in articles), more)

    def _markbook(self) -> Markbook:
        store = self.store()
        if not isinstance(store, Markbook):
            raise StoreError("the store keeps no marks")
        return store

    def arrived(self, after: int = -1, limit: int = 50) -> tuple[tuple[int, Article, str | None], ...]:
        """Articles in the order in which they came in, with numbers that only grow: those after a number, without one the last."""
        return self._pages.answer((after, limit), self.version(), lambda: self.newsstand().arrived(after, limit))

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that the desk holds."""
        return self.newsstand().articles(ids)

    def story_of(self, article: str) -> str | None:
        """The story that an article belongs to."""
        try:
            return self.newsstand().homes([article]).get(article) or self.store().story(article).id
        except NotFoundError:
            return None

    def breadth(self, stories: Sequence[Story]) -> dict[str, Sources]:
        """How broad the reporting of each story is: articles, outlets, independent texts."""
        store = self.store()
        known = store.breadths([story.id for story in stories]) if isinstance(store, Copybook) else {}
        return {
            story.id: known[story.id].sources
            if story.id in known and known[story.id].of == copying.of_members(story)
            else self._broad(story)
            for story in stories
        }

    def outline(self, story: str) -> Outline:
        """What can be said of a story without laying it out. Raises `NotFoundError`."""
        held, store = self.store().story(story), self.store()
        looked = isinstance(store, Copybook) and store.copies(held.id) is not None
        readings = () if looked else tuple(store.readings(ids=[member.article for member in held.members]))
        copies = tuple(copy for copy in copying.of_story(store, held, readings) if copy.kind != "quoting")
        members = tuple(member.article for member in held.members)
        return Outline(held.id, held.title, held.titles, self.breadth([held])[held.id], copies, members)

    def _broad(self, story: Story) -> Sources:
        """Counted now: on a desk of an older version, and until copies are looked for in a story that changed."""
        store = self.store()

        def copies() -> tuple[Copy, ...]:
            return (store.copies(story.id) if isinstance(store, Copybook) else None) or ()

        def count(_: str) -> Sources:
            held = self.articles(member.article for member in story.members)
            made: Sources = FILING.load("independent")([Reading(article) for article in held.values()], copies())
            return made

        return self._breadth.get(story.id, self.version(), lambda: seal(story, copies()), count)
