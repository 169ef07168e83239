from __future__ import annotations

from dragoman.model.catalogue import OutletReport


def test_what_is_no_copy_is_independent() -> None:
    assert OutletReport("s.example", "S", None, 5, copies=2).independent == 3
