from __future__ import annotations

import json

from typer.testing import CliRunner

from dragoman.cli import app


def test_the_document_is_printed_for_people_and_for_programs():
    whole, line = CliRunner().invoke(app, ["openapi"]).stdout, CliRunner().invoke(app, ["openapi", "--json"]).stdout
    assert json.loads(whole) == json.loads(line)
    assert json.loads(line)["openapi"] == "3.1.0"
    assert (len(line.splitlines()), len(whole.splitlines()) > 100) == (1, True)
