"""Adding a language is a folder, adding a source kind is a module and one line: no other file is touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dragoman

SRC = Path(dragoman.__file__).parent

CARD = """code = "tlh"
name = "Klingon"
autonym = "tlhIngan Hol"
script = "Latn"
quotes = [["<", ">"]]
reading = 200
"""
FURNITURE = """[[line]]
kind = "ad"
why = "advertising label of the new language"
exact = ["qoS yIje' DaH"]
"""
KIND = '''"""Pages from a table in memory."""

from collections.abc import Iterator

from dragoman.model.problem import Problem
from dragoman.model.source import Lead, Source
from dragoman.ports import Fetcher


class Told:
    """`told:PATH`: a page somebody told us of."""

    name = "told"

    def accepts(self, what: str) -> bool:
        return what.startswith("told:")

    def discover(self, source: Source, fetcher: Fetcher) -> Iterator[Lead | Problem]:
        yield Lead(url="file://" + source.url.removeprefix("told:"), source=source.id, via="told")
'''


def copied(tmp_path: Path) -> Path:
    """The package in a place of its own, so that the test adds to a copy."""
    place = tmp_path / "src" / "dragoman"
    shutil.copytree(SRC, place, ignore=shutil.ignore_patterns("__pycache__"))
    return place


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(place.parent), "DRAGOMAN_EMBEDDER": "hashing"}
    return subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, cwd=place.parent, check=False)


def test_a_language_is_a_folder(tmp_path: Path) -> None:
    place = copied(tmp_path)
    folder = place / "languages" / "tlh"
    folder.mkdir()
    (folder / "language.toml").write_text(CARD, "utf-8")
    (folder / "stopwords.txt").write_text("je\n'e'\n", "utf-8")
    (folder / "furniture.toml").write_text(FURNITURE, "utf-8")
    page = tmp_path / "page.txt"
    line = "The ferry between Marn and Pell resumed on Monday after a storm had kept it in port for six days, the harbour office said."
    page.write_text(f"Ferry resumes\n\n{line}\n\nqoS yIje' DaH\n\n{line.replace('ferry', 'boat')}\n", "utf-8")
    article = json.loads(run(place, "-m", "dragoman", "read", str(page), "--json").stdout)["article"]
    assert "qoS" not in article["text"]
    assert "advertising label of the new language (tlh)" in [removed["reason"] for removed in article["removed"]]
    told = run(
        place,
        "-c",
        "from dragoman import languages as l; import dragoman; print(dragoman.__file__); c = l.get('tlh-Latn');"
        "print(c.name, c.quotes, sorted(l.words('tlh', 'stopwords')), 'tlh' in l.codes(), bool(l.table('tlh', 'dates')))",
    )
    assert str(place) in told.stdout, told.stderr
    assert "Klingon (('<', '>'),) [\"'e'\", 'je'] True True" in told.stdout


def test_a_source_kind_is_a_module_and_one_line(tmp_path: Path) -> None:
    place = copied(tmp_path)
    (place / "sources" / "told.py").write_text(KIND, "utf-8")
    table = place / "sources" / "__init__.py"
    text = table.read_text("utf-8")
    line = '        "told": "dragoman.sources.told:Told",\n'
    table.write_text(text.replace('        "stdin":', line + '        "stdin":', 1), "utf-8")
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang='en'><head><title>Ferry resumes</title></head><body><article><h1>Ferry resumes</h1><p>The ferry between Marn and Pell"
        " resumed on Monday after a storm had kept it in port for six days, the harbour office said.</p></article></body></html>",
        "utf-8",
    )
    read = run(place, "-m", "dragoman", "read", f"told:{page}", "--json")
    assert read.returncode == 0, read.stderr
    assert "The ferry between Marn and Pell" in json.loads(read.stdout)["article"]["text"]
