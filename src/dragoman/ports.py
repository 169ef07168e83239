"""Every socket of the line, on one page. Only nouns of `model/` cross them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar, runtime_checkable

from msgspec import Struct

from dragoman.model.article import Article
from dragoman.model.filing import Slip
from dragoman.model.furniture import Correction, FurnitureLine, Kept, Learned, LineCount, Observed, SiteSeen, Verdict
from dragoman.model.identity import Cast, Judgement, Merge
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Hit, Query
from dragoman.model.reading import Reading
from dragoman.model.source import Lead, Source
from dragoman.model.story import Brief, Filed, Story

T = TypeVar("T")
R = TypeVar("R")


@runtime_checkable
class Fetcher(Protocol):
    """Gets the bytes behind a lead. Raises `FetchError`."""

    def fetch(self, lead: Lead) -> Page: ...


@runtime_checkable
class SourceKind(Protocol):
    """Finds leads. What cannot be read is yielded as a Problem; nothing else is raised."""

    name: str

    def accepts(self, what: str) -> bool:
        """Whether a word of the command line (path, address, "-") is of this kind."""
        ...

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]: ...


@runtime_checkable
class Annotator(Protocol):
    """Adds annotations to a reading. Pure: the same reading gives the same result. `needs` and `gives` are field names of
    `Reading`; only the fields of `gives` (and `made_by`, by the pipeline) change."""

    name: str
    version: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]

    def annotate(self, reading: Reading) -> Reading: ...


@runtime_checkable
class Tagger(Protocol):
    """A language's own name tagger: spans (start, end, type, sure) over the text, types of `Mention`."""

    name: str

    def tag(self, text: str) -> list[tuple[int, int, str, float]]: ...


@runtime_checkable
class WordTagger(Tagger, Protocol):
    """A tagger that cuts the text into words too: (start, end, its own tag, sure), in order, without gaps inside a sentence."""

    def words(self, text: str) -> list[tuple[int, int, str, float]]: ...


@runtime_checkable
class Embedder(Protocol):
    """Texts to unit-length vectors, comparable across languages. `embed` returns one row of `size` floats a text, empty where there is
    nothing to go by. Where the languages of the texts are given (BCP 47, one a text), an embedder whose space is not the same for all
    languages evens that out. `version` rises with every change of the vectors."""

    name: str
    version: int
    size: int

    def embed(self, texts: Sequence[str], languages: Sequence[str] | None = None) -> list[tuple[float, ...]]: ...


class Asked(Struct, frozen=True):
    """A question made ready for a full-text index: the query with the filters that its text named, what rows must match and must not
    match (FTS5 expressions over the columns title, body, lemmas; None: no condition), and the folded words to mark in snippets."""

    query: Query
    match: str | None = None
    unless: str | None = None
    terms: tuple[str, ...] = ()


@runtime_checkable
class Words(Protocol):
    """Cuts texts and questions into the same searchable words. No input makes it fail."""

    def columns(self, article: Article) -> tuple[str, str, str]:
        """Title, body and lemmas as folded words with a space between."""
        ...

    def ask(self, query: Query, desk: tuple[str, ...] = ()) -> Asked:
        """The question for the index; `desk` are the languages held, whose base forms count."""
        ...

    def ready(self, desk: tuple[str, ...]) -> None:
        """Loads what questions in these languages need, so that the first one does not wait for it."""
        ...

    def snippet(self, article: Article, asked: Asked) -> str:
        """A piece of the text around the words found, each between [ and ]."""
        ...


@runtime_checkable
class Store(Protocol):
    """Keeps articles, readings and stories. Every write is one transaction: after a kill there is no half article. Lists show the
    newest version of each address; older ones are had by id. Raises `StoreError` where the desk cannot be read or written."""

    def known(self, asked: str, digest: str) -> str | None:
        """The article id that these bytes from this address became, or None; `digest` is of the page's bytes."""
        ...

    def save(self, asked: str, digest: str, reading: Reading, stories: Sequence[Story], log: Sequence[Filed] = ()) -> str:
        """Stores a reading, the stories it changed and lines of the log, in one transaction: "new", "changed" (another version of the
        address is held) or "known" (then the reading is replaced where other annotators made it). Problems of the address are settled."""
        ...

    def file(self, stories: Sequence[Story], gone: Sequence[tuple[str, str]]) -> None:
        """Writes stories; `gone` are (old id, new id) of merged ones, kept as redirects; those with an empty new id are forgotten."""
        ...

    def report(self, problems: Sequence[Problem]) -> None:
        """Keeps problems, one an address and stage; a repeated one counts its attempts."""
        ...

    def readings(self, query: Query | None = None, ids: Sequence[str] | None = None) -> Iterator[Reading]:
        """Readings in canonical order (earliest possible publication, unknown last, id). Of the query's filters `text`, `language`,
        `source`, `story`, `since`, `until` count; `limit` and `after` do not."""
        ...

    def story(self, story: str) -> Story:
        """The story of this id, or of the article of this id. Follows redirects; raises `NotFoundError`."""
        ...

    def stories(self, query: Query) -> Found[Story]:
        """Newest first (last day, number of members, id); filters hold where one member fits them."""
        ...

    def search(self, query: Query) -> Found[Hit]:
        """Best first (bm25, title words count four times); newest first where the query has no words."""
        ...

    def problems(self) -> tuple[Problem, ...]: ...

    def check(self) -> list[str]:
        """What is wrong with the desk, one line each; empty when sound."""
        ...


