"""What a set must hold is checked before anything is scored, and a wrong line says what it lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.evaluation import TASKS, shapes
from dragoman.evaluation.sets import records

GOOD: dict[str, tuple[type, dict[str, Any]]] = {
    "keywords": (shapes.KeywordDoc, {"language": "en", "title": None, "text": "Peace.", "keywords": ["peace"]}),
    "mentions": (
        shapes.MentionDoc,
        {"language": "en", "text": "Chad.", "mentions": [{"start": 0, "end": 4, "type": "place", "entity": None}]},
    ),
    "times": (
        shapes.TimeDoc,
        {"language": "en", "text": "Now.", "published": None, "times": [{"start": 0, "end": 3, "type": None, "value": None}]},
    ),
    "quotes": (
        shapes.QuoteDoc,
        {"language": "en", "text": "He said no.", "quotes": [{"source": [0, 2], "cue": None, "content": [[8, 10]], "mode": None}]},
    ),
    "events": (
        shapes.EventDoc,
        {
            "language": "en",
            "text": "War.",
            "events": [{"code": "19", "scheme": "cameo", "source": None, "target": None, "trigger": [0, 3]}],
        },
    ),
    "topics": (shapes.TopicDoc, {"language": "en", "text": "War.", "topic": "war", "scheme": "x"}),
    "clusters": (shapes.StoryDoc, {"id": "1", "language": "en", "published": None, "title": "War", "text": "", "story": 7}),
    "retrieval": (shapes.MateDoc, {"id": "1", "language": "en", "title": "War", "text": "", "mate": "m"}),
    "pairs": (
        shapes.TextPair,
        {"id": "1", "a": {"language": "en", "title": None, "text": "A"}, "b": {"language": "de", "text": "B"}, "same": None, "score": 1.5},
    ),
    "names": (shapes.NamePair, {"a": "Ivan", "a_language": "en", "b": "Иван", "b_language": "ru", "same": True}),
    "extract": (
        shapes.PageRecord,
        {"id": "1", "url": None, "language": "en", "title": None, "text": None, "authors": None, "published": None},
    ),
}


def write(folder: Path, record: dict[str, Any]) -> str:
    (folder / "set.jsonl").write_text(json.dumps(record), "utf-8")
    return str(folder)


@pytest.mark.parametrize("task", sorted(GOOD))
def test_a_record_of_the_format_passes_with_keys_of_its_own(tmp_path: Path, task: str) -> None:
    shape, record = GOOD[task]
    held = {**record, "extra": [1]}
    assert task in TASKS
    assert records(write(tmp_path, held), "set.jsonl", shape) == [held]


@pytest.mark.parametrize("task", sorted(GOOD))
def test_a_record_that_lacks_a_field_is_named_with_the_field(tmp_path: Path, task: str) -> None:
    shape, record = GOOD[task]
    for field in shape.__struct_fields__:  # type: ignore[attr-defined]
        if field in dict(zip(shape.__struct_fields__[::-1], shape.__struct_defaults__[::-1], strict=False)):  # type: ignore[attr-defined]
            continue
        with pytest.raises(DragomanError, match=rf"line 1: .*{field}"):
            records(write(tmp_path, {key: value for key, value in record.items() if key != field}), "set.jsonl", shape)


def test_offsets_below_nought_are_refused(tmp_path: Path) -> None:
    record = {"language": "en", "text": "Chad.", "mentions": [{"start": -1, "end": 4, "type": "place"}]}
    with pytest.raises(DragomanError, match=r"mentions\[0\]|mentions\[\.\.\.\]"):
        records(write(tmp_path, record), "set.jsonl", shapes.MentionDoc)
