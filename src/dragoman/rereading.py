"""Learning from the pages that a desk holds, and reading them again: the desk's use cases around furniture."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dragoman import assembly, pipeline
from dragoman.errors import NotFoundError
from dragoman.extract import READERS
from dragoman.extract.lines.learned import KIND, LEARNED, clean, key, learn, observe, reason, standing
from dragoman.model.article import Article
from dragoman.model.furniture import Corrected, Correction, Furniture, FurnitureItem, Kept, LineCount, Reread, Verdict
from dragoman.model.ids import article_id
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.query import Query
from dragoman.model.reading import Reading
from dragoman.model.story import Story
from dragoman.ports import Runner, Shelf, Store

T = TypeVar("T")
PART = 200
"""Readings that are held at a time."""

LEAST = 3
"""Documents from which a line is looked at."""

STATES = ("kept", "removed", "learned", "not yet")

Progress = Callable[[int, int | None], None]


class Item(Struct, frozen=True):
    """Something to be read again: a page's bytes or an article, and the address that it keeps on the desk."""

    what: Page | Article
    url: str


class Again(Struct, frozen=True):
    """Reading again; it travels to worker processes."""

    job: assembly.Work

    def __call__(self, item: Item) -> Reading | Problem:
        machine = assembly.machine(self.job)
        if isinstance(item.what, Article):
            return pipeline.again(item.what, machine)
        return pipeline.read(item.what, replace(machine, extract=lambda page: _under(item.url, machine.extract(page))))


def _under(url: str, article: Article) -> Article:
    """The article under the address by which the desk knows it, whatever address the page is now seen to name."""
    return article if article.url == url else replace(article, url=url, id=article_id(url, article.title, article.text))


def learn_furniture(store: Store, shelf: Shelf) -> None:
    """Counts the lines of the articles that were not counted yet, and learns the furniture of the sites where that changed the counts."""
    for part in _parts(shelf.unseen(), PART):
        shelf.observe([observe(reading.article, _fetched(shelf, reading.article)) for reading in store.readings(ids=part)])
    for seen in shelf.sites():
        if seen.fresh:
            shelf.learn(seen.site, learn(seen.site, shelf.counts(seen.site, LEAST)))


def _fetched(shelf: Shelf, article: Article) -> str | None:
    """When the page was fetched, where its date of publication is not known."""
    if article.published.value is not None:
        return None
    kept = shelf.kept(article.id)
    return kept.page.fetched if kept and kept.page else None


def settle(
    store: Store,
    shelf: Shelf,
    settings: Mapping[str, Any],
    runner: Runner,
    wanted: Sequence[str] = (),
    progress: Progress | None = None,
) -> Reread:
    """Learns from articles that are new, and reads again those that wait for it and those `wanted` besides."""
    learn_furniture(store, shelf)
    due = dict(shelf.waiting()) | dict.fromkeys(wanted, True)
    job = assembly.work(settings, shelf.learned())
    return read_again(store, shelf, list(due.items()), runner, job, progress) if due else Reread()


def wanted(store: Store, shelf: Shelf, job: assembly.Work, sites: Sequence[str], everything: bool) -> list[str]:
    """Articles to be read again: all of these sites, or all, or those that other versions of extraction or annotation made. Raises
    `NotFoundError` naming a site that the desk does not know."""
    if everything and not sites:
        return [reading.article.id for reading in store.readings()]
    if not sites:
        made_by, extractors = pipeline.made_by(assembly.machine(job)), _extractors()
        readings = store.readings()
        return [one.article.id for one in readings if one.made_by != made_by or one.article.extracted_by not in extractors]
    found: list[str] = []
    for site in sites:
        ids = [reading.article.id for reading in store.readings(Query(source=site))]
        if not ids:
            raise NotFoundError(_unknown(shelf, site))
        found += ids
    return found


def _extractors() -> frozenset[str]:
    """What articles of today's extraction say of who made them."""
    return frozenset(READERS.load(name).__globals__.get("MADE_BY", "") for name in READERS)


