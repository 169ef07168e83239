"""The quality gate lets nothing fall in silence: a lowered score, a changed set and a missing metric fail it, an absent set is told."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.evaluation import TASKS

ROOT = Path(__file__).parents[2]
ROW = "times times/made-up"


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality_gate", ROOT / "quality" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "times" / "made-up"
    folder.mkdir(parents=True)
    text, words = "The envoys met in Accra on 4 March 2024.", "on 4 March 2024"
    start = text.index(words) + len("on ")
    label = {"start": start, "end": text.index(words) + len(words), "type": "DATE", "value": "2024-03-04"}
    record = {"id": "1", "language": "en", "text": text, "published": "2024-03-05", "times": [label]}
    (folder / "docs.jsonl").write_text(json.dumps(record), "utf-8")
    return tmp_path / "data"


def run(gate: ModuleType, data: Path, floors: dict[str, float], *more: str, digest: str = "") -> tuple[int, dict[str, Any]]:
    file = data.parent / "floors.json"
    file.write_text(json.dumps({ROW: {"digest": digest, "floors": floors}}), "utf-8")
    code = gate.main(["--data", str(data), "--floors", str(file), *more])
    return code, json.loads(file.read_text("utf-8"))[ROW]


def test_a_score_at_its_floor_holds(gate: ModuleType, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gate, data, {"strict_f1": 1.0, "value_accuracy": 0.9})[0] == 0
    assert f"held   {ROW} strict_f1: 1.0000 (floor 1.0000)" in capsys.readouterr().out


def test_a_score_below_its_floor_fails(gate: ModuleType, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "times" / "made-up" / "docs.jsonl"
    file.write_text(file.read_text("utf-8").replace('"value": "2024-03-04"', '"value": "2024-03-03"'), "utf-8")
    assert run(gate, data, {"strict_f1": 1.0, "value_accuracy": 0.9})[0] == 1
    printed = capsys.readouterr().out
    assert f"FAILED {ROW} value_accuracy: 0.0000 (floor 0.9000)" in printed
    assert "0 sets held, 1 failed, 0 skipped" in printed


def test_a_metric_that_the_task_no_longer_gives_fails(gate: ModuleType, data: Path) -> None:
    assert run(gate, data, {"gone": 0.0})[0] == 1


def test_a_set_that_is_not_here_is_skipped_and_told(gate: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gate, tmp_path / "nowhere", {"strict_f1": 1.0})[0] == 0
    assert f"skipped {ROW}" in capsys.readouterr().out


def test_another_set_under_the_same_name_fails(gate: ModuleType, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gate, data, {"strict_f1": 0.0}, digest="0" * 16)[0] == 1
    assert "not the one" in capsys.readouterr().out


def test_a_broken_set_fails_and_says_why(gate: ModuleType, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "times" / "made-up" / "docs.jsonl").write_text("{", "utf-8")
    assert run(gate, data, {"strict_f1": 0.0})[0] == 1
    assert "line 1" in capsys.readouterr().out


def test_an_update_raises_floors_and_never_lowers_one(gate: ModuleType, data: Path) -> None:
    code, row = run(gate, data, {"strict_f1": 0.5, "relaxed_f1": 0.999, "value_f1": 1.5}, "--update")
    assert code == 1
    assert row["floors"] == {"strict_f1": 0.99, "relaxed_f1": 0.999, "value_f1": 1.5}
    assert row["digest"] == gate.digest(data / "times" / "made-up")


def test_a_task_without_floors_is_wrong_use(gate: ModuleType, data: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(gate, data, {"strict_f1": 0.5}, "--only", "quotes")
    assert stopped.value.code == 2


def test_the_floors_name_tasks_and_carry_the_digests_of_their_sets(gate: ModuleType) -> None:
    floors = json.loads(gate.FLOORS.read_text("utf-8"))
    assert gate.written(floors) == gate.FLOORS.read_text("utf-8")
    assert {name.split(" ")[0] for name in floors} <= set(TASKS)
    assert all(len(row["digest"]) == 16 and row["floors"] for row in floors.values())
