from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.sources.paths import is_archive, is_companion, is_hidden, is_page, path_of


def test_a_file_address_and_a_path_mean_the_same() -> None:
    assert path_of("file:///tmp/a%20b.txt") == path_of("/tmp/a b.txt") == Path("/tmp/a b.txt")


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.txt.gz", "b.mhtml", "b.mht", "c.pdf", "d.xht"])
def test_pages_are_known_by_their_suffix(name: str) -> None:
    assert is_page(Path(name))
    assert not is_archive(name)


@pytest.mark.parametrize("name", ["a.png", "a", ".html.bak", "a.warc.gz", "a.eml"])
def test_other_files_are_none(name: str) -> None:
    assert not is_page(Path(name))


def test_files_that_are_not_to_be_read_are_hidden() -> None:
    assert is_hidden(Path("x/.cache.html"))
    assert is_hidden(Path("README.txt"))
    assert not is_hidden(Path("read.txt"))


@pytest.mark.parametrize(
    "folder", ["page_files", "page.files", "page-Dateien", "page_fichiers", "page_archivos", "page_файлы", "PAGE_FILES"]
)
def test_a_folder_saved_with_a_page_is_told_by_the_page_beside_it(folder: str) -> None:
    beside = "PAGE" if folder.isupper() else "page"
    assert is_companion(folder, frozenset({f"{beside}.html"}))
    assert is_companion(folder, frozenset({f"{beside}.htm", "other.txt"}))
    assert not is_companion(folder, frozenset({"other.html"}))


def test_a_folder_of_another_name_is_none() -> None:
    assert not is_companion("page-archive", frozenset({"page.html"}))
    assert not is_companion("page_2", frozenset({"page.html"}))
