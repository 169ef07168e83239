"""What came in: the desk's use cases around lists of news. No reading is looked at: a list costs the same on a large desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from dragoman.cluster import STAGES as FILING
from dragoman.errors import NotFoundError, StoreError
from dragoman.model.account import Mark, MarkKind
from dragoman.model.article import Article
from dragoman.model.query import Counts, Found, Query
from dragoman.model.reading import Reading
from dragoman.model.story import Copy, Sources, Story
from dragoman.ports import Copybook, Store
from dragoman.ports_accounts import Markbook
from dragoman.ports_news import Newsstand
from dragoman.run.local import SystemClock

KEPT = 2000
"""Answers that are kept until the list changes."""


class Newsdesk:
    """What a desk says of the news it holds. What was counted is kept until the list changes."""

    def __init__(self) -> None:
        super().__init__()
        self._tallied: tuple[int, Counts] = (-1, Counts())
        self._many: tuple[int, dict[Query, int]] = (-1, {})
        self._breadth: dict[str, tuple[tuple[Story, tuple[Copy, ...]], Sources]] = {}

    def store(self, write: bool = False) -> Store:
        """The desk's store."""
        raise NotImplementedError

    def newsstand(self) -> Newsstand:
        """The same store, as the keeper of lists."""
        store = self.store()
        if not isinstance(store, Newsstand):
            raise StoreError("the store keeps no list of news")
        return store

    def latest(self, query: Query) -> Found[tuple[Article, str | None]]:
        """Articles, newest first, each with its story."""
        return self.newsstand().latest(query)

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
        return self.newsstand().pulse()

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
        first = int(query.after) if query.after and query.after.isdecimal() else 0
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
        return self.newsstand().arrived(after, limit)

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
        if len(self._breadth) > KEPT:
            self._breadth.clear()
        return {story.id: self._broad(story) for story in stories}

    def _broad(self, story: Story) -> Sources:
        store = self.store()
        copies = (store.copies(story.id) if isinstance(store, Copybook) else None) or ()
        known = self._breadth.get(story.id)
        if known is None or known[0] != (story, copies):
            held = self.articles(member.article for member in story.members)
            made: Sources = FILING.load("independent")([Reading(article) for article in held.values()], copies)
            known = self._breadth[story.id] = ((story, copies), made)
        return known[1]
