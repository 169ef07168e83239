"""`dragoman why`: an article's place explained, and why it is nowhere else."""

from __future__ import annotations

import json
from pathlib import Path


def test_an_article_is_explained_with_its_neighbours(run, ask, sample_desk: Path) -> None:
    small, large = sorted(ask("stories")["items"], key=lambda story: len(story["members"]))[:: len(ask("stories")["items"]) - 1]
    article = large["members"][0]
    found = ask("why", article)
    assert (found["article"], found["story"]) == (article, large["id"])
    assert found["fits"][0]["inside"]
    assert found["fits"][0]["nearest"]
    assert {fit["story"] for fit in found["rejected"]} <= {story["id"] for story in ask("stories")["items"]} - {large["id"]}
    assert ask("why", article, small["id"])["rejected"][0]["story"] == small["id"]
    told = run("why", article, "--desk", str(sample_desk)).stdout
    assert f"is in {large['id']}" in told
    assert "is needed" in told
    assert "not in s" in told


def test_what_is_no_article_is_not_found(run, ask, sample_desk: Path) -> None:
    for name in ("a0", ask("stories")["items"][0]["id"]):
        assert run("why", name, "--desk", str(sample_desk)).exit_code == 1
    assert json.loads(run("judge", "list", "--desk", str(sample_desk), "--json").stdout)["items"] == []
