"""Every part of every table can be loaded and fits the port of its room."""

from __future__ import annotations

import pytest

from dragoman.annotate import PARTS as ANNOTATORS
from dragoman.annotate.taggers import TAGGERS
from dragoman.cli import COMMANDS
from dragoman.evaluation import TASKS
from dragoman.export import EXPORTS
from dragoman.fetch import FETCHERS
from dragoman.link import PARTS as LINKERS
from dragoman.ports import Annotator, Embedder, Exporter, Fetcher, Runner, SourceKind, Store, Tagger, Task
from dragoman.providers.embed import EMBEDDERS
from dragoman.registry import Table
from dragoman.run import RUNNERS
from dragoman.sources import KINDS
from dragoman.store import STORES

ROOMS: list[tuple[Table, type]] = [
    (ANNOTATORS, Annotator), (LINKERS, Annotator), (TAGGERS, Tagger), (TASKS, Task), (EXPORTS, Exporter), (FETCHERS, Fetcher),
    (EMBEDDERS, Embedder), (RUNNERS, Runner), (KINDS, SourceKind), (STORES, Store),
]  # fmt: skip
PARTS = [(table, name, port) for table, port in ROOMS for name in table]


@pytest.mark.parametrize(("table", "name", "port"), PARTS, ids=lambda value: value if isinstance(value, str) else "")
def test_it_loads_and_has_every_verb_of_its_port(table: Table, name: str, port: type) -> None:
    part = table.load(name)
    verbs = {verb for verb in vars(port) if not verb.startswith("_") and callable(getattr(port, verb, None))}
    assert verbs
    assert [verb for verb in sorted(verbs) if not callable(getattr(part, verb, None))] == []
    assert part.__doc__


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_loads_and_explains_itself(name: str) -> None:
    assert COMMANDS.load(name).__doc__


def test_ports_have_at_most_ten_verbs() -> None:
    for _, port in ROOMS:
        assert len([verb for verb in vars(port) if not verb.startswith("_") and callable(getattr(port, verb))]) <= 10
