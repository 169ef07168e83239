"""`dragoman eval` scores a labelled set and says what is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

RECORD = {
    "id": "1",
    "language": "en",
    "text": "The talks begin on 12 January 2022 in Vienna.",
    "published": "2022-01-08",
    "times": [{"start": 19, "end": 34, "type": "DATE", "value": "2022-01-12"}],
}


def test_a_set_is_scored_with_the_metrics_of_its_field(run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(json.dumps(RECORD) + "\n", "utf-8")
    result = run("eval", "times", str(tmp_path), "--json")
    assert result.exit_code == 0, result.output
    score = json.loads(result.stdout)
    assert {"task", "set", "n", "metrics", "by_language", "peers", "seconds"} <= set(score)
    assert score["n"] == 1
    assert score["metrics"]["value_accuracy"] == 1.0


def test_people_get_a_table(run, tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(json.dumps(RECORD) + "\n", "utf-8")
    assert "strict_f1" in run("eval", "times", str(tmp_path)).stdout


def test_a_folder_that_is_no_set_is_an_error_that_names_the_file(run, tmp_path: Path) -> None:
    result = run("eval", "times", str(tmp_path))
    assert result.exit_code == 1
    assert "docs.jsonl" in str(result.exception)


def test_what_cannot_be_fitted_says_what_can(run, tmp_path: Path) -> None:
    result = run("eval", "times", str(tmp_path), "--fit", "0.5")
    assert result.exit_code == 1
    assert "clusters and pairs" in str(result.exception)
