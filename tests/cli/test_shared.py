"""What commands share: queries, tables, problems."""

from __future__ import annotations

import json

import pytest
import typer

from dragoman.cli.shared import given, list_problems, progress, put, put_found, query
from dragoman.model.problem import Problem
from dragoman.model.query import Found, Query


@pytest.mark.parametrize("date", ["2022", "2022-01", "2022-01-12"])
def test_dates_may_be_as_precise_as_they_are_known(date: str) -> None:
    assert query(since=date) == Query(since=date)


@pytest.mark.parametrize("date", ["soon", "2022-1-1", "12.01.2022", ""])
def test_other_dates_are_wrong_use(date: str) -> None:
    with pytest.raises(typer.BadParameter):
        query(until=date)


def test_tables_show_markup_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    put_found(Found(("[red]x[/red]",), "1"), False, ("words",), lambda item: (item,))
    shown = capsys.readouterr().out
    assert "[red]x[/red]" in shown
    assert "--after 1" in shown


def test_an_empty_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    put_found(Found(()), False, ("words",), lambda item: (item,))
    assert "nothing found" in capsys.readouterr().out


def test_json_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    put(Found(("北约",), None))
    assert json.loads(capsys.readouterr().out) == {"items": ["北约"], "next": None}


def test_problems_are_listed_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    list_problems([Problem("fetch", "status", "https://x.example/", "answered 404")])
    assert capsys.readouterr().err == "fetch: status: https://x.example/: answered 404\n"


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(True, "reading") as step:
        step(1, 2)
    assert capsys.readouterr().err == ""
    assert given(None) == {}
    assert given("d") == {"desk": "d"}
