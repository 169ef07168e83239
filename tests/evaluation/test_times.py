from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.times import Counts, Times, metrics, pair
from dragoman.model.annotations import TimeExpression
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def expression(start: int, end: int, value: str | None = None) -> TimeExpression:
    return TimeExpression(start, end, "", value, "day", "date")


class Reader:
    """Parts that find the same expressions in every text."""

    def __init__(self, *found: TimeExpression) -> None:
        self.found = found

    def annotate(self, text: str, language: str, published: str | None, title: str, gives: tuple[str, ...]) -> Reading:
        assert gives == ("times",)
        article = Article("a", "u", SourceRef("s", "S"), title, text, language, LanguageEvidence("test", 1.0))
        return Reading(article=article, times=self.found)


def write(folder: Path, *rows: dict[str, Any]) -> str:
    (folder / "docs.jsonl").write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
    return str(folder)


def label(start: int, end: int, value: str | None) -> dict[str, Any]:
    return {"start": start, "end": end, "type": None, "value": value}


def test_values_count_among_the_pairs_that_overlap(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "language": "en",
        "text": "x" * 40,
        "published": "2022-01-12",
        "times": [label(0, 4, "2022"), label(10, 14, "2021"), label(30, 34, "P1D")],
    }
    reader = Reader(expression(0, 4, "2022"), expression(11, 16, "2020"), expression(20, 22))
    score = Times().score(write(tmp_path, row), reader)  # type: ignore[arg-type]
    assert score.n == 1
    assert score.metrics == pytest.approx({"strict_f1": 1 / 3, "relaxed_f1": 2 / 3, "value_accuracy": 1 / 2, "value_f1": 1 / 3})
    assert score.by_language["en"] == score.metrics


def test_a_set_without_values_gives_no_value_metrics(tmp_path: Path) -> None:
    row = {"id": "1", "language": "ru", "text": "x" * 40, "published": None, "times": [label(0, 4, None)]}
    score = Times().score(write(tmp_path, row), Reader(expression(0, 4, "2022")))  # type: ignore[arg-type]
    assert score.metrics == {"strict_f1": 1.0, "relaxed_f1": 1.0}


def test_an_expression_pairs_once_and_equal_spans_first() -> None:
    gold = [label(0, 10, None), label(0, 4, None)]
    pairs = pair(gold, [expression(0, 4)])
    assert [(one["end"], other.end) for one, other in pairs] == [(4, 4)]


def test_nothing_found_scores_nothing() -> None:
    assert metrics([Counts("en", 0, 3, 0, 0, 0, 0)]) == {"strict_f1": 0.0, "relaxed_f1": 0.0}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"docs\.jsonl"):
        Times().score(str(tmp_path), Reader())  # type: ignore[arg-type]
