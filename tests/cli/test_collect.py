"""`dragoman collect` files pages, counts them, and knows them again."""

from __future__ import annotations

import json
from pathlib import Path


def test_new_pages_are_known_the_second_time_and_changed_ones_are_seen(run, samples: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = (samples / "visa/01-en-harbour.html").read_text("utf-8")
    page.write_text(text, "utf-8")
    counts = []
    for changed in (text, text, text.replace("A hearing is scheduled for Sunday.", "A hearing is scheduled for Monday.")):
        page.write_text(changed, "utf-8")
        result = run("collect", str(page), "--desk", "d", "--json")
        assert result.exit_code == 0, result.output
        done = json.loads(result.stdout)
        counts.append((done["new"], done["known"], done["changed"], done["failed"]))
    assert counts == [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)]


def test_failures_are_counted_listed_and_exit_1(run, samples: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("collect", str(tmp_path / "empty.txt"), str(samples / "visa/02-fr-courrier.txt"), "--desk", "d")
    assert result.exit_code == 1
    assert "1 new, 0 known, 0 changed, 1 failed" in result.stdout
    assert "empty.txt" in result.stderr
    problems = json.loads(run("doctor", "--desk", "d", "--json").stdout)["problems"]
    assert problems == 1


def test_several_processes_make_the_same_desk(run, samples: Path) -> None:
    for desk, workers in (("one", "1"), ("two", "2")):
        assert run("collect", str(samples / "visa"), str(samples / "alone"), "--desk", desk, "--workers", workers).exit_code == 0
    assert run("stories", "--desk", "one", "--json").stdout == run("stories", "--desk", "two", "--json").stdout
