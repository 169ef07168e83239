"""Imports point down only, pure rooms stay pure, nothing hides in a function - and the checks catch those who break it."""

from __future__ import annotations

from pathlib import Path

import pytest

from architecture.source_tree import FLOORS, SRC, floor_faults, hidden_imports, module_of, modules, purity_faults

ALL = modules()


def test_every_room_stands_on_a_floor() -> None:
    assert {module.room for module in ALL if module.name} <= set(FLOORS)


@pytest.mark.parametrize("check", [floor_faults, purity_faults, hidden_imports])
def test_the_house_holds(check) -> None:
    assert [fault for module in ALL for fault in check(module)] == []


def mutant(tmp_path: Path, name: str, text: str):
    src = tmp_path / "dragoman"
    path = src / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return module_of(path, src)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("annotate/bad.py", "from dragoman.store.sqlite import Sqlite\n"),
        ("model/bad.py", "from dragoman.text.words import words\n"),
        ("extract/bad.py", "import dragoman.link.aliases\n"),
        ("pipeline.py", "from dragoman.desk import Desk\n"),
    ],
)
def test_a_mutant_that_imports_upward_or_sideways_is_caught(tmp_path: Path, name: str, text: str) -> None:
    assert floor_faults(mutant(tmp_path, name, text))


@pytest.mark.parametrize(
    "text",
    [
        "import socket\n",
        "from urllib.request import urlopen\n",
        "import sqlite3 as s\n",
        "from pathlib import Path\n",
        "def f():\n    return open('x').read()\n",
        "from datetime import datetime\ndef f():\n    return datetime.now()\n",
        "import random\n",
    ],
)
def test_a_mutant_of_a_pure_room_that_does_io_is_caught(tmp_path: Path, text: str) -> None:
    assert purity_faults(mutant(tmp_path, "cluster/bad.py", text))


@pytest.mark.parametrize(
    "text", ["def f():\n    import json\n", "class A:\n    def g(self):\n        from os import path\n        return path\n"]
)
def test_a_mutant_with_an_import_in_a_function_is_caught(tmp_path: Path, text: str) -> None:
    assert hidden_imports(mutant(tmp_path, "store/bad.py", text))


def test_a_mutant_that_loads_modules_by_itself_is_caught(tmp_path: Path) -> None:
    text = "import importlib\n\ndef f(name):\n    return importlib.import_module(name)\n"
    assert hidden_imports(mutant(tmp_path, "brief/bad.py", text))


def test_language_and_actor_rooms_hold_little_code() -> None:
    code = [module for module in ALL if module.room in ("languages", "actors")]
    assert len(code) <= 9, [module.name for module in code]
    assert not [path for path in (SRC / "languages").rglob("*.py") if path.parent != SRC / "languages"]
