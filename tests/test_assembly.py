"""Parts are put together by their names, once a process."""

from __future__ import annotations

import pickle

import pytest

from dragoman import assembly, config
from dragoman.errors import FetchError, PartError
from dragoman.model.source import Lead

LIGHT = config.load(given={"embedder": "none", "annotators": "sentences, times"})


def test_the_settings_choose_the_parts() -> None:
    job = assembly.work(LIGHT)
    assert job == assembly.Work(("sentences", "times"), "none")
    assert [part.name for part in assembly.machine(job).annotators] == ["sentences", "times"]
    assert set(assembly.work(config.load()).annotators) >= {
        "sentences",
        "mentions",
        "aliases",
        "statements",
        "stances",
        "events",
        "figures",
    }


def test_a_job_travels_to_another_process_and_its_machine_is_made_once() -> None:
    job = assembly.work(LIGHT)
    assert pickle.loads(pickle.dumps(job)) == job
    assert assembly.machine(job) is assembly.machine(assembly.work(LIGHT))


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(PartError, match="'nonsense'"):
        assembly.machine(assembly.work(config.load(given={"annotators": "nonsense"})))


def test_parts_run_only_as_far_as_the_fields_asked_for_need() -> None:
    read = assembly.read_text(assembly.work(config.load(given={"embedder": "none"})), ("times",))
    reading = read("The talks begin on 12 January 2022.", "en", "2022-01-08", "")
    assert reading.times
    assert reading.sentences
    assert not reading.mentions
    assert reading.article.published.value == "2022-01-08"


def test_the_limits_of_the_settings_hold() -> None:
    fetcher = assembly.fetcher(config.load(given={"max_bytes": 10}))
    with pytest.raises(FetchError, match="too large"):
        fetcher.fetch(Lead(__file__))
    with pytest.raises(FetchError, match="private address"):
        fetcher.fetch(Lead("http://127.0.0.1:9/"))


def test_the_time_that_came_with_a_text_is_kept() -> None:
    read = assembly.read_text(assembly.Work((), "none"))
    given = [read("A text.", "en", when, "").article.published for when in ("2021-07-01T08:01:00", "2021-07-01", None)]
    assert [one.precision for one in given] == ["minute", "day", "unknown"]
    assert [one.earliest for one in given] == ["2021-07-01", "2021-07-01", None]
