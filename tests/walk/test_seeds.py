"""The acceptance case: two captures of one story, compared with what a careful reader takes from them."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import app


def in_process(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
    """The command line in this process: the checker calls it five times, and models take longer to load than pages to read."""
    done = CliRunner().invoke(app, words[1:])
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def test_everything_that_the_gold_of_the_seeds_names_holds(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check = shared / "seeds" / "check.py"
    if not check.is_file():
        pytest.skip("../shared/seeds is not here")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(subprocess, "run", in_process)
    monkeypatch.setattr(sys, "argv", [str(check), "dragoman"])
    with pytest.raises(SystemExit):
        runpy.run_path(str(check), run_name="__main__")
    told = capsys.readouterr().out
    held, every = told.strip().splitlines()[-1].split("/")
    assert held == every, told