@runtime_checkable
class Shelf(Protocol):
    """Keeps pages to be read again, and what is learned of the furniture of sites; a store is its own shelf. Every write is one
    transaction. Raises `StoreError`."""

    def keep(self, pages: Sequence[Kept]) -> None:
        """Keeps the bytes of pages, once each."""

    def kept(self, article: str) -> Kept | None:
        """Where an article came from, with its page (the one fetched last) where that is kept; None where the desk does not hold it."""

    def unseen(self) -> tuple[str, ...]:
        """Articles (newest versions) whose lines were not counted yet, in canonical order."""

    def observe(self, pages: Sequence[Observed]) -> None:
        """Counts the lines of pages, in place of those of older versions. A page that shares more than half of its words with another one
        of its site counts as the same document. Of each site the latest pages are counted."""

    def sites(self) -> tuple[SiteSeen, ...]: ...

    def counts(self, site: str, least: int) -> tuple[LineCount, ...]:
        """Lines of a site on at least so many documents: for the whole site, and for each template."""

    def learn(self, site: str, lines: Sequence[FurnitureLine]) -> None:
        """Replaces what was learned of a site. Pages with lines for which this changes anything wait to be read again."""

    def learned(self, site: str | None = None) -> Learned:
        """What was learned, and all corrections, of a site or of all."""

    def correct(self, correction: Correction, undo: bool = False) -> Verdict | None:
        """Keeps a person's word on a line, or undoes the last one that counts (its text and verdict are not looked at); the verdict that is
        then in force. The site's pages with this line wait to be read again. Raises `NotFoundError` where there is nothing to undo."""

    def waiting(self) -> tuple[tuple[str, bool], ...]:
        """Articles that are to be read again, in canonical order, and whether from their bytes; counting their lines again settles it."""


@runtime_checkable
class Roster(Protocol):
    """Keeps who is who; a store is its own roster. Every write is one transaction. Raises `StoreError`."""

    def seals(self) -> dict[str, str]:
        """The stories whose casts are kept, and what each was made of."""

    def casts(self) -> Iterator[Cast]:
        """In order of the stories' ids."""

    def recast(self, casts: Sequence[Cast], gone: Sequence[str]) -> None:
        """Keeps the casts of stories, in place of older ones, and forgets those of stories that are `gone`."""

    def unite(self, merges: Sequence[Merge]) -> None:
        """Replaces the unions of entities."""

    def merges(self) -> tuple[Merge, ...]: ...

    def united(self) -> tuple[int, int]:
        """A stamp of the unions: another one whenever they changed."""

    def judge(self, judgement: Judgement, merges: Sequence[Merge]) -> None:
        """Keeps a person's judgement under its number, and the unions that follow from it."""

    def unjudge(self, n: int, at: str, merges: Sequence[Merge]) -> None:
        """Marks a judgement undone, and keeps the unions that follow. Raises `NotFoundError` where none of that number is in force."""

    def judgements(self) -> tuple[Judgement, ...]:
        """In the order in which they were made, undone ones too."""

    def versions(self, articles: Sequence[str]) -> dict[str, str]:
        """For articles that the desk holds, the id of the newest version of the same address."""


@runtime_checkable
class Logbook(Protocol):
    """Tells what filing did and what it keeps of articles; a store that remembers filing is its own logbook."""

    def filed(self, thing: str) -> tuple[Filed, ...]:
        """The lines of a story or an article, in order."""

    def slips_of(self, ids: Sequence[str]) -> tuple[Slip, ...]:
        """The cards of these articles, as far as they are kept."""


@runtime_checkable
class Exporter(Protocol):
    """Writes a brief in one format."""

    media_type: str

    def export(self, brief: Brief, articles: Sequence[Article]) -> bytes: ...


@runtime_checkable
class Runner(Protocol):
    """Runs work over items, in order of the items."""

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]: ...


@runtime_checkable
class Clock(Protocol):
    """Tells the time; the only part that may. ISO 8601 in UTC."""

    def now(self) -> str: ...


class Filer(Protocol):
    """Files readings into stories. Pure: state goes in and comes out."""

    name: str
    version: str

    def file(self, reading: Reading, state: Any) -> tuple[Any, Sequence[Story]]: ...


@runtime_checkable
class Task(Protocol):
    """An evaluation task: scores the desk's parts on a labelled folder."""

    name: str

    def score(self, folder: str, parts: Any) -> dict[str, Any]: ...
