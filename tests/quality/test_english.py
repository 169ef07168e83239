"""The English sentences marked by us: offsets only, both halves filled, names within their sentences, changed texts refused."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.errors import DragomanError

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def english() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality_english", ROOT / "quality" / "english.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_marks_hold_no_words_and_lie_within_their_sentences(english: ModuleType) -> None:
    rows = [json.loads(line) for line in english.SPEC.read_text("utf-8").splitlines()]
    assert len(rows) == 250
    assert {row["half"] for row in rows} == set(english.HALVES)
    for row in rows:
        assert set(row) == {"half", "set", "document", "start", "end", "sha256", "mentions"}
        assert row["half"] == ("dev" if int(row["sha256"], 16) % 2 == 0 else "held")
        last = 0
        for start, end, kind in row["mentions"]:
            assert last <= start < end <= row["end"] - row["start"], row
            assert kind in ("person", "organisation", "place", "other", "event")
            last = end


def test_the_sentences_are_those_that_were_marked(english: ModuleType, tmp_path: Path) -> None:
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is not here: the sentences cannot be read")
    english.write(DATA, tmp_path)
    documents = [json.loads(line) for half in english.HALVES for line in (tmp_path / f"english-{half}" / "docs.jsonl").open()]
    assert len(documents) == 250
    for document in documents:
        for mention in document["mentions"]:
            surface = document["text"][mention["start"] : mention["end"]]
            assert surface == surface.strip()
            assert surface


def test_a_set_that_is_not_there_or_has_changed_is_said_so(english: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert english.main(["--data", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert "is not here" in capsys.readouterr().err
    rows = [json.loads(line) for line in english.SPEC.read_text("utf-8").splitlines()]
    for name in {row["set"] for row in rows}:
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "docs.jsonl").write_text(json.dumps({"id": "another", "text": "Another text."}), "utf-8")
    with pytest.raises(DragomanError, match="not the text that was marked"):
        list(english.sentences(tmp_path))
