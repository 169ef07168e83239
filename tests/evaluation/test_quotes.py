from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation.quotes import Judged, Quote, Quotes, grouped, metrics
from dragoman.model.annotations import Speaker, Statement
from dragoman.model.spans import Cue, Evidence

TEXT = "Roos said that the port is open."
GOLD = {"source": [0, 4], "cue": [5, 9], "content": [[10, 31]], "mode": "indirect"}


def statement(start: int, end: int, speaker: tuple[int, int] = (0, 4), cue: tuple[int, int] = (5, 9)) -> Statement:
    return Statement(
        Speaker(None, TEXT[slice(*speaker)], None, *speaker), None, "state", "indirect", None, TEXT[start:end], start, end, None,
        Evidence("a", 0, len(TEXT), TEXT, Cue(*cue)),
    )  # fmt: skip


def score(folder: Path, *statements: Statement) -> dict[str, float]:
    (folder / "docs.jsonl").write_bytes(msgspec.json.encode({"id": "1", "language": "en", "text": TEXT, "quotes": [GOLD]}) + b"\n")
    parts = SimpleNamespace(annotate=lambda *_: SimpleNamespace(statements=statements))
    found = Quotes().score(str(folder), parts)  # type: ignore[arg-type]
    assert (found.task, found.n, list(found.by_language)) == ("quotes", 1, ["en"])
    return found.metrics


def test_a_perfect_reading_scores_one_everywhere(tmp_path: Path) -> None:
    assert set(score(tmp_path, statement(10, 31)).values()) == {1.0}


def test_a_part_of_the_words_counts_at_its_level(tmp_path: Path) -> None:
    found = score(tmp_path, statement(15, 31))
    assert found["content_f1"] == 0.0
    assert (found["content_f1_03"], found["content_f1_08"]) == (1.0, 1.0)
    short = score(tmp_path, statement(23, 31))
    assert (short["content_f1_03"], short["content_f1_08"]) == (1.0, 0.0)


def test_a_wrong_speaker_counts_against_speaker_accuracy_only(tmp_path: Path) -> None:
    found = score(tmp_path, statement(10, 31, speaker=(19, 23)))
    assert (found["speaker_accuracy"], found["content_f1_03"], found["source_f1"]) == (0.0, 1.0, 0.0)


def test_nothing_found_scores_nothing(tmp_path: Path) -> None:
    assert set(score(tmp_path).values()) == {0.0}


def test_statements_under_one_cue_are_one_quotation() -> None:
    assert grouped([statement(10, 14), statement(15, 31)]) == (Quote((0, 4), (5, 9), ((10, 14), (15, 31))),)


def test_each_gold_quotation_is_used_once() -> None:
    quote = Quote((0, 4), (5, 9), ((10, 31),))
    twice = Judged("en", (10, 15, 19), (quote,), (quote, Quote(None, None, ((10, 31),))))
    assert metrics([twice])["content_f1_03"] == pytest.approx(2 / 3, abs=1e-4)


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"docs\.jsonl"):
        Quotes().score(str(tmp_path), SimpleNamespace())  # type: ignore[arg-type]
