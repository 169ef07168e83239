from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dragoman.link import store
from dragoman.link.store import Array, Store


def lengths(texts: Sequence[str]) -> tuple[Array, ...]:
    return np.array([len(text) for text in texts], dtype=np.int64), np.array([[ord(text[0])] * 2 for text in texts]).reshape(-1, 2)


def test_rows_stand_in_the_order_asked_and_each_text_is_worked_out_once() -> None:
    met: list[str] = []
    held = Store[str](lambda texts: (met.extend(texts), lengths(texts))[1])  # type: ignore[func-returns-value]
    sizes, first = held.rows(["ab", "c", "ab"])
    assert (sizes.tolist(), first.tolist()) == ([2, 1, 2], [[97, 97], [99, 99], [97, 97]])
    assert held.rows(["c", "def"])[0].tolist() == [1, 3]
    assert met == ["ab", "c", "def"]


def test_it_grows_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 3000)
    held = Store[str](lengths)
    for start in range(0, 9000, 1500):
        texts = [str(at) for at in range(start, start + 1500)]
        assert held.rows(texts)[0].tolist() == [len(text) for text in texts]


def test_no_texts_have_no_rows() -> None:
    assert Store[str](lengths).rows([])[0].tolist() == []
