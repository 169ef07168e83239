"""Means of languages are fitted from sets of articles, each text counted once."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest

from dragoman.providers.embed.means import unpacked

ROOT = Path(__file__).parents[2]


def test_means_are_fitted_from_the_sets_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("quality_fit_means", ROOT / "quality" / "fit_means.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    docs = [{"language": "en", "title": f"Talks end on day {day}", "text": ""} for day in range(20)]
    docs += [{"language": "zh", "title": "会谈结束", "text": ""}] * 3
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(doc) for doc in docs), "utf-8")
    monkeypatch.setattr(sys, "argv", ["fit_means.py", "--out", str(tmp_path / "out"), str(tmp_path)])
    module.main()
    made = unpacked((tmp_path / "out").read_bytes())
    assert list(made.languages) == ["en", "zh"]
    assert np.allclose(made.every, made.languages["en"], atol=1e-3), "one Chinese text is too few to count for the mean of all"
    assert not np.allclose(made.every, made.languages["zh"], atol=1e-3)
