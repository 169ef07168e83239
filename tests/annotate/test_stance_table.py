from __future__ import annotations

from typing import get_args

import pytest

from dragoman.annotate.stance_table import stance_table
from dragoman.model.annotations import StanceKind


@pytest.mark.parametrize("code", ["zh", "en", "ru"])
def test_the_main_languages_know_every_stance(code: str) -> None:
    table = stance_table(code)
    assert {kind for frame in table.frames for kind in (frame.plain, frame.negated) if kind} == set(get_args(StanceKind))
    assert set(table.acts.values()) <= set(get_args(StanceKind))
    assert {frame.kind for frame in table.frames} <= {"verb", "noun", "idiom", "pattern"}


def test_a_language_without_a_table_has_no_frames() -> None:
    table = stance_table("sw")
    assert (table.frames, dict(table.acts)) == ((), {})
    assert table.stop.search("anything, at all") is None
