"""`dragoman collect`: read and file into the desk."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, What, given, list_problems, progress, put
from dragoman.desk import Desk


def collect(
    what: What,
    desk: DeskPath = None,
    as_json: AsJson = False,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="processes that read (setting: workers)")] = None,
) -> None:
    """Read pages, feeds, folders or standard input and file them into the desk."""
    settings = given(desk) | ({} if workers is None else {"workers": workers})
    with Desk.open(**settings) as opened, progress(as_json, "reading") as step:
        done = opened.collect(what, progress=step)
    if as_json:
        put(done)
    else:
        removed = f", {done.removed} not taken in again (dragoman takedown)" if done.removed else ""
        sys.stdout.write(f"{done.new} new, {done.known} known, {done.changed} changed, {done.failed} failed{removed}\n")
        list_problems(done.problems)
    if done.failed:
        raise typer.Exit(1)
