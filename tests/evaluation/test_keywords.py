from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.evaluation import Parts
from dragoman.evaluation.keywords import Keywords, key, measure
from dragoman.model.annotations import Keyword
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def parts(*terms: str) -> Parts:
    def annotate(text: str, language: str, _published: str | None, title: str, _gives: tuple[str, ...]) -> Reading:
        made = Article("a", "u", SourceRef("s", "s"), title, text, language, LanguageEvidence("test", 1.0))
        return Reading(made, keywords=tuple(Keyword(term, 1.0, "") for term in terms))

    unused: Any = None
    return Parts(unused, unused, annotate, unused, unused, unused, unused, unused)


def test_terms_agree_by_base_form() -> None:
    assert key("переговоры о мире", "ru") == key("Переговоров о мире", "ru")


def test_recall_counts_only_gold_that_stands_in_the_text() -> None:
    gold = frozenset({("a",), ("b",)})
    metrics = measure([(gold, frozenset({("a",)}), [("a",), ("c",)])])
    assert metrics["recall_10"] == 1.0
    assert metrics["precision_10"] == 0.5
    assert metrics["f1_10"] == pytest.approx(2 / 3)


def test_a_folder_is_scored_beside_the_most_frequent_words(tmp_path: Path) -> None:
    record = {"id": "1", "language": "en", "title": "Grain", "text": "Grain and ports. Ports again.", "keywords": ["port", "in the world"]}
    (tmp_path / "docs.jsonl").write_text(json.dumps(record), "utf-8")
    score = Keywords().score(str(tmp_path), parts("ports"))
    assert (score.task, score.n) == ("keywords", 1)
    assert score.metrics["precision_10"] == 1.0
    assert score.metrics["recall_10"] == 1.0
    assert score.peers["most frequent words"]["recall_10"] == 1.0
    assert score.by_language["en"] == score.metrics
