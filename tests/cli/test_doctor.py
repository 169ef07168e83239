"""`dragoman doctor` shows settings, parts and whether the desk is sound."""

from __future__ import annotations

import json
from pathlib import Path


def test_a_sound_desk_is_called_sound(run, sample_desk: Path) -> None:
    result = run("doctor", "--desk", str(sample_desk))
    assert result.exit_code == 0, result.output
    assert result.stdout.rstrip().endswith("sound")
    assert "mentions" in result.stdout


def test_without_a_desk_there_is_nothing_wrong(run) -> None:
    report = json.loads(run("doctor", "--json").stdout)
    assert report["wrong"] == []
    assert report["settings"]["port"] == {"value": 8000, "origin": "default", "help": "port that the portal listens on"}


def test_a_broken_desk_is_exit_code_1_and_is_left_alone(run, tmp_path: Path) -> None:
    run_desk = tmp_path / "d"
    run_desk.mkdir()
    (run_desk / "desk.sqlite").write_bytes(b"this is no database, but somebody's notes" * 100)
    assert run("doctor", "--desk", "d").exit_code == 1
    assert (run_desk / "desk.sqlite").read_bytes().startswith(b"this is no database")
