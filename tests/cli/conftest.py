"""Running commands in this process, as a shell would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("stories", "--json")` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def go(*words: str, text: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=text)

    return go


@pytest.fixture
def ask(run: Run, sample_desk: Path) -> Callable[..., Any]:
    """A command on the sample desk, its JSON decoded."""

    def go(*words: str) -> Any:
        result = run(*words, "--desk", str(sample_desk), "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return go
