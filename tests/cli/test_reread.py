"""`dragoman reread` reads again what waits for it and says what came of it."""

from __future__ import annotations

import json
from pathlib import Path


def test_it_says_what_was_read_again(run, samples: Path) -> None:
    assert run("collect", str(samples / "visa"), "--desk", "d").exit_code == 0
    assert json.loads(run("reread", "--desk", "d", "--json").stdout) == {
        "reread": 0,
        "changed": 0,
        "unchanged": 0,
        "failed": 0,
        "problems": [],
    }
    done = json.loads(run("reread", "--all", "--desk", "d", "--json").stdout)
    assert done["reread"] == done["unchanged"] > 0
    assert f"{done['reread']} read again: 0 changed" in run("reread", "--all", "--desk", "d").stdout


def test_an_unknown_site_and_no_desk_are_told(run, samples: Path) -> None:
    assert run("reread", "--desk", "none").exit_code == 1
    assert run("reread", "a.example", "--all").exit_code == 2