def read_again(
    store: Store, shelf: Shelf, wanted: Sequence[tuple[str, bool]], runner: Runner, job: assembly.Work, progress: Progress | None = None
) -> Reread:
    """Reads articles again: from the bytes of their pages where that is asked for and they are kept, else from the article as it is held.
    Each changed one is stored in one transaction with its story, in which it takes the place of the old version."""
    known = job.known()
    waiting: deque[tuple[Reading, Kept]] = deque()
    count, problems = {"changed": 0, "unchanged": 0}, []

    def items() -> Iterator[Item]:
        for article, from_bytes in wanted:
            for old in store.readings(ids=[article]):
                kept = shelf.kept(article) or Kept(old.article.url, "")
                page = kept.page if from_bytes else None
                if page is None and not from_bytes and clean(old.article, known) == old.article:
                    count["unchanged"] += 1
                    shelf.observe([observe(old.article, _fetched(shelf, old.article))])
                    continue
                waiting.append((old, kept))
                yield Item(page or old.article, old.article.url)

    for result in runner.map(Again(job), items()):
        old, kept = waiting.popleft()
        if isinstance(result, Problem):
            problems.append(result)
            store.report([result])
        elif _same(old, result):
            count["unchanged"] += 1
        else:
            count["changed"] += 1
            store.save(kept.asked, kept.digest, result, _stories(store, old.article.id, result.article.id))
        article = old.article if isinstance(result, Problem) else result.article
        shelf.observe([observe(article, _fetched(shelf, article))])
        if progress:
            progress(sum(count.values()) + len(problems), len(wanted))
    return Reread(sum(count.values()) + len(problems), **count, failed=len(problems), problems=tuple(problems))


def _same(old: Reading, new: Reading) -> bool:
    """Whether nothing changed; vectors are made of the same text by the same maker then."""
    return replace(new, vector=()) == replace(old, vector=())


def _stories(store: Store, old: str, new: str) -> tuple[Story, ...]:
    """The story of an article, with the new version in the place of the old one."""
    try:
        story = store.story(old)
    except NotFoundError:
        return ()
    members = (replace(member, article=new) if member.article == old else member for member in story.members)
    return (replace(story, members=tuple(members)),)


def furniture(shelf: Shelf, site: str, everything: bool) -> Furniture:
    """What was learned of a site and what people said of its lines; `everything`: also lines of two and more documents that are not, or
    not yet, furniture. Raises `NotFoundError`."""
    seen = next((one for one in shelf.sites() if one.site == site), None)
    if seen is None:
        raise NotFoundError(_unknown(shelf, site))
    learned = shelf.learned(site)
    held = {(line.template, line.key) for line in learned.lines}
    said = {name: one for (_, name), one in standing(learned.corrections).items()}
    items = []
    counts = shelf.counts(site, 1 if said else 2)
    for count in counts:
        if (count.template, count.key) in held or (count.key in said and not count.template):
            items.append(_item(site, count, said.get(count.key), (count.template, count.key) in held))
        elif everything and not count.template and count.pages > 1 and count.ruled < count.seen:
            items.append(_item(site, count, None, False))
    items.sort(key=lambda item: (STATES.index(item.state), -item.pages, item.line, item.template))
    return Furniture(site, seen.pages, seen.templates, _waiting(shelf, site), tuple(items))


def _item(site: str, count: LineCount, said: Correction | None, learned: bool) -> FurnitureItem:
    state = {"keep": "kept", "remove": "removed"}[said.verdict] if said else "learned" if learned else "not yet"
    why = f"a person said so at {said.at}" if said else reason(site, count).removeprefix(LEARNED)
    where = "head" if count.start < 1 <= count.end else "foot" if count.end < 1 <= count.start else "middle"
    examples = tuple(dict.fromkeys((count.low, count.high)))
    numbers = (count.pages, count.of, count.days, count.first, count.last)
    return FurnitureItem(
        count.low, count.kind or (KIND if learned or said else "text"), state, why, *numbers, where, count.template, examples
    )


def correct(shelf: Shelf, site: str, line: str, verdict: Verdict | None, now: str) -> Corrected:
    """A person's word on a line of a site; None takes the last one back. Raises `NotFoundError`: the site is not known, no page of it has
    the line, nothing to undo."""
    if all(one.site != site for one in shelf.sites()):
        raise NotFoundError(_unknown(shelf, site))
    name = key(line)
    if not name or (verdict and all(count.key != name for count in shelf.counts(site, 1))):
        raise NotFoundError(f"no page of {site} has the line {line!r}; `dragoman furniture {site} --all` lists those seen more than once")
    force = shelf.correct(Correction(site, name, line, verdict or "keep", now), undo=verdict is None)
    return Corrected(site, line, force, _waiting(shelf, site))


def _waiting(shelf: Shelf, site: str) -> int:
    return next((one.waiting for one in shelf.sites() if one.site == site), 0)


def _unknown(shelf: Shelf, site: str) -> str:
    known = ", ".join(one.site for one in shelf.sites()[:8])
    return f"this desk has no page of {site!r}; `dragoman furniture` lists its sites{f' ({known} ...)' if known else ''}"


def _parts(items: Sequence[T], size: int) -> Iterator[tuple[T, ...]]:
    source = iter(items)
    while part := tuple(islice(source, size)):
        yield part
