"""Every kind of source keeps the promises of the port: leads and problems come, nothing is raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.fetch.recorded import RecordedFetcher
from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import SourceKind
from dragoman.sources import KINDS, source_of

WORDS = [
    "",
    "-",
    "no such file",
    "https://gone.example/",
    "feed+https://gone.example/x",
    "file:///no/such",
    "\0",
    "http://[",
    "a" * 5000,
    "юникод.html",
]


@pytest.mark.parametrize("name", list(KINDS))
def test_it_fits_the_port(name: str) -> None:
    kind = KINDS.make(name)
    assert isinstance(kind, SourceKind)
    assert kind.name == name


@pytest.mark.parametrize("name", list(KINDS))
@pytest.mark.parametrize("what", WORDS)
def test_any_word_gives_leads_or_problems(name: str, what: str) -> None:
    kind = KINDS.make(name)
    if kind.accepts(what):
        found = list(kind.discover(Source("s", name, what), RecordedFetcher()))
        assert all(isinstance(one, (Lead, Problem)) for one in found)
        assert all(one.source == "s" for one in found if isinstance(one, Lead))


@pytest.mark.parametrize("what", WORDS)
def test_every_word_finds_a_kind(what: str) -> None:
    assert source_of(what).kind in KINDS


def test_what_is_on_this_machine_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>x</p>", "utf-8")
    assert source_of(str(tmp_path)).kind == "folder"
    assert source_of(str(tmp_path / "a.html")).kind == "file"
