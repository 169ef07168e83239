"""`dragoman demo` reads the samples and prints the brief of the talks."""

from __future__ import annotations

import json


def test_the_demo_prints_the_brief_of_the_largest_story(run) -> None:
    result = run("demo", "--desk", "d", "--no-serve", "--json")
    assert result.exit_code == 0, result.output
    brief = json.loads(result.stdout)
    assert len(brief["members"]) >= 9
    assert {"zh", "en", "ru"} <= set(brief["languages"])
    again = run("demo", "--desk", "d", "--no-serve")
    assert again.exit_code == 0
    assert "0 articles new" in again.stdout
