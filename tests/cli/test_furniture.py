"""`dragoman furniture` lists sites and their lines, and takes corrections."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from walk.furnished import between, html

LINE = "Lantern evenings with Odo Marrable"


@pytest.fixture
def desk(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DRAGOMAN_EMBEDDER", "hashing")
    monkeypatch.setenv("DRAGOMAN_ANNOTATORS", "sentences")
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(6):
        (pages / f"{number}.html").write_text(html(number, between(number, LINE)), "utf-8")
    assert run("collect", str(pages), "--desk", "d").exit_code == 0
    return "d"


def test_sites_and_lines_are_listed_with_the_reason(run, desk: str) -> None:
    (site,) = json.loads(run("furniture", "--desk", desk, "--json").stdout)["items"]
    assert (site["site"], site["pages"], site["learned"]) == ("lantern.example", 6, 1)
    found = json.loads(run("furniture", "lantern.example", "--desk", desk, "--json").stdout)
    (item,) = found["items"]
    assert (item["line"], item["state"], item["pages"], item["of"], item["days"]) == (LINE, "learned", 6, 6, 6)
    shown = run("furniture", "lantern.example", "--desk", desk)
    assert "Odo" in shown.stdout
    assert "lantern.example" in run("furniture", "--desk", desk).stdout


def test_a_correction_is_taken_and_undone(run, desk: str) -> None:
    kept = json.loads(run("furniture", "lantern.example", "--keep", LINE, "--desk", desk, "--json").stdout)
    assert (kept["verdict"], kept["waiting"]) == ("keep", 6)
    assert json.loads(run("reread", "--desk", desk, "--json").stdout)["changed"] == 6
    shown = run("read", "pages/0.html", "--desk", desk, "--json").stdout
    assert LINE in json.loads(shown)["article"]["text"]
    assert "left to the rules again" in run("furniture", "lantern.example", "--undo", LINE, "--desk", desk).stdout
    traced = run("read", "pages/0.html", "--desk", desk, "--trace")
    assert f"{LINE}  (learned: on 6 of 6 pages" in traced.stderr


def test_wrong_use_is_told(run, desk: str) -> None:
    assert run("furniture", "--keep", LINE, "--desk", desk).exit_code == 2
    assert run("furniture", "lantern.example", "--keep", "a", "--remove", "b", "--desk", desk).exit_code == 2
    for words in (("nowhere.example",), ("lantern.example", "--remove", "Never seen"), ("lantern.example", "--undo", "Never seen")):
        assert run("furniture", *words, "--desk", desk).exit_code == 1
