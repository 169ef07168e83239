"""Every language folder is whole: its card is sound, its files parse, and its own examples are understood."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dragoman import languages

ROOT = Path(languages.__file__).parent
FOLDERS = sorted(path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith("_"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_folder_holds_data_only_and_all_of_it_parses(folder: Path) -> None:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert {path.suffix for path in files} <= {".toml", ".txt", ".npz"}
    for path in (one for one in files if one.suffix != ".npz"):
        text = path.read_text("utf-8")
        assert "\ufeff" not in text
        if path.suffix == ".toml":
            assert tomllib.loads(text), path


@pytest.mark.parametrize("code", [*languages.codes(), languages.NEUTRAL])
def test_the_card_is_sound(code: str) -> None:
    card = languages.get(code)
    assert card.code == code
    assert card.direction in ("ltr", "rtl")
    assert len(card.script) == 4
    assert card.quotes
    assert all(len(pair) == 2 for pair in card.quotes)
    assert card.reading > 0
