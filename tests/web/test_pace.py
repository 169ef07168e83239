from __future__ import annotations

import pytest

from dragoman.web.pace import minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("…", 0),
        ("word", 1),
        ("word " * 368, 2),
        ("don't well-known " * 184, 2),
        ("слово " * 736, 4),
        ("北约" * 255, 2),
        ("かな漢字" * 357, 4),
        ("ก" * 1726, 2),
        ("北约" * 255 + "word " * 184, 3),
    ],
)
def test_minutes_go_by_the_script(text, expected):
    assert minutes(text) == expected
