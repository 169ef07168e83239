"""`dragoman reread`: read pages again, with what was learned since and with better rules."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.shared import AsJson, DeskPath, given, list_problems, progress, put
from dragoman.desk import Desk


def reread(
    sites: Annotated[list[str] | None, typer.Argument(metavar="[SITE...]", help="only these sites, all of their pages")] = None,
    everything: Annotated[bool, typer.Option("--all", help="every page of the desk")] = False,
    desk: DeskPath = None,
    as_json: AsJson = False,
    workers: Annotated[int | None, typer.Option("--workers", min=1, help="processes that read (setting: workers)")] = None,
) -> None:
    """Read pages again that wait for it: lines were learned or corrected, or another version of Dragoman had read them."""
    if sites and everything:
        raise typer.BadParameter("choose one of SITE and --all")
    settings = given(desk) | ({} if workers is None else {"workers": workers})
    with Desk.open(**settings) as opened, progress(as_json, "reading again") as step:
        done = opened.reread(sites or (), everything, step)
    if as_json:
        put(done)
    else:
        sys.stdout.write(f"{done.reread} read again: {done.changed} changed, {done.unchanged} unchanged, {done.failed} failed\n")
        list_problems(done.problems)
    if done.failed:
        raise typer.Exit(1)
