"""The line: each stage hands on what it made, and what breaks becomes a problem that stops nothing else."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman import pipeline
from dragoman.errors import ExtractError, FetchError
from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.annotations import Sentence
from dragoman.model.article import Article, LanguageEvidence, Published, SourceRef
from dragoman.model.page import Page
from dragoman.model.problem import Problem
from dragoman.model.reading import Reading
from dragoman.model.source import Lead, Source
from dragoman.providers.embed.hashing import Hashing
from dragoman.sources import KINDS


class Whole:
    """An annotator that takes the whole text for a sentence."""

    name, version, needs, gives = "whole", "1", (), ("sentences",)

    def annotate(self, reading: Reading) -> Reading:
        if "explode" in reading.article.text:
            raise ZeroDivisionError("a bug")
        return replace(reading, sentences=(Sentence(0, len(reading.article.text)),))


def extract(page: Page) -> Article:
    text = page.body.decode(page.encoding)
    if text == "nothing":
        raise ExtractError("no text", "the page holds no text")
    language = LanguageEvidence("test", 1.0)
    return Article("a" + text[:8], page.url, SourceRef("s", "S"), "T", text, "en", language, published=Published(earliest=text[:10]))


MACHINE = pipeline.Machine(extract, (Whole(),), Hashing(), lambda code: True)


def page(text: str) -> Page:
    return Page("u", "u", text.encode(), "utf-8", source="s")


def test_a_page_becomes_a_reading_that_says_who_made_it() -> None:
    reading = pipeline.read(page("some text"), MACHINE)
    assert isinstance(reading, Reading)
    assert reading.made_by == ("whole@1", "hashing@1")
    assert len(reading.vector) == Hashing().size


def test_a_page_without_an_article_is_a_problem_with_its_reason() -> None:
    problem = pipeline.read(page("nothing"), MACHINE)
    assert problem == Problem("extract", "no text", "u", "the page holds no text", "s")


def test_a_part_that_breaks_stops_only_its_page() -> None:
    problem = pipeline.read(page("explode"), MACHINE)
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.reason, problem.detail) == ("annotate", "crash", "ZeroDivisionError: a bug")


def test_the_watch_sees_every_stage_in_order() -> None:
    seen: list[str] = []
    pipeline.read(page("some text"), MACHINE, lambda stage, seconds, made: seen.append(stage))
    assert seen == ["extract", "whole", "embed"]


def test_a_lead_that_cannot_be_fetched_is_a_problem() -> None:
    problem = pipeline.fetch(Lead("https://gone.example/", "s"), RecordedFetcher())
    assert isinstance(problem, Problem)
    assert (problem.stage, problem.reason, problem.source) == ("fetch", "status", "s")


def test_what_is_no_text_failed_in_decoding() -> None:
    class Refusing:
        def fetch(self, lead: Lead) -> Page:
            raise FetchError("binary", "a picture")

    problem = pipeline.fetch(Lead("u"), Refusing())
    assert isinstance(problem, Problem)
    assert problem.stage == "decode"


def test_each_address_is_discovered_once() -> None:
    sources = [Source("one", "file", "/a.html"), Source("two", "file", "/a.html"), Source("three", "file", "/b.html")]
    leads = list(pipeline.discover(sources, KINDS.make, RecordedFetcher()))
    assert [lead.url for lead in leads] == ["file:///a.html", "file:///b.html"]


def test_batches_are_in_canonical_order_and_lose_nothing() -> None:
    def arrival(text: str) -> pipeline.Arrival:
        reading = pipeline.read(page(text), MACHINE)
        assert isinstance(reading, Reading)
        return pipeline.Arrival("u", "d", reading)

    items = [arrival("2022-01-12 b"), arrival("2022-01-10 a"), Problem("fetch", "status", "u"), arrival("2022-01-09 c")]
    batches = list(pipeline.batches(items, 3))
    assert [[one.reading.article.text[:10] for one in arrivals] for arrivals, _ in batches] == [
        ["2022-01-10", "2022-01-12"],
        ["2022-01-09"],
    ]
    assert [len(problems) for _, problems in batches] == [1, 0]
