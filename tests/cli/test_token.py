from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.desk import Desk
from dragoman.errors import NotFoundError


@pytest.fixture
def folder(tmp_path: Path) -> str:
    where = str(tmp_path / "desk")
    with Desk.open(desk=where) as desk:
        desk.accounts(write=True).people.add("Ada", role="editor", password="a good long password")
    return where


def run(folder: str, *words: str) -> object:
    done = CliRunner().invoke(app, ["token", *words, "--desk", folder, "--json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_token_is_shown_once_and_opens_until_it_is_revoked(folder):
    made = run(folder, "add", "nightly", "--user", "ada", "--scope", "read,judge", "--days", "30")
    listed = run(folder, "list")["items"]
    assert made["token"] not in json.dumps(listed)
    assert [(one["name"], one["user"], one["scopes"]) for one in listed] == [("nightly", "Ada", ["read", "judge"])]
    with Desk.open(desk=folder) as desk:
        assert desk.accounts().programs.stands_for(made["token"]).name == "Ada"
    assert run(folder, "revoke", made["id"])["items"][0]["revoked"]
    with Desk.open(desk=folder) as desk:
        assert desk.accounts().programs.stands_for(made["token"]) is None


def test_lists_are_tables_for_people(folder):
    runner = CliRunner()
    made = runner.invoke(app, ["token", "add", "nightly", "--user", "Ada", "--desk", folder])
    assert made.stdout.startswith("dragoman_")
    assert len(made.stdout.splitlines()) == 1
    assert "nightly" in runner.invoke(app, ["token", "list", "--user", "Ada", "--desk", folder]).stdout


@pytest.mark.parametrize(
    "words",
    [["add"], ["add", "x"], ["list", "x"], ["revoke"], ["sing"], ["add", "x", "--user", "Ada", "--scope", "write"]],
)
def test_wrong_use_is_exit_2(folder, words):
    assert CliRunner().invoke(app, ["token", *words, "--desk", folder]).exit_code == 2


def test_who_or_what_is_not_there_is_told(folder):
    for words in (["add", "x", "--user", "nobody"], ["revoke", "none"]):
        with pytest.raises(NotFoundError):
            CliRunner().invoke(app, ["token", *words, "--desk", folder], catch_exceptions=False)
