from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli import app

RUN = CliRunner()
WRONG = 'party = "RU"\nperson = [{ id = "x", en = "X", roles = [["president", "soon"]] }]\n'


def test_the_shipped_tables_are_sound() -> None:
    done = RUN.invoke(app, ["actors", "check"])
    assert done.exit_code == 0
    assert done.stdout.endswith(" files, 0 faults\n")


def test_own_files_are_checked_with_file_and_entry(tmp_path: Path) -> None:
    (tmp_path / "RU.toml").write_text(WRONG, "utf-8")
    done = RUN.invoke(app, ["actors", "check", str(tmp_path)])
    assert done.exit_code == 1
    assert f"{tmp_path / 'RU.toml'}: person x: role 'president': 'soon' is no ISO date" in done.stdout
    told = json.loads(RUN.invoke(app, ["actors", "check", str(tmp_path / "RU.toml"), "--json"]).stdout)
    assert told["files"] == 1
    assert told["faults"][0]["entry"] == "person x"


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("party = ", "utf-8")
    for path in (tmp_path / "a.toml", tmp_path / "none.toml"):
        done = RUN.invoke(app, ["actors", "check", str(path)])
        assert done.exit_code == 1
        assert "cannot be read" in done.stdout


def test_anything_but_check_is_wrong_use() -> None:
    assert RUN.invoke(app, ["actors", "paint"]).exit_code == 2
