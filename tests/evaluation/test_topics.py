from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation import Parts
from dragoman.evaluation.topics import Topics, measure
from dragoman.model.annotations import Topic
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def parts(*topics: Topic) -> Parts:
    def annotate(text: str, language: str, _published: str | None, title: str, gives: tuple[str, ...]) -> Reading:
        assert gives == ("topics",)
        return Reading(Article("a", "u", SourceRef("s", "s"), title, text, language, LanguageEvidence("test", 1.0)), topics=topics)

    unused: Any = None
    return Parts(unused, unused, annotate, unused, unused, unused, unused, unused)


def folder(tmp_path: Path) -> str:
    records = [
        {"id": str(n), "language": "en", "title": None, "text": "Text.", "topic": topic} for n, topic in enumerate(["politics", "sport"])
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    return str(tmp_path)


def test_no_topic_scores_nothing(tmp_path: Path) -> None:
    score = Topics().score(folder(tmp_path), parts())
    assert score.n == 2
    assert score.metrics == {"accuracy": 0.0, "macro_f1": 0.0, "micro_f1": 0.0}


def test_the_best_topic_counts_by_its_label(tmp_path: Path) -> None:
    score = Topics().score(folder(tmp_path), parts(Topic("11000000", "Politics", 0.9), Topic("15000000", "sport", 0.2)))
    assert score.metrics["accuracy"] == 0.5
    assert score.by_language["en"]["accuracy"] == 0.5


def test_a_text_without_topic_costs_recall_only() -> None:
    metrics = measure([("a", "a"), ("b", "")])
    assert metrics["micro_f1"] == pytest.approx(2 / 3)
    assert metrics["macro_f1"] == 0.5
