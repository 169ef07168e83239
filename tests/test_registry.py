"""Tables load a part only when it is asked for, and say what is wrong when they cannot."""

from __future__ import annotations

import sys

import pytest

from dragoman.errors import PartError
from dragoman.registry import Table, foreign


def test_a_part_is_loaded_by_its_dotted_name_only_when_asked_for() -> None:
    sys.modules.pop("wave", None)
    table = Table("test", {"wave": "wave:open", "json": "json:JSONDecoder"})
    assert "wave" not in sys.modules
    assert table.load("wave").__name__ == "open"
    assert table.make("json", strict=False).strict is False


@pytest.mark.parametrize("dotted", ["no.such.module:x", "json:NoSuchThing"])
def test_a_part_that_cannot_be_loaded_names_itself(dotted: str) -> None:
    with pytest.raises(PartError, match="'bad'"):
        Table("test", {"bad": dotted}).load("bad")


def test_an_unknown_part_lists_the_known_ones() -> None:
    with pytest.raises(PartError, match="one, two"):
        Table("test", {"two": "a:b", "one": "a:b"}).load("three")


def test_parts_of_other_packages_come_by_entry_point_and_never_replace_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        def __init__(self, name: str, value: str) -> None:
            self.name, self.value = name, value

    points = [Point("theirs", "json:loads"), Point("ours", "json:dumps")]
    monkeypatch.setattr("dragoman.registry.metadata.entry_points", lambda group: points if group == "dragoman.test" else [])
    foreign.cache_clear()
    table = Table("test", {"ours": "json:load"})
    assert sorted(table) == ["ours", "theirs"]
    assert table["ours"] == "json:load"
    assert table.load("theirs").__name__ == "loads"
    foreign.cache_clear()
