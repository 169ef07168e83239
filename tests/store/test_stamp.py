"""The version of a desk's file is another one whenever anything changed, whoever changed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.problem import Problem
from dragoman.store.memory import Memory
from dragoman.store.sqlite import Sqlite


@pytest.mark.parametrize("kept", [True, False])
def test_every_change_is_seen(kept: bool, tmp_path: Path) -> None:
    store = Sqlite(str(tmp_path)) if kept else Memory()
    before = store.version()
    store.problems()
    assert store.version() == before
    store.report([Problem("fetch", "empty", "https://x.example/")])
    assert store.version() != before
    store.close()


def test_changes_by_another_program_are_seen(tmp_path: Path) -> None:
    store, other = Sqlite(str(tmp_path)), Sqlite(str(tmp_path))
    before = store.version()
    other.report([Problem("fetch", "empty", "https://x.example/")])
    assert store.version() != before
    other.close()
    store.close()
