"""`dragoman bench` measures filing on made-up streams."""

from __future__ import annotations

import json


def test_each_stream_is_told_as_json(run) -> None:
    result = run("bench", "cluster", "--articles", "20,40", "--active", "10", "--json")
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [pace["articles"] for pace in found] == [20, 40]
    assert found[0]["ratio"] == 1.0


def test_what_cannot_be_measured_is_wrong_use(run) -> None:
    assert run("bench", "reading").exit_code == 2
    assert run("bench", "cluster", "--articles", "many").exit_code == 2
