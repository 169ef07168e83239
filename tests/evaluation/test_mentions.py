from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation import Parts
from dragoman.evaluation.mentions import Mentions, measure
from dragoman.model.annotations import Mention
from dragoman.model.article import Article, LanguageEvidence, SourceRef
from dragoman.model.reading import Reading


def parts(mentions: tuple[Mention, ...]) -> Parts:
    def annotate(text: str, language: str, _published: str | None, title: str, _gives: tuple[str, ...]) -> Reading:
        return Reading(Article("a", "u", SourceRef("s", "s"), title, text, language, LanguageEvidence("test", 1.0)), mentions=mentions)

    unused: Any = None
    return Parts(unused, unused, annotate, unused, unused, unused, unused, unused)


def test_exact_and_overlapping_spans_are_counted_apart() -> None:
    gold = frozenset({(0, 5, "place"), (10, 20, "person")})
    found = frozenset({(0, 5, "place"), (12, 20, "person"), (30, 31, "person")})
    metrics = measure([(gold, found)])
    assert metrics["precision"] == pytest.approx(1 / 3)
    assert metrics["recall"] == pytest.approx(1 / 2)
    assert metrics["overlap_f1"] == pytest.approx(2 * (2 / 3) / (2 / 3 + 1))
    assert metrics["place_f1"] == 1.0


def test_other_types_do_not_count_in_the_overall_figures() -> None:
    metrics = measure([(frozenset({(0, 1, "other")}), frozenset({(0, 1, "other")}))])
    assert metrics["f1"] == 0.0
    assert metrics["other_f1"] == 1.0


def test_a_folder_is_scored_by_language_beside_the_bare_tagger(tmp_path: Path) -> None:
    record = {"id": "1", "language": "uk", "text": "Київ мовчить.", "mentions": [{"start": 0, "end": 4, "type": "place", "entity": None}]}
    (tmp_path / "docs.jsonl").write_text(json.dumps(record), "utf-8")
    score = Mentions().score(str(tmp_path), parts((Mention(0, 4, "Київ", "place"),)))
    assert (score.task, score.n, score.metrics["f1"]) == ("mentions", 1, 1.0)
    assert score.by_language["uk"]["f1"] == 1.0
    assert score.peers["bare tagger"]["f1"] == 0.0


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"docs\.jsonl"):
        Mentions().score(str(tmp_path), parts(()))


def test_a_type_that_the_gold_does_not_have_gets_no_figure() -> None:
    metrics = measure([(frozenset({(0, 1, "person")}), frozenset({(0, 1, "person"), (2, 3, "place")}))])
    assert "person_f1" in metrics
    assert "place_f1" not in metrics
