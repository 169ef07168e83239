"""Every embedder gives one row a text, of its size and unit length, the same for the same text."""

from __future__ import annotations

import math

import pytest

from dragoman.ports import Embedder
from dragoman.providers.embed import EMBEDDERS

TEXTS = ["Talks in Geneva end without agreement", "日内瓦会谈没有达成协议", "", "x" * 5000]


@pytest.mark.parametrize("name", list(EMBEDDERS))
def test_rows_have_the_size_that_is_promised_and_unit_length(name: str) -> None:
    embedder = EMBEDDERS.make(name)
    assert isinstance(embedder, Embedder)
    rows = embedder.embed(TEXTS)
    assert len(rows) == len(TEXTS)
    for row in rows:
        assert len(row) in (0, embedder.size)
        if any(row):
            assert math.isclose(math.hypot(*row), 1.0, abs_tol=1e-3)
    assert [list(row) for row in embedder.embed(TEXTS)] == [list(row) for row in rows]
    assert embedder.embed([]) == []
