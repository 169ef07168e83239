"""Collecting counts what came, and knows what it has read."""

from __future__ import annotations

from pathlib import Path

from dragoman import assembly, config, pipeline
from dragoman.collecting import Collecting
from dragoman.fetch.file import FileFetcher
from dragoman.model.problem import Problem
from dragoman.model.source import Lead
from dragoman.run import RUNNERS
from dragoman.store.memory import Memory
from walk.furnished import html


def test_new_pages_are_stored_known_ones_counted_and_problems_handed_on(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(html(1, ["The ferry between Marn and Pell resumed on Monday after a storm of six days."] * 3), "utf-8")
    store, job = Memory(), assembly.work(config.load(given={"annotators": "sentences", "embedder": "hashing"}))
    page = pipeline.fetch(Lead(url=(tmp_path / "1.html").as_uri(), source="s"), FileFetcher())
    problem = Problem("fetch", "status", "https://s.example/gone")
    seen: list[tuple[int, int | None]] = []
    for expected in (
        {"new": 1, "known": 0, "changed": 0, "removed": 0},
        {"new": 0, "known": 1, "changed": 0, "removed": 0},
    ):
        run = Collecting(store, store, job, 16, "2026-01-01T00:00:00Z")
        assert run.run([page, problem], 2, RUNNERS.make("serial"), lambda done, total: seen.append((done, total))) == (expected, [problem])
    assert len(list(store.readings())) == 1
    assert seen[0] == (2, 2)
