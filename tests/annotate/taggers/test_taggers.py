from __future__ import annotations

import subprocess
import sys

from dragoman.annotate.taggers import TAGGERS, tagger
from dragoman.ports import Tagger


def test_every_tagger_of_the_table_speaks_the_port() -> None:
    for code in TAGGERS:
        assert isinstance(tagger(code), Tagger)


def test_a_language_without_model_gets_the_patterns() -> None:
    assert tagger("pt-BR").name == "patterns"
    assert tagger("zh-Hant").name == "lac"


def test_a_tagger_is_made_once() -> None:
    assert tagger("uk") is tagger("uk")


def test_no_model_is_imported_before_a_text_of_its_language_comes() -> None:
    code = "import sys, dragoman.annotate.mentions; print([m for m in ('spacy', 'onnxruntime', 'slovnet') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
