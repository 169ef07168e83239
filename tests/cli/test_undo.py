"""`dragoman undo` without anything to undo says so."""

from __future__ import annotations


def test_there_is_nothing_to_undo_on_a_desk_where_nobody_judged(run, sample_desk) -> None:
    told = run("undo", "--desk", str(sample_desk))
    assert told.exit_code == 1
    assert "no judgement" in str(told.exception)
    assert run("undo", "0", "--desk", str(sample_desk)).exit_code == 2
