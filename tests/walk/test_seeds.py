"""The acceptance case: two captures of one story, compared with what a careful reader takes from them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def test_everything_that_the_gold_of_the_seeds_names_holds(shared: Path, tmp_path: Path) -> None:
    check = shared / "seeds" / "check.py"
    if not check.is_file():
        pytest.skip("../shared/seeds is not here")
    dragoman = shutil.which("dragoman", path=str(Path(sys.executable).parent))
    assert dragoman, "the dragoman command is not installed beside this Python"
    told = subprocess.run([sys.executable, str(check), dragoman], cwd=tmp_path, capture_output=True, text=True, check=False)
    held, every = told.stdout.strip().splitlines()[-1].split("/")
    assert held == every, told.stdout
