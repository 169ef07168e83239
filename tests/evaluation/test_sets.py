"""Labelled sets are read line by line, and a broken line names itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.sets import by_language, prf, records


def test_records_are_read_and_empty_lines_passed_over(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text('{"id": "1", "text": "北约"}\n\n{"id": "2"}\n', "utf-8")
    assert [record["id"] for record in records(str(tmp_path), "docs.jsonl")] == ["1", "2"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"docs\.jsonl"):
        records(str(tmp_path), "docs.jsonl")


def test_a_broken_line_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text('{"id": "1"}\n{"id": \n', "utf-8")
    with pytest.raises(DragomanError, match="line 2"):
        records(str(tmp_path), "docs.jsonl")


def test_precision_recall_and_f1_from_counts() -> None:
    assert prf(1, 2, 4) == (0.5, 0.25, pytest.approx(1 / 3))
    assert prf(0, 0, 0) == (0.0, 0.0, 0.0)


def test_scores_by_language_come_sorted() -> None:
    scores = by_language(["zh1", "en1", "zh2"], lambda item: item[:2], lambda items: {"n": len(items)})
    assert list(scores.items()) == [("en", {"n": 1}), ("zh", {"n": 2})]
