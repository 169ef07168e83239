"""Putting parts together by their names: what reads a page, what fetches it, what an evaluation scores. The desk's workbench."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman import config, languages, pipeline
from dragoman.annotate import PARTS as ANNOTATORS
from dragoman.annotate import order
from dragoman.cluster import STAGES as FILING
from dragoman.errors import DragomanError
from dragoman.evaluation import Parts
from dragoman.extract.lines.learned import Rules, clean, rules
from dragoman.fetch import FETCHERS
from dragoman.fetch.route import Router
from dragoman.link import PARTS as LINKERS
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.codec import from_json, to_json
from dragoman.model.furniture import Learned
from dragoman.model.ids import article_id, capture_url, digest
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.report import Health, Value
from dragoman.model.source import Source
from dragoman.ports import Annotator, Embedder, Fetcher, Store
from dragoman.providers.embed import EMBEDDERS
from dragoman.registry import Table

for _parser in ("pypdf", "warcio"):  # they warn on standard error of what becomes a Problem here
    logging.getLogger(_parser).addHandler(logging.NullHandler())
MOST_STDIN = 1_000_000_000  # bytes of an archive that is piped in: it is held in memory
SENTENCES, WITHOUT_MODEL = "use", ("hashing", "none")  # embedders
STAGES = Table(
    "stages",
    {
        "extract": "dragoman.extract:extract",
        "records": "dragoman.sources.archive:of_file",
        "decide": "dragoman.fetch.encoding:decide",
        "match": "dragoman.link.match:scores",
        "brief": "dragoman.brief:brief",
        "names": "dragoman.brief.names:names",
        "key": "dragoman.link.names:key",
        "seal": "dragoman.link.cast:seal",
        "cast": "dragoman.link.cast:cast",
        "merges": "dragoman.link.merging:merges",
        "identities": "dragoman.link.identity:identities",
        "shown": "dragoman.link.identity:shown",
        "surfaces": "dragoman.link.identity:surfaces",
        "timeline": "dragoman.brief.timeline:timeline",
        "web": "dragoman.web.serve:serve",
        "openapi": "dragoman.web.api.openapi:document",
        "letters": "dragoman.web.letters:wording",
        "desk": "dragoman.desk:Desk",
    },
)


def wording(kind: str, language: str) -> Any:
    """Subject and body of a letter in a language of the portal, which is loaded when one is sent."""
    return STAGES.load("letters")(kind, language)


class Work(Struct, frozen=True):
    """Reading a page, by the names of the parts; it travels to worker processes, and each builds its own parts once. `keep`: the page's
    bytes are handed on, to be kept; `learned` is the JSON of what was learned of sites."""

    annotators: tuple[str, ...]
    embedder: str
    keep: bool = False
    learned: bytes = b""

    def __call__(self, page: Page | Problem) -> pipeline.Arrival | Problem:
        """Problems are passed on."""
        if isinstance(page, Problem):
            return page
        result = pipeline.read(page, machine(self))
        if isinstance(result, Problem):
            return result
        return pipeline.Arrival(page.asked, digest(page.body, size=16), result, page if self.keep else None)

    def known(self) -> Rules:
        """What was learned, by site."""
        return rules(from_json(self.learned, Learned)) if self.learned else {}


def work(settings: Mapping[str, Any], learned: Learned | None = None, keep: bool = False) -> Work:
    """The work that the settings ask for; pages lose what was `learned` of their sites."""
    wanted = settings["annotators"].strip()
    every = (*ANNOTATORS, *LINKERS)
    names = every if wanted == "all" else tuple(name.strip() for name in wanted.split(",") if name.strip())
    return Work(names, settings["embedder"], keep, to_json(learned) if learned else b"")


@cache
def machine(job: Work) -> pipeline.Machine:
    """The parts of a job, made once a process. Raises `PartError`."""
    return pipeline.Machine(
        extract=STAGES.load("extract"),
        annotators=order([annotator(name) for name in job.annotators]),
        embedder=embedder(job.embedder),
        spaced=lambda code: languages.get(code).spaced,
        clean=partial(clean, known=job.known()),
    )


@cache
def annotator(name: str) -> Annotator:
    """An annotator or linker by name."""
    made: Annotator = LINKERS.make(name) if name in LINKERS else ANNOTATORS.make(name)
    return made


@cache
def embedder(name: str) -> Embedder:
    """An embedder by name."""
    made: Embedder = EMBEDDERS.make(name)
    return made


def sentences(name: str) -> Callable[[Sequence[str]], Sequence[tuple[float, ...]]] | None:
    """What makes vectors of sentences on a desk with this embedder: always the encoder that was made for sentences, loaded at its first
    text; None where the desk has no model."""
    return (lambda texts: embedder(SENTENCES).embed(texts)) if name not in WITHOUT_MODEL else None


def fetcher(settings: Mapping[str, Any]) -> Fetcher:
    """The fetcher of all kinds of address, within the limits of the settings."""

    def web() -> Fetcher:
        made: Fetcher = FETCHERS.make(
            "http",
            private=settings["private_addresses"],
            robots=settings["robots"],
            agent=settings["user_agent"],
            timeout=settings["timeout"],
            max_bytes=settings["max_bytes"],
            gap=settings["pace"],
        )
        return made

    limit = settings["max_bytes"]

    @cache
    def stdin() -> bytes:  # it can be read once only, and is looked at twice: for an archive, then for a page
        return sys.stdin.buffer.read(MOST_STDIN)

    def on_disk(kind: str) -> Callable[[], Fetcher]:
        return lambda: FETCHERS.make(kind, limit=limit, stdin=stdin)

    archive = on_disk("archive")
    return Router({"http": web, "https": web, "file": on_disk("file"), "archive+file": archive, "archive+stdin": archive})


def pictures(settings: Mapping[str, Any]) -> Any:
    """The guarded fetcher for pictures: `get(url, limit)` gives bytes. A reader waits for it, so it neither paces nor asks robots.txt."""
    return FETCHERS.make(
        "http",
        private=settings["private_addresses"],
        robots=False,
        agent=settings["user_agent"],
        timeout=min(10.0, settings["timeout"]),
        gap=0.0,
    )


def health(settings: config.Config, rooms: dict[str, tuple[str, ...]], store: Store | None) -> Health:
    """Settings, parts, and whether the desk is sound; `store` is None where no desk was made yet."""
    hidden = {row.name: "(set)" for row in config.SETTINGS if row.secret and settings[row.name]}
    values = {row.name: Value(hidden.get(row.name, settings[row.name]), settings.origin(row.name), row.help) for row in config.SETTINGS}
    wrong = tuple(store.check()) if store is not None else ()
    if store is None or wrong:
        return Health(values, rooms, settings["desk"] + ("" if store is not None else " (not made yet)"), 0, 0, 0, wrong)
    articles, stories = sum(1 for _ in store.readings()), len(store.stories(Query(limit=10**9)).items)
    return Health(values, rooms, settings["desk"], articles, stories, len(store.problems()), ())


def samples() -> Path:
    """The sample corpus: in the package where it was built into one, else beside the source. Raises `DragomanError`."""
    for folder in (Path(__file__).parent / "samples", Path(__file__).parents[2] / "samples"):
        if folder.is_dir():
            return folder
    raise DragomanError("the sample corpus is not installed")


def read_text(job: Work, gives: tuple[str, ...] = ()) -> Callable[[str, str, str | None, str], Reading]:
    """A function that reads a clean text (text, language, published, title), as far as the fields `gives` need; all where empty."""
    whole = machine(job)
    chosen = whole.annotators if not gives else _needed(whole.annotators, gives)

    def reading(text: str, language: str, published: str | None, title: str) -> Reading:
        article = _article(text, language, published, title)
        if not gives:
            return pipeline.annotate(article, whole)
        made = Reading(article=article)
        for part in chosen:
            made = part.annotate(made)
        return made

    return reading


def _needed(annotators: Sequence[Annotator], gives: Iterable[str]) -> tuple[Annotator, ...]:
    wanted, chosen = set(gives), []
    for part in reversed(annotators):
        if wanted & set(part.gives):
            chosen.append(part)
            wanted |= set(part.needs)
    return tuple(reversed(chosen))


def _article(text: str, language: str, published: str | None, title: str) -> Article:
    url = capture_url((title + "\n" + text).encode("utf-8", "surrogatepass"))
    source = SourceRef("evaluation", "evaluation")
    return Article(
        article_id(url, title, text), url, source, title, text, language, LanguageEvidence("given", 1.0), published=_given(published)
    )


def _given(published: str | None) -> Published:
    """A date, or date and time (ISO 8601), that came with a text."""
    if not published:
        return Published()
    date = published[:10]
    return Published(published, "minute" if "T" in published else "day", "given with the text", date, date)


def parts(job: Work) -> Parts:
    """What evaluation tasks score."""

    def extract(body: bytes, url: str | None) -> Article:
        address = url or capture_url(body)
        article: Article = machine(job).extract(Page(address, address, body, STAGES.load("decide")(body, None)))
        return article

    def cluster(readings: Sequence[Reading]) -> dict[str, tuple[str, str]]:
        undated = any(reading.article.published.earliest is None for reading in readings)
        stories, _ = FILING.make("filing", open_ended=undated).refile([FILING.load("card")(reading) for reading in readings], ())
        homes: dict[str, tuple[str, str]] = {}
        for story in stories:
            for member in sorted(story.members, key=lambda member: member.roundup):
                homes.setdefault(member.article, (member.event or member.article, story.id))
        return homes

    def annotate(text: str, language: str, published: str | None, title: str, gives: tuple[str, ...]) -> Reading:
        return read_text(job, gives)(text, language, published, title)

    def unite(stories: Mapping[str, Sequence[Reading]]) -> Mapping[str, str]:
        casts = [STAGES.load("cast")(story, readings) for story, readings in sorted(stories.items())]
        united: Mapping[str, str] = STAGES.load("identities")(STAGES.load("merges")(casts)).to
        return united

    def pages(path: str) -> Iterator[Page | Problem]:
        archives = FETCHERS.make("archive")
        for lead in STAGES.load("records")(Path(path).absolute().as_uri(), Source("evaluation", "archive", path), archives):
            yield lead if isinstance(lead, Problem) else pipeline.fetch(lead, archives)

    return Parts(
        extract=extract,
        read=read_text(job),
        annotate=annotate,
        embed=embedder(job.embedder).embed,
        cluster=cluster,
        same_story=FILING.load("same_story"),
        copied=partial(FILING.load("copied"), embed=sentences(job.embedder)),
        match=STAGES.load("match"),
        pages=pages,
        unite=unite,
    )
