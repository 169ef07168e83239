"""THE LINE: discover, fetch, read, file, brief. Reading is pure and may run anywhere in parallel; filing is done one at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dragoman.errors import ExtractError, FetchError
from dragoman.model.article import Article
from dragoman.model.page import Page
from dragoman.model.problem import Problem, Stage
from dragoman.model.reading import Reading
from dragoman.model.source import Lead, Source
from dragoman.ports import Annotator, Embedder, Fetcher, SourceKind

Watch = Callable[[str, float, str], None]
LEAD_CHARACTERS = {True: 420, False: 160}  # about 96 tokens of title and lead, by whether the language sets words apart


class Machine(Struct, frozen=True):
    """What reads a page: `extract(page)`, the annotators in order, the embedder, whether a language sets words apart, and `clean(article)`,
    which takes out what was learned of its site."""

    extract: Callable[[Page], Article]
    annotators: tuple[Annotator, ...]
    embedder: Embedder
    spaced: Callable[[str], bool]
    clean: Callable[[Article], Article] = lambda article: article


def discover(sources: Iterable[Source], kind: Callable[[str], SourceKind], fetcher: Fetcher) -> Iterator[Lead | Problem]:
    """Source -> Lead, in the order given, each address once."""
    seen: set[str] = set()
    for source in sources:
        for found in kind(source.kind).discover(source, fetcher):
            if isinstance(found, Problem) or found.url not in seen:
                seen.add(found.url)
                yield found


def fetch(lead: Lead, fetcher: Fetcher) -> Page | Problem:
    """Lead -> Page."""
    try:
        return fetcher.fetch(lead)
    except FetchError as error:
        return Problem(
            "decode" if error.reason in ("binary", "undecodable") else "fetch", error.reason, lead.url, error.detail, lead.source
        )


def read(page: Page, machine: Machine, watch: Watch | None = None) -> Reading | Problem:
    """Page -> Article -> Reading."""
    return _guarded(lambda: machine.clean(machine.extract(page)), page.asked, page.source, machine, watch)


def again(article: Article, machine: Machine) -> Reading | Problem:
    """Article -> Reading, without what was learned of its site since."""
    return _guarded(lambda: machine.clean(article), article.url, None, machine, None)


def _guarded(article: Callable[[], Article], asked: str, source: str | None, machine: Machine, watch: Watch | None) -> Reading | Problem:
    """The one broad net of the project: a page that breaks a part becomes a Problem and stops nothing else."""
    stage: Stage = "extract"
    try:
        started = time.perf_counter()
        made = article()
        _tell(watch, stage, started, f"{made.language}, {len(made.text)} characters, {len(made.removed)} lines removed")
        stage = "annotate"
        return annotate(made, machine, watch)
    except ExtractError as error:
        return Problem("extract", error.reason, asked, error.detail, source)
    except Exception as error:  # noqa: BLE001 - see the docstring
        return Problem(stage, "crash", asked, f"{type(error).__name__}: {error}", source)


def annotate(article: Article, machine: Machine, watch: Watch | None = None) -> Reading:
    """Article -> Reading: the annotators in order, then the event vector of title and lead."""
    reading = Reading(article=article)
    for part in machine.annotators:
        started = time.perf_counter()
        reading = part.annotate(reading)
        _tell(
            watch, part.name, started, ", ".join(f"{len(getattr(reading, name))} {name}" for name in part.gives if hasattr(reading, name))
        )
    started = time.perf_counter()
    head = f"{article.title}\n{article.text}"[: LEAD_CHARACTERS[machine.spaced(article.language)]]
    vector = tuple(machine.embedder.embed([head], [article.language])[0])
    _tell(watch, "embed", started, f"{len(vector)} numbers")
    return replace(reading, vector=vector, made_by=made_by(machine))


def made_by(machine: Machine) -> tuple[str, ...]:
    """Who makes a reading: every annotator, and the embedder, as "name@version"."""
    embedder = machine.embedder
    return (*(f"{part.name}@{part.version}" for part in machine.annotators), f"{embedder.name}@{embedder.version}")


class Arrival(Struct, frozen=True):
    """A reading on its way to the desk: the address asked for, the digest of its bytes, what was understood, and the page where its bytes
    are to be kept."""

    asked: str
    digest: str
    reading: Reading
    page: Page | None = None


def batches(items: Iterable[Arrival | Problem], size: int) -> Iterator[tuple[list[Arrival], list[Problem]]]:
    """Arrivals in batches of about `size`, each in canonical order (publication date, id) so that filing hangs less on arrival."""
    arrivals: list[Arrival] = []
    problems: list[Problem] = []
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            arrivals.append(item)
        if len(arrivals) + len(problems) >= size:
            yield sorted(arrivals, key=_canonical), problems
            arrivals, problems = [], []
    if arrivals or problems:
        yield sorted(arrivals, key=_canonical), problems


def _canonical(arrival: Arrival) -> tuple[str, str]:
    published = arrival.reading.article.published
    return published.earliest or published.value or "9999", arrival.reading.article.id


def _tell(watch: Watch | None, stage: str, started: float, made: str) -> None:
    if watch:
        watch(stage, time.perf_counter() - started, made)
