"""`dragoman judge` and `dragoman undo`: a person's word, kept, obeyed, taken back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def desk(sample_desk: Path, tmp_path: Path) -> str:
    return shutil.copytree(sample_desk, tmp_path / "desk")


def test_a_word_is_obeyed_listed_and_taken_back(run, desk: str) -> None:
    made = run("judge", "same", "Scott Morrison", "Alex Hawke", "--desk", str(desk), "--json")
    assert made.exit_code == 0, made.output
    said = json.loads(made.stdout)
    assert (said["n"], said["kind"], said["undone"]) == (1, "same", None)
    shown = json.loads(run("entities", "Scott Morrison", "--desk", str(desk), "--json").stdout)
    assert {"Scott Morrison", "Alex Hawke"} <= {name for names in shown["names"].values() for name in names}
    assert [one["n"] for one in shown["judgements"]] == [1]
    refused = run("judge", "different", "Scott Morrison", "Alex Hawke", "--desk", str(desk))
    assert refused.exit_code == 1
    assert "contradicts judgement 1" in str(refused.exception)
    assert run("undo", "1", "--desk", str(desk)).exit_code == 0
    (listed,) = json.loads(run("judge", "list", "--desk", str(desk), "--json").stdout)["items"]
    assert listed["undone"]
    again = json.loads(run("entities", "Scott Morrison", "--desk", str(desk), "--json").stdout)
    assert "Alex Hawke" not in again["names"].get("en", [])


def test_wrong_use_is_told(run, desk: str) -> None:
    for words in (("same", "a"), ("same",), ("list", "a"), ("merge", "a"), ("split", "a"), ("same", "a", "b", "c")):
        assert run("judge", *words, "--desk", str(desk)).exit_code == 2
    assert run("undo", "--desk", str(desk)).exit_code == 1
    assert run("judge", "same", "Nobody At All", "Scott Morrison", "--desk", str(desk)).exit_code == 1


def test_people_get_lines(run, desk: str) -> None:
    told = run("judge", "same", "Scott Morrison", "Alex Hawke", "--desk", str(desk)).stdout
    assert "are same; in force" in told
    assert "person:scott" in run("judge", "list", "--desk", str(desk)).stdout
    assert "undone at" in run("undo", "--desk", str(desk)).stdout


def test_stories_are_merged_parted_and_the_later_word_counts(run, desk: str) -> None:
    def stories() -> dict[str, list[str]]:
        return {one["id"]: one["members"] for one in json.loads(run("stories", "--desk", str(desk), "--json").stdout)["items"]}

    before = stories()
    small, large = sorted(before, key=lambda story: len(before[story]))[:2]
    merged = run("judge", "merge", small, large, "--desk", str(desk))
    assert "are of one story; in force" in merged.stdout
    after = stories()
    assert len(after) == len(before) - 1
    assert sorted(before[small] + before[large]) == sorted(after[large])
    assert json.loads(run("story", small, "--desk", str(desk), "--json").stdout)["story"] == large
    parted = run("judge", "different", before[small][0], before[large][0], "--desk", str(desk))
    assert "are of two stories; in force" in parted.stdout
    assert "contradicts judgement 1: the later word counts" in parted.output
    assert "overruled by 2" in run("judge", "list", "--desk", str(desk)).stdout
    for _ in range(2):
        assert run("undo", "--desk", str(desk)).exit_code == 0
    assert stories() == before
