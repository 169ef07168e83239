"""What the portal asks of the desk: verbs that read, and, where the setting `judging` lets it, those that take people's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from dragoman.accounts.front import Accounts
from dragoman.model.account import Mark, MarkKind
from dragoman.model.annotations import Event, Statement
from dragoman.model.article import Article
from dragoman.model.catalogue import OutletHeld, OutletReport, Version
from dragoman.model.contrast import Compared
from dragoman.model.explained import Fit
from dragoman.model.identity import Judgement, JudgementKind
from dragoman.model.page import Handed
from dragoman.model.problem import Problem
from dragoman.model.query import Collected, Counts, Found, Hit, Query
from dragoman.model.reading import Reading
from dragoman.model.story import Brief, Dossier, Filed, NamedEntity, Outline, Sources, Story
from dragoman.model.takedown import Plea, PleaState, Tombstone


class Picture(Protocol):
    """A raster picture."""

    @property
    def body(self) -> bytes: ...

    @property
    def media_type(self) -> str: ...


class ReadingDesk(Protocol):
    """The desk as the portal sees it. Pages are served from several threads at once, so every verb must be safe to call so."""

    def latest(self, query: Query) -> Found[tuple[Article, str | None]]:
        """Articles, newest first, each with the id of its story."""
        ...

    def many(self, query: Query) -> int:
        """How many articles `latest` has in all its pages."""
        ...

    def tallies(self) -> Counts:
        """What the articles held are of."""
        ...

    def breadth(self, stories: Sequence[Story]) -> Mapping[str, Sources]:
        """How broad the reporting of each story is."""
        ...

    def marks(self, reader: str, articles: Sequence[str]) -> Mapping[str, Mark]:
        """What a reader noted of those of the articles that have any mark."""
        ...

    def mark(self, reader: str, article: str, kind: MarkKind, value: bool) -> Mark:
        """Raises `NotFoundError`."""
        ...

    def mark_read(self, reader: str, query: Query) -> int:
        """Marks all that `latest` would list as read."""
        ...

    def marked(self, reader: str, kind: MarkKind, query: Query) -> Found[tuple[Article, str | None]]:
        """What has a mark, last marked first."""
        ...

    def outline(self, story: str) -> Outline:
        """What can be said of a story without laying it out. Raises `NotFoundError`."""
        ...

    def version(self) -> tuple[int, int] | None:
        """Another one whenever anything in the desk's file changed; None where that cannot be told."""
        ...

    def ready(self) -> None:
        """Loads what the first reader would wait for."""
        ...

    def pulse(self) -> int:
        """Another number whenever the list of news changed."""
        ...

    def arrived(self, after: int = -1, limit: int = 50) -> tuple[tuple[int, Article, str | None], ...]:
        """Articles with numbers and stories, in the order in which they came in: those after a number, without one the last."""
        ...

    def reading(self, article: str) -> Reading:
        """Raises `NotFoundError`."""
        ...

    def story_of(self, article: str) -> str | None: ...

    def stories(self, query: Query) -> Found[Story]: ...

    def brief(self, story: str) -> Brief:
        """Raises `NotFoundError`. A brief of a merged story carries the id of the story that took it in."""
        ...

    def compare(self, one: str, other: str) -> Compared:
        """Two articles side by side. Raises `NotFoundError`; `DragomanError` where they are one."""
        ...

    def compare_languages(self, story: str, one: str, other: str) -> Compared:
        """A story in two languages side by side. Raises `NotFoundError`; `DragomanError` where they are one."""
        ...

    def search(self, query: Query) -> Found[Hit]: ...

    def statements(self, query: Query) -> Found[Statement]: ...

    def agenda(self, query: Query) -> Found[Event]: ...

    def entities(self, query: Query) -> Found[NamedEntity]: ...

    def entity(self, name: str) -> Dossier:
        """Raises `NotFoundError`; `DragomanError` where a name fits several."""
        ...

    def judgements(self, story: str | None = None) -> tuple[Judgement, ...]:
        """What people said, undone words too; with `story` of its articles only."""
        ...

    def beside(self, story: str) -> tuple[Fit, ...]:
        """The articles of other stories that come nearest to a story, and why they are not in it."""
        ...

    def filed(self, story: str) -> tuple[Filed, ...]:
        """What filing did with a story and its articles, in order."""
        ...

    def problems(self) -> tuple[Problem, ...]: ...

    def picture_link(self, url: str | None) -> str | None:
        """The address under which the portal shows a picture; None where it shows none."""
        ...

    def picture(self, signature: str, name: str) -> Picture:
        """Raises `NotFoundError`."""
        ...

    def tombstone(self, thing: str) -> Tombstone | None:
        """The stone that stands where an article or a story was."""
        ...

    def articles(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Those of the ids that the desk holds."""
        ...

    def versions(self, article: str) -> tuple[Version, ...]:
        """Every version of the article's address, the first first."""
        ...

    def around(self, article: str) -> tuple[str | None, str | None]:
        """The articles before and after it in the latest news; None at the ends, and of an older version."""
        ...

    def outlets(self) -> tuple[OutletHeld, ...]:
        """Every source that articles are held of, those with most articles first."""
        ...

    def outlet(self, source: str) -> OutletReport:
        """Raises `NotFoundError`."""
        ...

    def by_outlet(self, articles: Iterable[str]) -> dict[str, int]:
        """How many of the articles are of each source."""
        ...


class RemovingDesk(ReadingDesk, Protocol):
    """A desk that removes articles, and takes requests to."""

    def plead(self, article: str, reason: str, contact: str) -> None:
        """Raises `NotFoundError`, `DragomanError`."""
        ...

    def pleas(self, state: PleaState | None = None) -> tuple[Plea, ...]: ...

    def tombstones(self) -> tuple[Tombstone, ...]: ...

    def takedown(self, what: str, reason: str = "", by: str = "", copies: bool = False, address: str = "") -> tuple[Tombstone, ...]:
        """Raises `NotFoundError`."""
        ...

    def restore(self, what: str, by: str = "") -> Tombstone:
        """Raises `NotFoundError`."""
        ...

    def refuse(self, n: int, by: str = "") -> None:
        """Raises `NotFoundError`."""
        ...


class JudgingDesk(RemovingDesk, Protocol):
    """A desk that takes people's words on who is who and on stories."""

    def judge(self, kind: JudgementKind, *things: str, by: str = "") -> Judgement:
        """Raises `NotFoundError`, `DragomanError`."""
        ...

    def undo(self, n: int | None = None) -> Judgement:
        """Raises `NotFoundError`."""
        ...


class ChangingDesk(JudgingDesk, Protocol):
    """A desk that takes in pages too."""

    def receive(self, handed: Sequence[Handed]) -> Collected:
        """Reads and files pages that are handed over. Raises `StoreError` where others are being taken in."""
        ...


class AccountDesk(ChangingDesk, Protocol):
    """A desk that knows who may use it."""

    def accounts(self) -> Accounts: ...
