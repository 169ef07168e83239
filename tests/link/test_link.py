from __future__ import annotations

from dragoman.link import PARTS


def test_every_linker_loads_under_its_own_name() -> None:
    assert all(PARTS.make(name).name == name for name in PARTS)
