"""Every word of the command line finds its kind of source."""

from pathlib import Path

import pytest

from dragoman.sources import source_of


@pytest.mark.parametrize(("what", "kind"), [
    ("-", "stdin"), ("https://n.example/1", "web"), ("feed+https://n.example/", "feed"), ("no/such.html", "file"), ("file:///a.txt", "file"),
    ("gopher://x", "file"),
])  # fmt: skip
def test_a_word_means_a_source(what: str, kind: str) -> None:
    assert source_of(what).kind == kind


def test_a_folder_is_a_folder(tmp_path: Path) -> None:
    assert source_of(str(tmp_path)).kind == "folder"
    assert source_of(str(tmp_path)).id == source_of(str(tmp_path)).id
