"""Labelled sets are read line by line, and a broken line names itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.sets import by_language, lead, prf, records, whole


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


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_set_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "docs.jsonl").write_bytes(content)
    with pytest.raises(DragomanError, match="no record"):
        records(str(tmp_path), "docs.jsonl")


@pytest.mark.parametrize("line", [b"[1]", b"7", b'{"id": "\xff"}'])
def test_a_line_that_is_no_object_of_utf8_is_refused(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "docs.jsonl").write_bytes(line)
    with pytest.raises(DragomanError, match="line 1"):
        records(str(tmp_path), "docs.jsonl")


def test_odd_line_separators_within_a_text_do_not_part_a_record(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text('\ufeff{"text": "one\u2028two\x85three"}\r\n', "utf-8", newline="")
    assert records(str(tmp_path), "docs.jsonl") == [{"text": "one\u2028two\x85three"}]


def test_the_lead_is_shorter_where_words_are_not_set_apart() -> None:
    long = {"title": "T", "text": "x" * 1000}
    assert whole({"title": None, "text": " A "}) == "A"
    assert (len(lead({**long, "language": "en"})), len(lead({**long, "language": "zh"}))) == (420, 160)


def test_precision_recall_and_f1_from_counts() -> None:
    assert prf(1, 2, 4) == (0.5, 0.25, pytest.approx(1 / 3))
    assert prf(0, 0, 0) == (0.0, 0.0, 0.0)


def test_scores_by_language_come_sorted() -> None:
    scores = by_language(["zh1", "en1", "zh2"], lambda item: item[:2], lambda items: {"n": len(items)})
    assert list(scores.items()) == [("en", {"n": 1}), ("zh", {"n": 2})]


def test_gold_of_pages_is_checked_whoever_reads_it(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": 7}', "utf-8")
    with pytest.raises(DragomanError, match=r"line 1: .*`\$\.id`"):
        records(str(tmp_path), "gold.jsonl")
